import { isDigit, isHan, isKana } from "../characters.ts";
import { scanOpened } from "../lexicon.ts";
import { PREFECTURES } from "../lexicons/places.ts";
import { matchesOf } from "../matching.ts";
import { labelAround, type Page } from "../page.ts";
import { OPENS } from "../page-vocabulary.ts";
import { RANK, type Span } from "../spans.ts";

const POSTCODE = /〒\s?\d{3}-?\d{4}|(?<![\d-])\d{3}-\d{4}(?=[\s\n]{0,3}[\u3400-\u9fff]{2,4}[都道府県市区])/g;
const BLOCK =
  /\d{1,4}\s?丁目|\d{1,5}\s?番地?|\d{1,4}-\d{1,4}(?:-\d{1,5}){0,3}|[一二三四五六七八九十]{1,3}丁目/;
const BLOCKS = new RegExp(BLOCK.source, "g");
const MAX_BODY = 60;

const isBody = (c: number): boolean =>
  isHan(c) || isKana(c) || isDigit(c) || c === 45 || c === 0x30fb || c === 0x30a1;

/** Japanese addresses: a postcode, a prefecture with a block, or a municipality with a block. */
export function findJapaneseAddresses(page: Page): Span[] {
  if (!page.view.han) return [];
  const { text, folded } = page.view;
  const spans: Span[] = [];
  for (const match of matchesOf(POSTCODE, text)) {
    const bodyStart =
      match.index +
      match[0].length +
      /^[\s\n]{0,3}/.exec(text.slice(match.index + match[0].length, match.index + match[0].length + 4))![0]
        .length;
    const body = readBody(text, bodyStart);
    const has = /[都道府県市区町村郡]/.test(text.slice(bodyStart, body));
    spans.push(address(match.index, has ? withBuilding(text, body) : match.index + match[0].length));
  }
  for (const hit of scanOpened(PREFECTURES, OPENS.prefecture, folded, page)) {
    const body = readBody(text, hit.start);
    const value = text.slice(hit.end, body);
    if (!/[市区町村郡]/.test(value) || !/\d|丁目/.test(value)) continue;
    spans.push(address(hit.start, withBuilding(text, body)));
  }
  for (const match of matchesOf(BLOCKS, text)) {
    if (match.index < (spans.at(-1)?.end ?? 0)) continue;
    const start = municipalityStart(page, match.index);
    if (start < 0) continue;
    spans.push(address(start, withBuilding(text, readBody(text, match.index))));
  }
  return spans;
}

const address = (start: number, end: number): Span => ({ type: "ADDRESS", start, end, rank: RANK.address });

/** The unbroken run of place names and numbers; one blank may stand before the block. */
function readBody(text: string, at: number): number {
  let end = at;
  while (end - at < MAX_BODY) {
    if (isBody(text.charCodeAt(end))) {
      end++;
      continue;
    }
    const gap = text.charCodeAt(end) === 32 && end > at;
    const next = text.slice(end + 1, end + 12);
    if (
      gap &&
      (/^[\u3041-\u9fff]{1,10}[市区町村郡]/.test(next) ||
        BLOCK.test(next.slice(0, 4)) ||
        /^\d{1,4}(?:-\d|番|号|丁)/.test(next))
    ) {
      end++;
      continue;
    }
    break;
  }
  const copula = COPULA.exec(text.slice(at, end));
  return copula ? end - copula[0].length : end;
}

/** Running text goes on in hiragana behind the block: `…21番1号です`. */
const COPULA = /(?<=[号番地\d])[\u3041-\u3096]{1,20}$/;

const BUILDING =
  /^[\s\n]{0,2}(?:[\u3041-\u30ff\u3400-\u9fffA-Za-z・ー'&. -]{2,30}?\s?[A-Z]?-?\d{1,5}(?:号室|号|階|F|号棟)?|[\u3041-\u30ff\u3400-\u9fffA-Za-z・ー]{2,30}(?:マンション|ハイツ|コーポ|ビル|荘|寮|アパート|レジデンス|ハウス|タワー|メゾン|コート)(?:\s?\d{1,5}(?:号室|号|階|F)?)?|\d{1,5}号室)(?=[\s\n,、)(]|$)/;

/** A building's name and room after a blank, where they end their line. */
function withBuilding(text: string, at: number): number {
  const building = BUILDING.exec(text.slice(at, at + 50));
  if (!building) return at;
  if (
    building[0].includes("\n") &&
    !/号室|マンション|ハイツ|コーポ|荘|寮|アパート|メゾン|タワー|レジデンス/.test(building[0])
  )
    return at;
  if (/電話|携帯|TEL|Tel|メール|氏名|年齢|性別/.test(building[0])) return at;
  return at + building[0].length;
}

function municipalityStart(page: Page, at: number): number {
  const { text } = page.view;
  let start = at;
  while (
    start > 0 &&
    at - start < 40 &&
    (isHan(text.charCodeAt(start - 1)) || isKana(text.charCodeAt(start - 1)))
  )
    start--;
  const label = labelAround(page, at);
  if (label && label.valueStart > start && label.valueStart <= at) start = label.valueStart;
  const left = text.slice(start, at);
  const place = /^[\u3041-\u9fff]{1,8}?[市区町村郡]/.exec(left);
  if (!place || left.length < 4) return -1;
  return place[0].length >= 2 && !/^(?:社区|小区|园区|地区|时区|专区)/.test(place[0]) ? start : -1;
}
