/** Names of languages and words for how well one is known. Folded lower case. */

export const LANGUAGE_NAMES: Readonly<Record<string, RegExp>> = {
  en: named(
    "english|englisch(?:kenntnisse)?|anglais|ingles|inglese|engels|angielski",
    "英语|英文|英語|영어|английский",
  ),
  zh: named(
    "chinese|mandarin|putonghua|chinesisch|chinois|chino|cinese",
    "中文|汉语|漢語|普通话|普通話|国语|國語|中国語|北京語|중국어|китайский",
  ),
  yue: named("cantonese|kantonesisch|cantonais", "粤语|粵語|广东话|広東語"),
  ja: named("japanese|japanisch|japonais|japones|giapponese", "日语|日文|日語|日本語|일본어|японский"),
  ko: named("korean|koreanisch|coreen|coreano", "韩语|韓語|韩文|韓国語|한국어"),
  de: named(
    "german|deutsch(?:kenntnisse)?|allemand|aleman|tedesco|duits|niemiecki",
    "德语|德文|德語|ドイツ語|독일어|немецкий",
  ),
  fr: named("french|franzosisch|francais|frances|francese|frans", "法语|法文|法語|フランス語|프랑스어"),
  es: named("spanish|spanisch|espagnol|espanol|castellano|spagnolo", "西班牙语|西班牙語|スペイン語|스페인어"),
  pt: named(
    "portuguese|portugiesisch|portugais|portugues|portoghese",
    "葡萄牙语|葡萄牙語|ポルトガル語|포르투갈어",
  ),
  it: named("italian|italienisch|italien|italiano", "意大利语|義大利語|イタリア語|이탈리아어"),
  ru: named("russian|russisch|russe|ruso|russo", "俄语|俄語|ロシア語|러시아어|русский"),
  nl: named("dutch|niederlandisch|neerlandais|nederlands|holandes", "荷兰语|オランダ語"),
  pl: named("polish|polnisch|polonais|polaco|polski", "波兰语|ポーランド語"),
  tr: named("turkish|turkisch|turc|turco|turkce", "土耳其语|トルコ語"),
  ar: named("arabic|arabisch|arabe", "阿拉伯语|アラビア語|아랍어"),
  hi: named("hindi", "印地语|ヒンディー語"),
  vi: named("vietnamese|vietnamesisch|vietnamien", "越南语|ベトナム語|베트남어"),
  th: named("thai|thailandisch", "泰语|タイ語|태국어"),
  id: named("indonesian|indonesisch|bahasa indonesia", "印尼语|インドネシア語"),
  uk: named("ukrainian|ukrainisch", "乌克兰语|ウクライナ語"),
  sv: named("swedish|schwedisch|svenska", "瑞典语|スウェーデン語"),
};

function named(words: string, unspaced: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${words})(?![\\p{Script=Latin}])|${unspaced}`, "gu");
}

/** 1 to 6 for A1 to C2, 7 for a native speaker. */
export const RANKS = { A1: 1, A2: 2, B1: 3, B2: 4, C1: 5, C2: 6, native: 7 } as const;

/** Common European Framework codes themselves. */
export const CEFR = /(?<![a-z0-9])([abc][12])(?![a-z0-9])/gu;

/**
 * Words for a level, as near as the Framework's own descriptions and the five steps of LinkedIn's scale allow. Longer
 * wordings stand before the shorter ones that they contain.
 */
export const LEVEL_WORDS: readonly (readonly [rank: number, words: RegExp])[] = [
  [
    7,
    level(
      "native(?:[ -](?:speaker|level|or bilingual))*|mother tongue|first language|muttersprach\\p{L}*|langue maternelle|maternelle|lengua materna|nativ[oa]|madrelingua|lingua materna|moedertaal",
      "母语|母語|母国語|ネイティブ|모국어|원어민|родной",
    ),
  ],
  [6, level("bilingual|zweisprachig|bilingue|near[- ]native", "双语|バイリンガル")],
  [
    5,
    level(
      "full professional(?: proficiency)?|fluent(?:ly)?|fluency|proficient|verhandlungssicher(?:e[ns]?)?|fliessend|fließend(?:e[ns]?)?|sehr gut in wort und schrift|courant|couramment|fluid[oa]|fluente|advanced|fortgeschritten|avance|avanzado|vloeiend",
      "流利|流暢|流畅|精通|上級|高级|유창|고급|свободно",
    ),
  ],
  [
    4,
    level(
      "professional working(?: proficiency)?|upper[- ]intermediate|business(?:[ -](?:fluent|level))?|sehr gute?(?:n)?(?: kenntnisse)?|very good|good working knowledge|intermedio alto|working proficiency|gut in wort und schrift",
      "商务|商務|ビジネス(?:レベル|会話)?|熟练|熟練|비즈니스",
    ),
  ],
  [
    3,
    level(
      "limited working(?: proficiency)?|intermediate|conversational|good|gute?(?:n)?(?: kenntnisse)?|mittel(?:stufe)?|intermediaire|intermedio|medio",
      "中級|中级|日常会話|日常会话|日常对话|良好|중급|일상 ?회화|средний",
    ),
  ],
  [
    2,
    level(
      "elementary(?: proficiency)?|basic|basics|grundkenntnisse|beginner|anfanger|notions|basico|scolaire|schulkenntnisse|school level|elementare",
      "一般|基础|基本|初級|初级|初歩|入门|読み書き|기초|초급|начальный",
    ),
  ],
];

function level(words: string, unspaced: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})|${unspaced}`, "gu");
}

/** A language that work was done in: "meetings in English", "英語での会議". */
export const IN_USE_BEFORE = /(?:\b(?:in|auf|en)|用|使用|以)\s*$/u;
export const IN_USE_AFTER = /^\s*(?:で|を使|를 사용|로)/u;
