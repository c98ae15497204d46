"""Reads files by one Python library: peers.py TOOL OUT FILE... writes {version, cpu_ms, texts} to OUT."""
import importlib.metadata
import io
import json
import logging
import sys
import time

logging.disable(logging.CRITICAL)


def reader(tool):
    if tool == "pypdf":
        from pypdf import PdfReader

        return lambda name: "\n".join(page.extract_text() for page in PdfReader(name).pages)
    if tool == "pdfminer.six":
        from pdfminer.high_level import extract_text

        return lambda name: extract_text(name)
    if tool == "markitdown":
        from markitdown import MarkItDown

        converter = MarkItDown(enable_plugins=False)
        return lambda name: converter.convert(name).text_content
    raise SystemExit(f"unknown tool {tool}")


def main(tool, out, names):
    read = reader(tool)
    if names:
        try:
            read(names[0])  # lazily loaded parts are not what is measured
        except Exception:
            pass
    texts = []
    before = time.process_time()
    for name in names:
        try:
            texts.append(read(name))
        except Exception as error:
            print(f"{tool}: {name}: {error!r}", file=sys.stderr)
            texts.append(None)
    cpu_ms = (time.process_time() - before) * 1000
    answer = {"version": importlib.metadata.version(tool), "cpu_ms": cpu_ms, "texts": texts}
    with io.open(out, "w", encoding="utf-8", errors="replace") as file:
        json.dump(answer, file)


main(sys.argv[1], sys.argv[2], sys.argv[3:])
