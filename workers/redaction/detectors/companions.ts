import { isUpper, isWordLetter } from "../characters.ts";
import { givenNameLength, JAPANESE_GIVEN_NAMES } from "../lexicons/japanese-given-names.ts";
import { ORGANISATION_WORDS } from "../lexicons/name-words.ts";
import { matchesOf } from "../matching.ts";
import { readLatinName, readName, readWord } from "../name-shapes.ts";
import { NOT_OF_NAMES, soundsJapanese } from "../name-shapes-cjk.ts";
import { fold } from "../normalise.ts";
import type { Page } from "../page.ts";
import type { Span } from "../spans.ts";
import { namesPerson } from "./person-evidence.ts";
import { asPerson } from "./titled-persons.ts";

/** Prepositions, conjunctions and posts behind which a text names whom somebody worked with. */
const PREPOSITIONS =
  "with|alongside|beside|by|under|mit|unter|neben|samt|avec|par|con|com|sob|sotto|sous|and|und|et|y|e|or|oder|ou|o|für|for|pour|para|per|von|bei|durch|to|from|then|puis|ensuite|dann|danach|später|sowie|luego|después|depois|poi|dopo|after|before|like|via";
const POSTS =
  "manager|boss|colleague|colleagues|mentor|supervisor|director|professor|founder|co-founder|partner|lead|head|ceo|cto|cfo|coo|vp|chair|coach|teacher|advisor|adviser" +
  "|chefin|chef|leiterin|leiter|abteilungsleiterin|abteilungsleiter|teamleiterin|teamleiter|projektleiterin|projektleiter|geschäftsführerin|geschäftsführer|vorgesetzten|vorgesetzte|kollegin|kollegen|kollege|mentorin|professorin|dozentin|dozent" +
  "|directeur|directrice|responsable|collègue|collègues|mentore|cheffe|professeur|professeure|gérant|gérante|encadrant|encadrante" +
  "|directora|jefe|jefa|compañero|compañera|compañeros|gerente|profesor|profesora|encargado|encargada|coordinador|coordinadora" +
  "|diretor|diretora|chefe|colega|colegas|gestor|gestora|orientador|orientadora|professora|coordenador|coordenadora" +
  "|direttore|direttrice|responsabile|collega|colleghi|capo|professore|professoressa|coordinatore|coordinatrice";
const LEADS: ReadonlySet<string> = new Set([...PREPOSITIONS.split("|"), ...POSTS.split("|")].map(fold));
/** Behind `my` and one of these a single capitalised word is a name too: `my husband Tariq`. */
const KIN: ReadonlySet<string> = new Set(
  (
    "husband|wife|spouse|fiancé|fiancée|son|daughter|brother|sister|mother|father" +
    "|mann|frau|ehemann|ehefrau|sohn|tochter|bruder|schwester|mutter|vater" +
    "|mari|femme|épouse|époux|fils|fille|frère|soeur|mère|père" +
    "|marido|mujer|esposo|esposa|hijo|hija|hermano|hermana|madre|padre" +
    "|filho|filha|irmão|irmã|mãe|pai|marito|moglie|figlio|figlia|fratello|sorella"
  )
    .split("|")
    .map(fold),
);
const POSSESSIVES: ReadonlySet<string> = new Set(
  (
    "my|our|his|her|their|mein|meine|meinem|meinen|meiner|unser|unsere|unserem|unserer|mon|ma|notre" +
    "|mi|nuestro|nuestra|meu|minha|nosso|nossa|mio|mia|nostro|nostra"
  ).split("|"),
);
/** Further posts and relations, which German writes with a capital: `Tochter Agnieszka Lorenz`. */
const FURTHER_ROLES =
  "architekten|architekt|architektin|verleger|verlegers|meister|meisters|lehrer|lehrers|lehrerin|pfarrer|pastor|trainer|trainerin|betreuer|betreuerin|ausbilder|ausbilderin|gutachter|gutachterin|obmann|direktor|direktorin|vorstand|vorstands|vorstandsvorsitzender|vorstandsvorsitzenden|aufsichtsratsvorsitzender|aufsichtsratsvorsitzenden|bürgermeister|bürgermeisterin|freundin|freund|lebensgefährtin|lebensgefährte|lebensgefährten|partnerin|oma|opa|tante|onkel|cousin|cousine|neffe|nichte|schwager|schwägerin|gatte|gattin|notfallkontakt|zeuge|zeugin|kr|pr|uncle|aunt|granddad|grandma|grandfather|grandmother|nephew|niece|cellist|oncle|tante|compagne|compagnon|conjointe|conjoint|beau-frère|belle-soeur|tío|tía|abuelo|abuela|cuñado|cuñada|primo|prima|novio|novia|zio|zia|nonno|nonna|cognato|cognata|compagno|compagna|tio|tia|avô|avó|cunhado|cunhada|namorado|namorada|pan|pani|formand|esihenkilö|onkel|mormor|farmor|morfar|farfar";
