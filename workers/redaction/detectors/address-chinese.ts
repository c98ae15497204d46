import { isAsciiLetter, isDigit, isHan } from "../characters.ts";
import { matchesOf } from "../matching.ts";
import { labelAround, type Page } from "../page.ts";
import { RANK, type Span } from "../spans.ts";

/** A house, lane, building or room number: what makes a place somebody's door. */
const DOOR =
  /\d{1,5}(?:[-之]\d{1,4})?\s?(?:号(?![线店机令院])|號|弄|巷|栋|棟|幢|座|单元|單元|号楼|楼|樓|室)|(?<=[路街道巷村里段])[一二三四五六七八九十百]{1,4}[号號弄巷]/g;
/** What stands right before a door: a road, a lane, an estate, a village. */
const ROAD_END =
  /(?:路|街|道|巷|弄|村|镇|鎮|乡|鄉|里|屯|庄|莊|园|園|苑|城|区|區|胡同|新村|公寓|大厦|大廈|广场|廣場|段|号院|坊|湾|灣|府|郡|庭|轩|軒|阁|閣|居|邨|街道|组|組|宿舍|大院|家属院|家屬院|眷村|社区宿舍|社區宿舍)\s?$/;
const PLACE = /[省市县縣区區州盟旗]|香港|九龍|新界|澳門|台北|臺北/;
const NOT_ROADS =
  /(?:思路|线路|線路|电路|電路|网路|網路|管道|渠道|通道|频道|頻道|赛道|轨道|隧道|报道|街道办|知道|味道|社区|小程序|开发区|论坛|教程)\s?$/;
const MAX_LEFT = 60;
const MAX_RIGHT = 70;

const PART =
  /^(?:[ ,，]{0,2}(?:[(]?[\u3400-\u9fffA-Za-z\d·#-]{0,24}?(?:号楼|号院|号|號|栋|棟|幢|座|单元|單元|层|層|楼|樓|室|户|戶|房|门|門|期|大厦|大廈|广场|廣場|中心|公寓|花园|花園|小区|小區|园区|園區|产业园|科技园|软件园|创意园|苑|厦|馆|館|之\d{1,3}|[A-Z]座)[)]?|\d{3,4}(?![\d年号.\-/:])))/;

/** Chinese addresses run from the large to the small; found by a door and read back to where they begin. */
export function findChineseAddresses(page: Page): Span[] {
  if (!page.view.han) return [];
  const { text } = page.view;
  const spans: Span[] = [];
  for (const match of matchesOf(DOOR, text)) {
    if (match.index < (spans.at(-1)?.end ?? 0)) continue;
    const start = leftEdge(page, match.index, spans.at(-1)?.end ?? 0);
    const left = text.slice(start, match.index);
    if (left.length < 2 || !ROAD_END.test(left) || NOT_ROADS.test(left)) continue;
    const end = rightEdge(text, match.index + match[0].length);
    if (!PLACE.test(left) && left.replace(/\d/g, "").length < 3) continue;
    if (!PLACE.test(left) && end === match.index + match[0].length && start > page.personalEnd) continue;
    spans.push({ type: "ADDRESS", start, end, rank: RANK.address });
  }
  return spans;
}

const INTRODUCTION =
  /.*(?:位于|位於|住在|居住在|居住于|居住於|现居|現居|坐落于|地址|住址|住所|来自|来至|租住|搬到|寄到|于|在)(?=[\u3400-\u9fff]{3})/;

function leftEdge(page: Page, at: number, floor: number): number {
  const { text } = page.view;
  let start = at;
  while (start > floor && at - start < MAX_LEFT) {
    const unit = text.charCodeAt(start - 1);
    const part = isHan(unit) || isDigit(unit) || isAsciiLetter(unit) || unit === 45 || unit === 0xb7;
    const blank =
      unit === 32 &&
      /[省市区區县縣镇鎮乡鄉路街道號号\d]/.test(text[start - 2] ?? "") &&
      isHan(text.charCodeAt(start));
    if (!part && !blank) break;
    start--;
  }
  const label = labelAround(page, at);
  if (label && label.valueStart > start && label.valueStart <= at) start = label.valueStart;
  const intro = INTRODUCTION.exec(text.slice(start, at));
  if (intro) start += intro[0].length;
  const postcode = /^\d{7,}/.exec(text.slice(start, at));
  return postcode ? start + postcode[0].length : start;
}

function rightEdge(text: string, at: number): number {
  let end = at;
  for (let count = 0; count < 8 && end - at < MAX_RIGHT; count++) {
    const part = PART.exec(text.slice(end, end + 40));
    if (!part) break;
    if (/^\s/.test(part[0]) && !/\d|座|楼|樓/.test(part[0])) break;
    end += part[0].length;
  }
  return end;
}
