import { matchesOf } from "../matching.ts";
import type { Page } from "../page.ts";
import { RANK, type Span } from "../spans.ts";

const ADMINISTRATIVE =
  /(?:^|(?<=[\s(,]))(?:(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)(?:특별자치시|특별자치도|특별시|광역시|시|도)?|(?:충청|전라|경상)[남북]도|[가-힣]{1,6}(?:시|군|구|읍|면|동|리))$/;
/** A road with a building number (도로명주소법), or a lot number (지번). */
const DOOR =
  /[가-힣\d·]{1,14}(?:로|길)\s?\d{1,4}(?:번길|번가길|길)?(?:\s?\d{1,4}(?!\d|층|호|동|관))?(?:-\d{1,4})?(?![\d%년월일명개건])|[가-힣\d]{1,8}(?:동|읍|면|리|가)\s\d{1,4}(?:-\d{1,4})?(?:번지)?(?![\d%년월일명개건])/g;
const TAIL_TOKEN =
  /^\(?(?:[가-힣A-Za-z\d·-]{0,16}?(?:아파트|빌딩|타워|센터|빌라|빌|오피스텔|스퀘어|맨션|주택|하우스|팰리스|캐슬|자이|푸르지오|래미안|힐스테이트|파크|단지|상가|플라자|원룸|기숙사)|[가-힣A-Za-z\d-]{0,8}(?:동|호|층|호실|번지|블럭|블록|관))\)?,?$/;

/** Korean addresses: administrative units, then a road and number or a lot, then building, floor and room. */
export function findKoreanAddresses(page: Page): Span[] {
  if (!page.view.hangul) return [];
  const { text } = page.view;
  const spans: Span[] = [];
  for (const match of matchesOf(DOOR, text)) {
    if (match.index < (spans.at(-1)?.end ?? 0)) continue;
    const start = leftEdge(text, match.index);
    if (start === match.index) continue;
    spans.push({
      type: "ADDRESS",
      start,
      end: rightEdge(text, match.index + match[0].length),
      rank: RANK.address,
    });
  }
  return spans;
}

/** Goes back over administrative units, and over a postcode before them. */
function leftEdge(text: string, at: number): number {
  let start = at;
  for (let count = 0; count < 5; count++) {
    const before = /([가-힣\d]{1,12})\s{1,2}$/.exec(text.slice(Math.max(0, start - 16), start));
    if (!before || !ADMINISTRATIVE.test(before[1]!)) break;
    start -= before[0].length;
  }
  const postcode = /[(〒]?\s?(?:우\s?)?\d{5}\)?\s{0,2}$/.exec(text.slice(Math.max(0, start - 12), start));
  return postcode && start < at ? start - postcode[0].length : start;
}

function rightEdge(text: string, at: number): number {
  let end = at;
  let scan = at;
  for (let count = 0; count < 7; count++) {
    const token = /^(?:,\s?|\s|(?=\())([^\s,]{1,20}(?:,(?!\s?\d{4}))?)/.exec(text.slice(scan, scan + 24));
    if (!token || /\n/.test(token[0])) break;
    scan += token[0].length;
    if (TAIL_TOKEN.test(token[1]!)) end = token[1]!.endsWith(",") ? scan - 1 : scan;
    else if (count > 0 && scan - end > 24) break;
    else if (!/^[가-힣A-Za-z\d()]+,?$/.test(token[1]!) || /[:@]/.test(token[1]!)) break;
  }
  return end;
}
