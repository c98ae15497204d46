import { isWordLetter } from "./characters.ts";
import { skipBlanks } from "./lines.ts";
import { type NameShape, readName } from "./name-shapes.ts";
import type { Page } from "./page.ts";

const SECOND_NAME =
  /^\s{0,3}[(/|,（·\-–]?\s{0,3}(?:(?:aka|a\.k\.a\.|alias|genannt|dite?|née?|nee|geb\.|geborene?|born|formerly|nata|nacida|nascida)\s)?/i;

const AT_BIRTH = /(?:née?|nee|geb\.|geborene?|born|nata|nacida|nascida)\s$/i;

/** Further readings beside a name: `林若溪 (Ruoxi Lin)`, `佐々木 美咲 / ささき みさき`. */
export function readFurther(page: Page, first: NameShape, limit: number, announced: boolean): NameShape[] {
  const names = [first];
  for (let count = 0; count < 3; count++) {
    const last = names.at(-1)!;
    const gap = SECOND_NAME.exec(page.view.text.slice(last.end, last.end + 18))![0];
    const at = last.end + gap.length;
    if (gap === "" && isWordLetter(page.view.text.charCodeAt(at))) break;
    // `née Petit`: a name at birth is a family name alone.
    const bracketed = /[(（]/.test(gap) || AT_BIRTH.test(gap);
    const shape =
      at < limit
        ? readName(page.view, at, limit, { atLeast: bracketed ? 1 : 2, announced: announced && bracketed })
        : undefined;
    if (!shape || (shape.script === last.script && !bracketed)) break;
    if (/[(（]/.test(gap) && page.view.text[shape.end] !== ")" && shape.script === last.script) break;
    names.push(shape);
  }
  return names;
}

/** Over quotation marks and brackets in front of a name. */
export const skipQuotes = (text: string, at: number, limit: number): number => {
  while (at < limit && /["'「『[(*_<]/.test(text[at]!)) at++;
  return skipBlanks(text, at, limit);
};
