/** Words of "five years of experience", folded, for regular expressions. */

export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  ein: 1,
  eine: 1,
  einem: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  funf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  zwolf: 12,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  siete: 7,
  ocho: 8,
  nueve: 9,
  diez: 10,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  十二: 12,
  十五: 15,
  二十: 20,
};

const LATIN_END = "(?!\\p{Script=Latin})";
export const YEAR_UNIT = `(?:years?|yrs?|jahren?|ans|annees|anos|anni|lat)${LATIN_END}|年(?!月|代|度|号|生|制|级|級|末|初|底|前|[后後](?!端)|来の|ぶり|\\s*\\d{1,2}\\s*月)(?:以上|间|間|余|多|半)?|년(?!도|\\s*\\d)`;
export const MONTH_UNIT = `(?:months?|monaten?|mois|meses|mesi)${LATIN_END}|个月|個月|[ヶケか箇]月|개월`;

/** In front of a duration that is no experience: a deadline, a rhythm, an ordinal. */
export const NOT_BEFORE =
  /(?:\b(?:within|next|every|per|under|less than|weniger als|innerhalb(?: von)?|alle|first|age[d:]?|aged|grade|year|after|later|dans|a partir)|第|未来|今后|每|前|内|满|満|入社|保证)\s*(?:just |only |the )?$/u;
/** Behind a duration that is no experience: an age, a plan, a time ago. */
export const NOT_AFTER =
  /^\s*(?:old\b|of age|ago\b|alt\b|warranty|guarantee|contract|plan\b|roadmap|lease|bond|program|course|degree|岁|歳|세|前|[后後](?!端)|内|计划|課程|课程|制|生|保证|保証|目|次|学制|連続|连续|plus tard|later\b)/u;
/** Says that a duration is one of work. */
export const EXPERIENCE =
  /experience|professional|working|industry|erfahrung|berufs|经验|經驗|经历|从业|工作|経験|実務|業務|従事|경험|경력|experiencia|experience|esperienza|doswiadczenia/u;
