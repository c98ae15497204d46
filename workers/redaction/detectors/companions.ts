import { isWordLetter } from "../characters.ts";
import { GIVEN_NAMES } from "../lexicons/given-names.ts";
import { ORGANISATION_WORDS } from "../lexicons/name-words.ts";
import { JAPANESE_SURNAMES } from "../lexicons/surnames.ts";
import { matchesOf } from "../matching.ts";
import { type NameShape, readLatinName, readName, readWord } from "../name-shapes.ts";
import { NOT_OF_NAMES } from "../name-shapes-cjk.ts";
import { fold } from "../normalise.ts";
import type { Page } from "../page.ts";
import type { Span } from "../spans.ts";
import { asPerson } from "./titled-persons.ts";

/** Prepositions, conjunctions and posts behind which a text names whom somebody worked with. */
const PREPOSITIONS =
  "with|alongside|by|under|mit|unter|neben|avec|par|con|com|sob|sotto|and|und|et|y|e|für|for|pour|para|per|von|bei|durch|to|from";
const POSTS =
  "manager|boss|colleague|colleagues|mentor|supervisor|director|professor|founder|co-founder|partner|lead|head|ceo|cto|cfo|coo|vp|chair|coach|teacher|advisor|adviser" +
  "|chefin|chef|leiterin|leiter|abteilungsleiterin|abteilungsleiter|teamleiterin|teamleiter|projektleiterin|projektleiter|geschäftsführerin|geschäftsführer|vorgesetzten|vorgesetzte|kollegin|kollegen|kollege|mentorin|professorin|dozentin|dozent" +
  "|directeur|directrice|responsable|collègue|collègues|mentore|cheffe|professeur|professeure|gérant|gérante|encadrant|encadrante" +
  "|directora|jefe|jefa|compañero|compañera|compañeros|gerente|profesor|profesora|encargado|encargada|coordinador|coordinadora" +
  "|diretor|diretora|chefe|colega|colegas|gestor|gestora|orientador|orientadora|professora|coordenador|coordenadora" +
  "|direttore|direttrice|responsabile|collega|colleghi|capo|professore|professoressa|coordinatore|coordinatrice";
const LEADS: ReadonlySet<string> = new Set([...PREPOSITIONS.split("|"), ...POSTS.split("|")].map(fold));
/** A word of small letters, or a post, ends here and a capitalised word begins. */
const BOUNDARY = /[a-z\u00df-\u00ff] (?=[A-Z\u00c0-\u024f][a-z\u00df-\u024f])/g;
const LONGEST_LEAD = 24;

/** The word that ends at `end`, folded. */
function wordBefore({ text, folded }: Page["view"], end: number): string {
  let start = end;
  while (
    end - start < LONGEST_LEAD &&
    (isWordLetter(text.charCodeAt(start - 1)) || text.charCodeAt(start - 1) === 45)
  )
    start--;
  return folded.slice(start, end);
}
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
  for (const { index } of matchesOf(BOUNDARY, view.text)) {
    if (!LEADS.has(wordBefore(view, index + 1))) continue;
    const start = index + 2;
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

/** `上司の山田 太郎と`, `同僚の佐藤花子が`: a relation, and the person. */
const JAPANESE_RELATION =
  /(?:上司|同僚|先輩|後輩|部下|恩師|担任|部長|課長|社長|店長|担当)(?:の|である|・)([\u3400-\u9fff々]{1,3}) ?([\u3400-\u9fff々]{1,3}|[\u3041-\u3096]{2,3}?)(?=[とにのがはを、。(（]|から|より|$)/g;
/** `팀장 김철수와`, `동료 박지훈이`. */
const HANGUL_RELATION =
  /(?<![가-힣])(?:팀장|부장|과장|차장|대리|이사|대표|교수|동료|선배|후배|상사|매니저|멘토|사수|원장|실장) ([가-힣]{3})(?=[이가은는을를와과의에께]{0,2}(?:[\s,.()]|$))/g;

/** `長谷川 由美子のもとで`, `田中太郎と共同で`. */
const JAPANESE_COMPANION =
  /(?<![\u30a1-\u30ff\u3400-\u9fff々])([\u3400-\u9fff々]{1,3}) ?([\u3400-\u9fff々]{1,3}|[\u3041-\u3096]{2,3})(?=の(?:下|もと|指導|指示|監督)|と(?:共同|ともに|共に|協力|一緒|連携))/g;

export function findJapaneseCompanions({ view }: Page): Span[] {
  if (!view.kana) return [];
  const matches = [JAPANESE_COMPANION, JAPANESE_RELATION].flatMap((pattern) => matchesOf(pattern, view.text));
  return matches.flatMap((match) => {
    const end = match.index + match[0].length;
    const spaced = match[0].includes(" ");
    const written = match[1]! + match[2]!;
    const listed = [3, 2, 1].some(
      (length) => written.length > length && JAPANESE_SURNAMES.has(written.slice(0, length)),
    );
    const start = end - written.length - (spaced ? 1 : 0);
    return (spaced && !NOT_OF_NAMES.test(written)) || listed ? [asPerson({ start, end })] : [];
  });
}

/** `김철수와 함께`, `박지훈의 지도`. */
const HANGUL_COMPANION =
  /(?<![가-힣])([가-힣]{3,4}|[가-힣]{1,2} [가-힣]{2})(?=(?:와|과)\s(?:함께|공동|협력|협업)|의\s(?:지도|지휘|감독))/g;

export function findHangulCompanions({ view }: Page): Span[] {
  if (!view.hangul) return [];
  const matches = [HANGUL_COMPANION, HANGUL_RELATION].flatMap((pattern) => matchesOf(pattern, view.text));
  return matches.flatMap((match) => {
    const end = match.index + match[0].length;
    const shape = readName(view, end - match[1]!.length, end, { atLeast: 2, announced: false });
    return shape?.script === "hangul" && shape.end === end ? [asPerson(shape)] : [];
  });
}
