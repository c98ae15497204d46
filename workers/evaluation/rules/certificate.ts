import type { Level } from "../types.ts";
import type { History, PlacedLine } from "./history.ts";
import { namingLines } from "./mentions.ts";
import { cite, NOTHING_FOUND, type Verdict } from "./verdict.ts";

const HELD =
  /(?<!\p{L})(?:certified|certificate|certification|passed|licen[cs]ed?|zertifi\p{L}+|bestanden|certifie\p{L}*|certificad[oa]|obtained|awarded|geprufte?r?)(?!\p{L})|合格|取得|证书|證書|证|通过|持有|자격|취득|免許/u;
const NOT_YET =
  /(?<!\p{L})(?:preparing|in preparation|expected|planned|planning|scheduled|in progress|studying for|in vorbereitung|geplant|angestrebt|en preparation|en cours|en curso|en preparacion)(?!\p{L})|准备|备考|計画|予定|勉強中|学習中|목표|준비/u;

/** Judges a certificate or licence: held 3, named without saying so 2, being prepared 1; denied 0. */
export function judgeCertificate(terms: readonly string[], history: History): Verdict {
  const naming = namingLines(history, terms);
  if (naming.length === 0) return NOTHING_FOUND;
  const graded = naming
    .filter(({ stance }) => stance !== "denied")
    .map(({ number }) => ({ number, level: levelOf(history.lines[number - 1]!) }))
    .sort((a, b) => b.level - a.level || a.number - b.number);
  if (!graded[0]) return { level: 0, lines: cite(...naming.map(({ number }) => number)), flags: ["negated"] };
  return { level: graded[0].level, lines: cite(...graded.map(({ number }) => number)), flags: [] };
}

function levelOf({ section, folded: { lower } }: PlacedLine): Level {
  if (NOT_YET.test(lower) || section === "wanted" || section === "interest") return 1;
  return section === "certificate" || HELD.test(lower) ? 3 : 2;
}
