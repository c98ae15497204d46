/** Words by which a name shows itself to be a school, a subject, a title. Folded lower case, for regular expressions. */

/** Schools of every level, as far as their own names say so. */
export const INSTITUTION =
  /(?<!\p{L})(?:univer[sz]\p{L}*|uni|college|(?:high |grammar |secondary |business |graduate )?school|institut[eo]?|polytechni\p{L}*|academy|akademie|akademia|\p{L}*hochschule|\p{L}*schule|gymnasium|\p{L}*gymnasium|kolleg|ecole|lycee|facultad|faculdade|escuela|escola|scuola|instituto|politecnico|politecnica|politechnika|conservato\p{L}+|eth|mit|tu|fh)(?!\p{L})|\p{Script=Han}(?:大学(?!院?生|生)|大學|学院|學院|高校|高等学校|専門学校|専修学校|高専|学校|學校|中学|高中)|대학교|대학원|고등학교|전문대|\p{Script=Hangul}학교/u;

/** Names of subjects and departments in scripts that say so at the end of the word. */
export const SUBJECT =
  /(?:学部|学科|学院|専攻|専修|研究科|专业|專業|系|学|學|工程|技术|技術|管理|과|학과|전공|학부|계열)$/u;

/** A person who does it: endings of titles that no table knows. Compared on the last word before "of" or "for". */
export const PERSON_ENDING =
  /(?:[a-z]{2}er|[a-z]{2}or|ist|ian|eur|euse|rice|erin|orin|istin|ero|era|dor|dora|ista|tore|aire|员|員|师|師|士|长|長|手|工|職|원|사|장|직)s?$/u;

/** What stands beside a name and is none: forms of employment and the like. */
export const ATTRIBUTE =
  /^(?:full[- ]?time|part[- ]?time|remote|hybrid|on-?site|contract|permanent|freelance|vollzeit|teilzeit|befristet|temps plein|cdi|cdd|jornada completa|正社員|契約社員|派遣社員|全职|兼职|远程|정규직|계약직|以上|[\d\p{P}\s]+)$/u;

/** In front of a date, saying only where it begins. */
export const PREPOSITION = /^(?:since|from|seit|von|ab|depuis|de|du|desde|da|dal|od)$/u;

/** A grade and its label. Group 1 is the grade. */
export const SCORE =
  /(?:gpa|cgpa|grade|(?:abschluss|gesamt)?note|notendurchschnitt|학점|平均学分绩点|绩点|成绩|mention|moyenne|nota)\s*[:：]?\s*(\d(?:[.,]\d{1,2})?(?:\s?\/\s?\d(?:[.,]\d{1,2})?)?)(?![\d%])/u;
