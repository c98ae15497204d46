import { buildLexicon } from "../lexicon.ts";

/** Street words that follow a name and a number: USPS Publication 28 appendix C1, British and Indian usage. */
export const STREET_WORDS = buildLexicon(
  "street st str avenue ave av road rd drive dr lane ln court ct boulevard blvd way place pl terrace ter square sq crescent cres close gardens gdns grove parkway pkwy highway hwy circle cir trail trl mews row hill walk view rise green park heights ridge loop plaza alley path turnpike expressway crossing broadway quay wharf esplanade parade nagar marg colony enclave vihar layout chowk bagh puram salai gali"
    .split(" ")
    .map((word) => [word, true] as const),
);

/** The 47 prefectures (JIS X 0401). */
export const PREFECTURES = buildLexicon(
  "北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 新潟県 富山県 石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県 岡山県 広島県 山口県 徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県"
    .split(" ")
    .map((name) => [name, true] as const),
);
