/** Words by which a line shows itself to be the head of a job: what people are called and what companies are called. Folded, for a regular expression. */

const TITLES =
  "engineer|developer|programmer|manager|lead|leader|architect|analyst|consultant|designer|director|administrator|specialist|scientist|intern|internship|trainee|technician|nurse|accountant|officer|assistant|coordinator|supervisor|head of|founder|freelance|freelancer|researcher|teacher|lecturer|driver|clerk|cashier|representative|executive|cto|ceo|cfo|vp|devops|sre|tester|qa|mechanic|electrician|chef|werkstudent(?:in)?|praktikant(?:in)?|sachbearbeiter(?:in)?|geschaftsfuhrer(?:in)?|pfleger(?:in)?|buchhalter(?:in)?|monteur(?:in)?|verkaufer(?:in)?|[a-z]*(?:entwickler|leiter|ingenieur|berater|techniker|informatiker|administrator|fachkraft|assistent|meister)(?:in)?|developpeu(?:r|se)|ingenieure?|chef(?:fe)? d'equipe|responsable|charge[e]? de|stagiaire|alternant[e]?|desarrollador[a]?|ingenier[oa]|jef[ea] de|gerente|analista|becari[oa]|desenvolvedor[a]?|sviluppatore";
const TITLES_UNSPACED =
  "工程师|工程師|开发者|程序员|程式設計師|经理|經理|总监|主管|专员|顾问|架构师|设计师|分析师|助理|实习生|負責人|负责人|教师|护士|会计师|エンジニア|プログラマ|リーダー|マネージャー|マネジャー|デザイナー|アナリスト|コンサルタント|主任|課長|部長|係長|担当|インターン|개발자|엔지니어|매니저|팀장|리드|디자이너|인턴|대리|과장|차장|사원";
const COMPANIES =
  "gmbh|ag|kg|inc|ltd|llc|corp|corporation|company|plc|s\\.?a\\.?s?|s\\.?l\\.?|s\\.?r\\.?l|b\\.?v|group|holding|technologies|solutions|bank|hospital|klinikum";
const COMPANIES_UNSPACED =
  "公司|集团|集團|株式会社|\\(株\\)|有限会社|合同会社|事務所|銀行|银行|医院|病院|주식회사|은행|병원";

export const OCCUPATION = new RegExp(`(?<!\\p{L})(?:${TITLES})s?(?!\\p{L})|${TITLES_UNSPACED}`, "u");
export const EMPLOYER = new RegExp(`(?<!\\p{L})(?:${COMPANIES})(?!\\p{L})|${COMPANIES_UNSPACED}`, "u");

/** Schools and degrees: a dated line with one of these, and no occupation, is a time of study. */
export const SCHOOLING =
  /(?<!\p{L})(?:universit\p{L}*|college|school|institute of technology|bachelor\p{L}*|master(?: of|'s| in)|b\.?sc|m\.?sc|b\.?a\.|m\.?a\.|b\.?eng|m\.?eng|ph\.?d|mba|diplom\p{L}*|degree|ecole|escuela|instituto?|academy|akademie|\p{L}*schule|hochschule|fachhochschule|gymnasium|studium|abitur|ausbildung zum|ausbildung zur|promotion|lycee|licence|doctorat|facultad|grado en|licenciatura)(?!\p{L})|大学(?!生)|大學|学院|學院|专业|本科|硕士|碩士|博士|学士|學士|修士|高校|高等学校|専門学校|高中|入学|卒業|대학교|대학원|학사|석사|고등학교/u;

/** Entering and leaving a company, as Japanese and Chinese résumés write it in a row of its own. */
export const ENTERS = /入社|入職|入职|就職|入行|着任|開業|転職/u;
export const LEAVES = /退社|退職|离职|離職|契約満了|退任|閉業/u;

/** In front of a span of time that stands for itself: a block of a skill sheet begins. */
export const PERIOD_LABEL =
  /^\s*(?:期間|期间|时间|時間|工作时间|在职时间|项目时间|時期|period|dates?|zeitraum|dauer|기간|periode|periodo)\s*[:：]\s*$/u;
