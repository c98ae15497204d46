"""Redacts texts by one Python library: peers.py TOOL TEXTS OUT reads a JSON list of {text, language}.

Writes {version, note, cpu_ms, places} to OUT, with a list of [start, end, score] in UTF-16 code units a text.
"""
import importlib.metadata
import inspect
import json
import logging
import sys
import time

logging.disable(logging.CRITICAL)

LANGUAGES = ["de", "en", "es", "fr", "it", "ja", "ko", "pt", "zh"]


def scrubadub():
    from scrubadub import Scrubber

    scrubber = Scrubber()
    return lambda text, _: [(filth.beg, filth.end, 1) for filth in scrubber.iter_filth(text)], None


def euredact():
    import euredact as library

    return lambda text, _: [(one.start, one.end, 1) for one in library.redact(text).detections], None


def presidio():
    """All recognisers of the package, of whatever country, run on every text."""
    import presidio_analyzer as analyzer
    from presidio_analyzer import predefined_recognizers as predefined

    models = spacy_models()
    languages = sorted({*models, "en"})
    engine = nlp_engine(analyzer, models)
    registry = analyzer.RecognizerRegistry(supported_languages=languages)
    count = 0
    for language in languages:
        for recognizer in offline_recognizers(analyzer, predefined):
            recognizer.supported_language = language
            registry.add_recognizer(recognizer)
            count += language == "en"
        if language in models:
            registry.add_recognizer(predefined.SpacyRecognizer(supported_language=language))
    engine = analyzer.AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=languages)

    def redact(text, language):
        found = engine.analyze(text, language=language if language in models else "en", score_threshold=0)
        return [(one.start, one.end, one.score) for one in found]

    named = ", ".join(models.values()) or "no spaCy model is installed, so no names and places"
    return redact, f"{count} recognisers; {named}"


def offline_recognizers(analyzer, predefined):
    for _, kind in inspect.getmembers(predefined, inspect.isclass):
        own = issubclass(kind, analyzer.PatternRecognizer) and kind is not analyzer.PatternRecognizer
        if own or kind.__name__.endswith("PhoneRecognizer") or kind.__name__.endswith("PhoneNumberRecognizer"):
            try:
                yield kind()
            except Exception as error:
                print(f"presidio: {kind.__name__}: {error!r}", file=sys.stderr)


def spacy_models():
    """Models that are installed here, one a language: nothing is fetched."""
    import spacy

    models = {}
    for name in sorted(spacy.util.get_installed_models()):
        if name[:2] in LANGUAGES:
            models.setdefault(name[:2], name)
    return models


def nlp_engine(analyzer, models):
    """With a model for English all is spaCy's; without, words are told apart for the context, and no more."""
    import spacy
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    class Engine(SpacyNlpEngine):
        def __init__(self):
            super().__init__()
            self.nlp = {language: spacy.load(name) for language, name in models.items()}
            self.nlp.setdefault("en", spacy.blank("en"))
            for nlp in self.nlp.values():
                nlp.max_length = 20_000_000

    return Engine()


TOOLS = {"presidio-analyzer": presidio, "scrubadub": scrubadub, "euredact": euredact}


def utf16_offsets(text):
    """The UTF-16 offset of every code point, and of the end."""
    offsets = [0]
    for character in text:
        offsets.append(offsets[-1] + (2 if ord(character) > 0xFFFF else 1))
    return offsets


def main(tool, texts_file, out):
    redact, note = TOOLS[tool]()
    with open(texts_file, encoding="utf-8") as file:
        texts = json.load(file)
    for one in texts[:12]:
        try:
            redact("\n" + one["text"], one["language"])  # lazily loaded parts are not what is measured
        except Exception:
            pass
    found = []
    before = time.process_time()
    for one in texts:
        try:
            found.append(redact(one["text"], one["language"]))
        except Exception as error:
            print(f"{tool}: {error!r}", file=sys.stderr)
            found.append(None)
    cpu_ms = (time.process_time() - before) * 1000
    places = []
    for one, spans in zip(texts, found):
        at = utf16_offsets(one["text"])
        places.append(
            None if spans is None else [[at[start], at[end], float(score)] for start, end, score in spans]
        )
    answer = {
        "version": importlib.metadata.version(tool),
        "note": note,
        "cpu_ms": cpu_ms,
        "places": places,
    }
    with open(out, "w", encoding="utf-8") as file:
        json.dump(answer, file)


main(sys.argv[1], sys.argv[2], sys.argv[3])