const ROLES: ReadonlySet<string> = new Set([
  ...KIN,
  ...[...POSTS.split("|"), ...FURTHER_ROLES.split("|")].map(fold),
]);

/** Whether a word tells who somebody is, by post or by kin; folded. */
export const isRole = (word: string): boolean => ROLES.has(word);

const BLANK = 32;
const LAST_LATIN = 0x24f;
const isCapital = (unit: number): boolean => isUpper(unit) && unit <= LAST_LATIN;
const isSmall = (unit: number): boolean => isWordLetter(unit) && !isUpper(unit) && unit <= LAST_LATIN;

/** True where behind a word of small letters and one blank a capitalised word begins. */
const opensBehindSmall = (text: string, start: number): boolean =>
  start >= 2 &&
  start + 1 < text.length &&
  isCapital(text.charCodeAt(start)) &&
  text.charCodeAt(start - 1) === BLANK &&
  isSmall(text.charCodeAt(start + 1)) &&
  isSmall(text.charCodeAt(start - 2));

const LONGEST_LEAD = 24;
const HYPHEN = 45;

/** The word that ends at `end`, folded. */
function wordBefore({ text, folded }: Page["view"], end: number): string {
  let start = end;
  while (
    start > 0 &&
    end - start < LONGEST_LEAD &&
    (isWordLetter(text.charCodeAt(start - 1)) || text.charCodeAt(start - 1) === HYPHEN)
  )
    start--;
  return folded.slice(start, end);
}
const MAX_NAME = 40;

/** How many capitalised words a person's name needs behind what stands before it; 0 where nothing there announces one. */
function fewestWords(view: Page["view"], start: number): number {
  const lead = wordBefore(view, start - 1);
  if (KIN.has(lead) && POSSESSIVES.has(wordBefore(view, start - 2 - lead.length))) return 1;
  return LEADS.has(lead) ? 2 : 0;
}

/**
 * `worked with Imogen MacInnes and Oliver Khan`: two capitalised words of which the first is a given name. What stands
 * behind `my husband` needs to be no known name.
 */
export function findLatinCompanions({ view, starts }: Page): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < starts.length; i++) {
    const start = starts[i]!;
    if (!opensBehindSmall(view.text, start)) continue;
    const atLeast = fewestWords(view, start);
    if (atLeast === 0) continue;
    const limit = Math.min(view.text.length, start + MAX_NAME);
    const shape = readLatinName(view, start, limit, { atLeast, announced: false });
    if (shape && (atLeast === 1 || namesPerson(shape.parts)) && !continues(view, shape.end))
      spans.push(asPerson(shape));
  }
  return spans;
}

