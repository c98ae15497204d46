import type { Criterion } from "../../types.ts";

/** Degrees from the least to the most; a vocational diploma of two years counts as `associate` (ISCED 2011 level 5). */
export const DEGREES = [
  "secondary",
  "associate",
  "bachelor",
  "master",
  "doctorate",
] as const satisfies readonly NonNullable<Criterion["min_degree"]>[];
export type Degree = (typeof DEGREES)[number];

export interface DegreeName {
  degree: Degree;
  /** On folded lower-case text. */
  name: RegExp;
  /** The name is also an everyday word: it counts among studies only. */
  studiesOnly?: true;
}

export const DEGREE_NAMES: readonly DegreeName[] = [
  {
    degree: "doctorate",
    name: /(?<!\p{L})(?:ph\.?\s?d|doctorate|doctoral|doctor of|dphil|d\.phil|edd|dr\.-ing|dr\. (?:rer|phil|med|oec|iur)|doktorat|promoviert|doctorat|doctorado|doutorado|dottorato)(?!\p{L})|博士(?!前期)|박사/u,
  },
  {
    degree: "doctorate",
    name: /(?<!\p{L})promotion(?= (?:in|im|an|zum|informatik|\p{L}+(?:ik|ie|wesen|schaft|logie)))/u,
    studiesOnly: true,
  },
  {
    degree: "master",
    name: /(?<!\p{L})(?:m\.?sc|m\.?eng|m\.?phil|m\.?ed|m\.s\.|m\.a\.|mba|mtech|m\.tech|master'?s|master (?:of|in|degree)|masters|magister|diplom-(?:informatik|ingenieur|kauf|volkswirt|physik|mathematik|psycholog|betriebswirt)\p{L}*|dipl\.-\p{L}+|staatsexamen|mastere|maestria|mestrado|laurea magistrale|diplome d'ingenieur|ingenieur diplome)(?!\p{L})|硕士|碩士|修士|研究生(?!院)|大学院[^。]{0,30}修了|院卒|博士前期|석사|대학원[^。]{0,20}졸업/u,
  },
  {
    degree: "master",
    name: /(?<!\p{L})(?:master|ms|ma|diplom(?! \(fh\))|dea|dess)(?!\p{L})/u,
    studiesOnly: true,
  },
  {
    degree: "bachelor",
    name: /(?<!\p{L})(?:b\.?sc|b\.?eng|b\.?tech|b\.?com|b\.s\.|b\.a\.|bba|bachelor\p{L}*|undergraduate degree|diplom \(fh\)|dipl\.-\p{L}+\.? \(fh\)|licenciatura|licenciad[oa]|grado en|laurea(?! magistrale)|bacharelado|licencjat)(?!\p{L})|(?<!日)本科|学士(?!会)|學士|大卒|大学卒|学部卒|大学(?!院|附属|付属|入学共通|校)[^。]{0,30}卒業|대학교[^。]{0,20}졸업|(?<!전문)학사/u,
  },
  { degree: "bachelor", name: /(?<!\p{L})(?:bs|ba|be|licence|grado|bachelor)(?!\p{L})/u, studiesOnly: true },
  {
    degree: "associate",
    name: /(?<!\p{L})(?:associate(?:'s)? degree|associate of|foundation degree|higher national diploma|hnd|bts|dut|staatlich geprufter? techniker\p{L}*|fachwirt\p{L}*|industriemeister\p{L}*|tecnico superior|formacion profesional)(?!\p{L})|大专|大專|专科|專科|高职|短期大学|短大|専門学校|高専|高等専門学校|전문학사|전문대/u,
  },
  {
    degree: "secondary",
    name: /(?<!\p{L})(?:high school|secondary school|a-levels?|ged|abitur|fachabitur|allgemeine hochschulreife|fachhochschulreife|realschul\p{L}*|mittlere reife|baccalaureat|bachillerato|gymnasium|berufsausbildung|ausbildung z(?:um|ur)|lycee)(?!\p{L})|高中|中专|中專|职高|高校卒|高等学校|고등학교/u,
  },
];

/** Begun, not (yet) finished. */
export const UNFINISHED =
  /(?<!\p{L})(?:expected|anticipated|in progress|pursuing|candidate|enrolled|currently|laufend|voraussichtlich|noch nicht abgeschlossen|en cours|en curso|to be completed|thesis pending)(?!\p{L})|在读|在讀|在学|見込|卒業予定|修了予定|재학|예정|预计|預計|휴학|休学/u;
/** Left without the degree. */
export const DROPPED =
  /(?<!\p{L})(?:dropped out|drop-out|not completed|incomplete|unfinished|withdrew|abgebrochen|ohne abschluss|kein abschluss|non valide|abandonn\p{L}+|sin terminar|inconclus[oa]|no degree|did not (?:finish|complete|graduate)|discontinued)(?!\p{L})|中退|肄业|肄業|退学|중퇴|未毕业|未完成/u;
/** A row that only says when studies began. */
export const ENTERED = /入学(?!共通)|입학/u;
export const LEFT = /卒|修了|졸업|毕业|畢業/u;
/** Somebody else's degree. */
export const OTHERS =
  /(?<!\p{L})(?:supervis\p{L}+|mentor\p{L}*|advis\p{L}+|taught|teaching|tutor\p{L}*|recruit\p{L}*|hired?|betreu\p{L}+|encadre\p{L}*)(?!\p{L})|指导|指導|带领|辅导/u;
/** A school of higher education without a degree named. */
export const UNIVERSITY =
  /universit|college|hochschule|institute of technology|ecole|facultad|大学(?!附属|付属)|大學|学院|대학교/u;
