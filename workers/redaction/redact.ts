import { detect } from "./detect.ts";
import { writePlaceholders } from "./placeholders.ts";
import { sweep } from "./sweep.ts";
import type { RedactionResult, SubjectHints } from "./types.ts";

/**
 * Takes personal data out of the visible text of a résumé.
 *
 * @param text the text as read from the document; offsets of the result are UTF-16 units of it.
 * @param hints what is known of the applicant from elsewhere; every mention of it is taken out too.
 * @returns the redacted text with its entities; `ok: false` when the last sweep still sees something that looks
 *   personal, in which case nothing of it may be sent on. Linear in the length of the text; never throws.
 */
export function redact(text: string, hints: SubjectHints = {}): RedactionResult {
  const { view, spans } = detect(text, hints);
  return sweep(text, writePlaceholders(text, view, spans));
}
