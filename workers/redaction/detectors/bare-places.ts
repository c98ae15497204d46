import type { Piece } from "./pieces.ts";

const PROVINCE =
  "(?:北京|天津|上海|重庆|重慶|河北|山西|辽宁|遼寧|吉林|黑龙江|黑龍江|江苏|江蘇|浙江|安徽|福建|江西|山东|山東|河南|湖北|湖南|广东|廣東|海南|四川|贵州|貴州|云南|雲南|陕西|陝西|甘肃|甘肅|青海|台湾|台灣|臺灣|内蒙古|广西|廣西|西藏|宁夏|新疆|香港|澳门|澳門|臺北|台北|新北|桃園|臺中|台中|臺南|台南|高雄|基隆|新竹|苗栗|彰化|南投|雲林|嘉義|屏東|宜蘭|花蓮|臺東|台東|澎湖|金門)";
const TOWN =
  "(?:成都|武汉|南京|西安|杭州|广州|深圳|青岛|大连|沈阳|长沙|郑州|济南|哈尔滨|长春|合肥|福州|厦门|南昌|昆明|贵阳|南宁|太原|石家庄|兰州|苏州|无锡|宁波|温州)";
const DIVISION = "[\\u3400-\\u9fff]{1,8}(?:省|市|县|縣|区|區|州|盟|旗|乡|鄉|镇|鎮|村)";
const FROM =
  "(?:来自|來自|祖籍|籍贯|籍貫|老家(?:在|是)?|原籍|家乡(?:在|是)?|家鄉(?:在|是)?|出生于|出生於|生于|生於)";
/** `山东青岛人`, `湖南籍`, `来自广东省梅州市`: a province or town with the word for a native or for coming from there. */
const ORIGIN = new RegExp(
  `^(?:(?:${PROVINCE}[省市县縣]?[\\u3400-\\u9fff]{0,8}|${TOWN}|${DIVISION})[人籍]|${FROM}(?:${PROVINCE}[\\u3400-\\u9fff]{0,9}|${DIVISION}))$`,
);
const LEAD = new RegExp(`^${FROM}`);

/** The characters that the alternatives of a pattern's source begin with. */
const firstCharacters = (...sources: readonly string[]): ReadonlySet<string> =>
  new Set(sources.flatMap((source) => source.match(/(?<=[|:])[\u3400-\u9fff\uac00-\ud7a3]/g) ?? []));
const FROM_OPENINGS = firstCharacters(FROM);

/** A native ends in one of two characters, and a verb of coming opens with one of a few. */
const mayBeOrigin = (text: string, { start, end }: Piece): boolean => {
  const last = text.charAt(end - 1);
  return last === "人" || last === "籍" || FROM_OPENINGS.has(text.charAt(start));
};

/** The place of a piece of Chinese that says where somebody comes from, without the verb in front. */
export function readOrigin(text: string, piece: Piece): Piece | undefined {
  if (!mayBeOrigin(text, piece)) return undefined;
  const { start, end } = piece;
  const words = text.slice(start, end);
  return ORIGIN.test(words) ? { start: start + (LEAD.exec(words)?.[0].length ?? 0), end } : undefined;
}

const PREFECTURE =
  "(?:東京都?|京都府?|大阪府?|北海道|(?:青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|神奈川|新潟|富山|石川|福井|山梨|長野|岐阜|静岡|愛知|三重|滋賀|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分|宮崎|鹿児島|沖縄)県?)";
export const KOREAN_PROVINCE =
  "(?:(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)(?:특별시|광역시|특별자치시|특별자치도|시|도)?|(?:충청|전라|경상)[남북]?도)";
/** A province between other facts is where somebody comes from; a mere town may be where somebody lives. */
const WEAK_PLACE = new RegExp(
  `^(?:${PROVINCE}(?:省|[縣县]|市[\\u3400-\\u9fff]{1,6}[区區])[\\u3400-\\u9fff]{0,8}|${PREFECTURE}(?:[\\u3041-\\u9fff]{1,6}[市区町村郡])?(?:出身|生まれ)?|${KOREAN_PROVINCE}(?: [가-힣]{1,4}[시군구])?(?: ?출신| ?출생)?)$`,
);

const PLACE_OPENINGS = firstCharacters(PROVINCE, PREFECTURE, KOREAN_PROVINCE);

/** True for a piece of CJK text that is a place, and where its company decides whether it is the person's. */
export const isPlace = (words: string): boolean =>
  PLACE_OPENINGS.has(words.charAt(0)) && WEAK_PLACE.test(words);

/** `Köln`, `Überlingen (Bayern)`, `Fairview, TX`: a place in Latin script, from its start. */
const LATIN_PLACE =
  /^\p{Lu}[\p{Ll}'’]{2,20}(?:[ -](?:\p{Lu}[\p{Ll}'’]{1,20}|am|an der|im|de|del|do|da|di|sur|upon)){0,3}$/u;
export const isLatinPlace = (words: string): boolean => LATIN_PLACE.test(words);
