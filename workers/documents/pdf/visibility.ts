import { DRAWING_DETECTORS, firstHiding } from "../detectors.ts";
import type { HiddenTechnique } from "../types.ts";
import { isUnseenInColour, unseenParts } from "./appearance.ts";
import { shareInside } from "./clip.ts";
import { fillOf, NEARLY_TRANSPARENT } from "./fill.ts";
import { FONTLESS_CHECKS } from "./fontless.ts";
import { type Layer, overlappedLayers } from "./overlap.ts";
import { STATED_CHECKS } from "./stated.ts";
import { type Sight, tooLittleMemory, type Views, withViews } from "./views.ts";
import type { Word } from "./words.ts";

/** A clip that leaves this share of a word's height and width is not what hides it. */
const WHOLE = 0.95;

/** Names how a word that is not seen on the drawn page is hidden. */
function unseenTechnique(sight: Sight, word: Word): HiddenTechnique {
  const run = sight.objects.runs.get(word.run);
  if (run?.layered) return "hidden_layer";
  if (fillOf(sight.pdfium, sight.scratch, word.run).alpha < NEARLY_TRANSPARENT) return "transparent";
  const reached = run?.clip && !(run.clip.rectangular && shareInside(word.box, run.clip) > WHOLE);
  return reached ? "clipped" : "low_contrast";
}

/**
 * Finds the words of a page that a person does not see. The page is drawn with and without its text: a word
 * is seen where that makes a difference. Where words reach into one another, one layer at a time is left out.
 */
export function hiddenWords(sight: Sight, words: readonly Word[]): Map<Word, HiddenTechnique> {
  const hidden = new Map<Word, HiddenTechnique>();
  const open: Word[] = [];
  for (const word of words) {
    const stated = { word, run: sight.objects.runs.get(word.run), space: sight.space };
    const technique = firstHiding(STATED_CHECKS, sight.detectors, stated);
    if (technique) hidden.set(word, technique);
    else open.push(word);
  }
  if (open.length === 0 || ![...DRAWING_DETECTORS].some((name) => sight.detectors.has(name))) return hidden;
  const drawable = open.filter(({ undrawable }) => !undrawable);
  const fontless = open.filter(({ undrawable }) => undrawable);
  const all: Layer = { words: drawable, runs: new Set(sight.objects.runs.keys()) };
  hideUnseen(sight, all, hidden, (views) => hideFontless(sight, fontless, views, hidden));
  if (!sight.detectors.has("pdf_overlap")) return hidden;
  for (const layer of overlappedLayers(drawable.filter((word) => !hidden.has(word))))
    hideUnseen(sight, layer, hidden);
  return hidden;
}

/** Adds the words of a layer that are not seen: leaving its runs out changes too little where they stand. */
function hideUnseen(
  sight: Sight,
  { words, runs }: Layer,
  hidden: Map<Word, HiddenTechnique>,
  alsoWith: (views: Views) => void = () => undefined,
): void {
  const unseen = withViews(sight, runs, false, (views) => {
    alsoWith(views);
    return words.flatMap((word) => unseenParts(sight, word, views));
  });
  if (unseen === null) throw tooLittleMemory();
  for (const word of confirmInColour(sight, unseen, runs)) hidden.set(word, unseenTechnique(sight, word));
}

/** Words of another hue but the same grey are seen after all. Without memory for colours they count as unseen. */
function confirmInColour(sight: Sight, unseen: readonly Word[], runs: ReadonlySet<number>): readonly Word[] {
  if (unseen.length === 0) return unseen;
  const confirmed = withViews(sight, runs, true, (views) =>
    unseen.filter((word) => isUnseenInColour(sight, word, views)),
  );
  return confirmed ?? unseen;
}

/** Words without a font are settled by what the page states about them and what it looks like without them. */
function hideFontless(
  sight: Sight,
  words: readonly Word[],
  { paper }: Views,
  hidden: Map<Word, HiddenTechnique>,
): void {
  for (const word of words) {
    const fontless = {
      word,
      run: sight.objects.runs.get(word.run),
      fill: fillOf(sight.pdfium, sight.scratch, word.run),
      painted: sight.objects.painted,
      paper,
    };
    const technique = firstHiding(FONTLESS_CHECKS, sight.detectors, fontless);
    if (technique) hidden.set(word, technique);
  }
}