/** A firm's form, a hyphen or an ampersand behind the words makes them something else. */
function continues(view: Page["view"], end: number): boolean {
  if (/^(?:-|'|\s?&|\s?\+)/.test(view.text.slice(end, end + 2))) return true;
  const next = readWord(view, end + 1, Math.min(view.text.length, end + 24));
  return next !== undefined && view.text[end] === " " && ORGANISATION_WORDS.has(next.folded);
}

/** `上司の山田 太郎と`, `同僚の佐藤花子が`: a relation, and the person. */
const JAPANESE_RELATION =
  /(?:上司|同僚|先輩|後輩|部下|恩師|担任|部長|課長|係長|社長|店長|工場長|担当|教授|教員|恩人|同期|友人|講師|主任|代表|責任者|リーダー|マネージャー|マネジャー|メンター|コーチ|トレーナー|パートナー|ディレクター|スーパーバイザー|エンジニア|デザイナー)(?:の|である|・|だった)([\u3400-\u9fff々]{1,3}) ?([\u3400-\u9fff々]{1,3}|[\u3041-\u3096]{2,3}?)(?=[とにのがはを、。(（氏]|から|より|さん|様|$)/g;
/** `팀장 김철수와`, `동료 박지훈이`. */
const HANGUL_RELATION =
  /(?<![가-힣])(?:팀장|부장|과장|차장|대리|이사|대표|교수|동료|선배|후배|상사|매니저|멘토|사수|원장|실장|아버지|어머니|부친|모친|아내|남편|배우자|아들|딸|동생|남동생|여동생|오빠|누나|언니|친구|약혼자|약혼녀) ([가-힣]{3})(?=[이가은는을를와과의에께]{0,2}(?:[\s,.()]|$))/g;

const JAPANESE_KIN =
  "妻|夫|父親?|母親?|長男|次男|三男|長女|次女|三女|兄|弟|姉|妹|息子|娘|祖父|祖母|叔父|叔母|伯父|伯母|婚約者|配偶者";
/** `妻の花子は`, `父・一郎と`: of the family the given name alone stands behind the relation. */
const JAPANESE_FAMILY = new RegExp(
  `(?<![\\u3400-\\u9fff々])(?:${JAPANESE_KIN})(?:の|・|である|:|：|、| )? ?([\\u3400-\\u9fff々]{1,3} )?([\\u3400-\\u9fff々]{2,6})(?=[はがをにもとの、,。・(（\\s]|さん|$)`,
  "g",
);

/** `長谷川 由美子のもとで`, `田中太郎と共同で`. */
const JAPANESE_COMPANION =
  /(?<![\u30a1-\u30ff\u3400-\u9fff々])([\u3400-\u9fff々]{1,3}) ?([\u3400-\u9fff々]{1,3}|[\u3041-\u3096]{2,3})(?=の(?:下|もと|指導|指示|監督)|と(?:共同|ともに|共に|協力|一緒|連携))/g;

export function findJapaneseCompanions({ view }: Page): Span[] {
  if (!view.kana) return [];
  const matches = [JAPANESE_COMPANION, JAPANESE_RELATION].flatMap((pattern) => matchesOf(pattern, view.text));
  const family = matchesOf(JAPANESE_FAMILY, view.text).flatMap(readRelative);
  const companions = matches.flatMap((match) => {
    const end = match.index + match[0].length;
    const spaced = match[0].includes(" ");
    const written = match[1]! + match[2]!;
    const start = end - written.length - (spaced ? 1 : 0);
    return (spaced && !NOT_OF_NAMES.test(written)) || soundsJapanese(written)
      ? [asPerson({ start, end })]
      : [];
  });
  return [...companions, ...family];
}

/** A relative's name, when a listed given name ends it. */
function readRelative(match: RegExpMatchArray): Span[] {
  const [whole, family = "", given = ""] = match;
  if (!JAPANESE_GIVEN_NAMES.has(given) && givenNameLength(given) === 0) return [];
  const end = match.index! + whole.length;
  return [asPerson({ start: end - given.length - family.length, end })];
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
