import { GIVEN_NAMES } from "../lexicons/given-names.ts";
import { ORGANISATION_WORDS } from "../lexicons/name-words.ts";
import { JAPANESE_SURNAMES } from "../lexicons/surnames.ts";
import { matchesOf } from "../matching.ts";
import { type NameShape, readLatinName, readName, readWord } from "../name-shapes.ts";
import { fold } from "../normalise.ts";
import type { Page } from "../page.ts";
import type { Span } from "../spans.ts";
import { asPerson } from "./titled-persons.ts";

/** Prepositions behind which a text names who somebody worked with. */
const LATIN_LEAD =
  /(?<![\p{L}])(?:with|alongside|by|under|mit|unter|neben|avec|par|con|com|sob|sotto|contigo|and|und|et|y|e)\s(?=\p{Lu}\p{Ll})/gu;
const MAX_NAME = 40;
/** Firms, institutes and prizes that are called after persons. */
const EPONYMS = new Set(
  "morgan stanley|charles schwab|arthur andersen|carl zeiss|robert bosch|max planck|karl marx|marie curie|victor hugo|calvin klein|ralph lauren|hugo boss|paul smith|louis vuitton|yves rocher|mary kay|jack daniels|eli lilly|levi strauss|oscar mayer|jeronimo martins|salvatore ferragamo|giorgio armani|otto bock|ernst klett|axel springer|heinrich boll|konrad adenauer|friedrich ebert|rosa luxemburg|albert schweitzer|miguel hernandez|alan turing|marshall mcluhan|leonardo da vinci|johns hopkins|george mason|george washington|carlos iii|saint laurent|christian dior|jean paul|mark twain|don bosco|dom bosco|santa clara|san jose|san francisco|santa cruz|alexander humboldt|johannes gutenberg|ludwig maximilian|martin luther"
    .split("|")
    .map(fold),
);

/** `worked with Imogen MacInnes and Oliver Khan`: two capitalised words of which the first is a given name. */
export function findLatinCompanions({ view }: Page): Span[] {
  const spans: Span[] = [];
  for (const match of matchesOf(LATIN_LEAD, view.text)) {
    const start = match.index + match[0].length;
    const limit = Math.min(view.text.length, start + MAX_NAME);
    const shape = readLatinName(view, start, limit, { atLeast: 2, announced: false });
    if (shape && isPerson(shape) && !continues(view, shape.end)) spans.push(asPerson(shape));
  }
  return spans;
}

function isPerson({ parts }: NameShape): boolean {
  const words = parts.map(fold);
  const given = [words[0]!, ...words[0]!.split("-")].some((word) => GIVEN_NAMES.has(word));
  return (
    (given || (words[0]!.length === 1 && GIVEN_NAMES.has(words[1]!))) &&
    !EPONYMS.has(words.slice(0, 2).join(" ")) &&
    !ORGANISATION_WORDS.has(words.at(-1)!)
  );
}

/** A firm's form, a hyphen or an ampersand behind the words makes them something else. */
function continues(view: Page["view"], end: number): boolean {
  if (/^(?:-|'|\s?&|\s?\+)/.test(view.text.slice(end, end + 2))) return true;
  const next = readWord(view, end + 1, Math.min(view.text.length, end + 24));
  return next !== undefined && view.text[end] === " " && ORGANISATION_WORDS.has(next.folded);
}

/** `师从陈志远`, `由沈立诚带领`, `与赵晓峰共同完成`. */
const HAN_COMPANION =
  /(?:师从|師從|师承|師承|跟随|跟隨|由|与|與|和|同|受)([\u4e00-\u9fff]{2,4}?)(?=(?:的)?(?:指导|指導|带领|帶領|主持|领导下|領導下|推荐|推薦|共同|一起|合作|合著|协作|協作|率领|率領|[，。,;；、）)]|$))/g;
const HAN_NAME_LENGTH = { least: 2, most: 4 };

export function findHanCompanions({ view }: Page): Span[] {
  if (!view.han) return [];
  const spans: Span[] = [];
  for (const match of matchesOf(HAN_COMPANION, view.text)) {
    const name = match[1]!;
    const end = match.index + match[0].length;
    const start = end - name.length;
    const certain = /^[师師跟]/.test(match[0]) || /[指带帶主领領推共一合协協率的]/.test(view.text[end] ?? "");
    if (!certain || name.length < HAN_NAME_LENGTH.least || name.length > HAN_NAME_LENGTH.most) continue;
    const shape = readName(view, start, end, { atLeast: 2, announced: false });
    if (shape?.script === "han" && shape.end === end && shape.parts.length === 2)
      spans.push(asPerson({ start, end }));
  }
  return spans;
}

/** `長谷川 由美子のもとで`, `田中太郎と共同で`. */
const JAPANESE_COMPANION =
  /(?<![\u30a1-\u30ff\u3400-\u9fff々])([\u3400-\u9fff々]{1,3}) ?([\u3400-\u9fff々]{1,3}|[\u3041-\u3096]{2,3})(?=の(?:下|もと|指導|指示|監督)|と(?:共同|ともに|共に|協力|一緒|連携))/g;

export function findJapaneseCompanions({ view }: Page): Span[] {
  if (!view.kana) return [];
  return matchesOf(JAPANESE_COMPANION, view.text).flatMap((match) => {
    const spaced = match[0].includes(" ");
    const listed = [3, 2, 1].some((length) =>
      JAPANESE_SURNAMES.has((match[1]! + match[2]!).slice(0, length)),
    );
    return spaced || listed ? [asPerson({ start: match.index, end: match.index + match[0].length })] : [];
  });
}

/** `김철수와 함께`, `박지훈의 지도`. */
const HANGUL_COMPANION =
  /(?<![가-힣])([가-힣]{3,4}|[가-힣]{1,2} [가-힣]{2})(?=(?:와|과)\s(?:함께|공동|협력|협업)|의\s(?:지도|지휘|감독))/g;

export function findHangulCompanions({ view }: Page): Span[] {
  if (!view.hangul) return [];
  return matchesOf(HANGUL_COMPANION, view.text).flatMap((match) => {
    const end = match.index + match[0].length;
    const shape = readName(view, match.index, end, { atLeast: 2, announced: false });
    return shape?.script === "hangul" && shape.end === end ? [asPerson(shape)] : [];
  });
}
