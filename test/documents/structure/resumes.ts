/** Redacted résumés in the layouts that people use, written for these tests. Nobody is meant by them. */

/** Two lines of names above each job, the date in the second; rows of labelled skills. */
export const ENGLISH_RIGHT_DATES = `[NAME]
Backend Engineer | Leeds, UK | [EMAIL_1]

EXPERIENCE

Acme Rail                                      Leeds, UK
Senior Developer                        Jan 2019 – Present
- Built the booking service
- Led a team of five
Northwind
Junior Developer                       06/2016 – 12/2018
- Fixed bugs

CLUBS AND COMMUNITY

Scout leader in the valley

PROJECTS
Ledger (2020)
A double entry ledger in Rust.
Weather Station, 2018 - 2019
• Reads sensors

EDUCATION
Bachelor of Science in Computer Science, University of Leeds, Sep 2013 – Jun 2016
Leeds Grammar School, A-Levels, 2013

SKILLS
Languages: Go (expert), Rust, Python 3
Databases: PostgreSQL, Redis
Tools: Docker · Kubernetes · Terraform

LANGUAGES
English – native
German (B2), French: basic

CERTIFICATIONS
Certified Cloud Architect – Associate, Issued by Example Cloud, Mar 2021
Certified Cluster Administrator (CCA) (2022)

AWARDS
Employee of the Year, 2020

PUBLICATIONS
"On ledgers", Journal of Books, 2021
`;

/** Title, company, place and date on lines of their own; companies that no word gives away. */
export const ENGLISH_STACKED = `Work Experience
Software Engineer
Bramblewick
Mountain View, CA
June 2020 - Present
Worked on search.
Software Engineer Intern
Quillfeather
Menlo Park, CA
May 2019 - Aug 2019
Worked on the feed.
Education
M.S. in Computer Science | Hillside University | 2018 - 2020 | GPA: 3.9/4.0
`;

export const CHINESE = `[NAME]
求职意向：后端开发工程师
教育背景
2012.09 - 2016.06 东江理工大学 计算机科学与技术 本科 GPA 3.8/4.0
2016.09 - 2019.03 西山大学 软件工程 硕士
工作经历
2019.04 - 2022.08 云图科技有限公司 Java 开发工程师
负责订单服务重构。
2022.09 - 至今 蓝鲸数据 高级工程师
带领 6 人团队建设实时数仓。
专业技能
Java（精通）、Go、MySQL
英语：CET-6
获奖情况
2021年 优秀员工
`;

/** The form that shops sell: a row for each event, schools and jobs under one another. */
export const JAPANESE_FORM = `履歴書
[NAME]
学歴
2013年4月 架空大学経済学部 入学
2017年3月 架空大学経済学部 卒業
職歴
平成29年4月 架空銀行株式会社 入社
2020年3月 一身上の都合により退職
2020年4月 サンプル商事株式会社 入社
現在に至る
以上
資格・免許
2012年8月 普通自動車免許 取得
語学
英語（ビジネスレベル、TOEIC 850点）
中国語：日常会話`;

export const JAPANESE_SHEET = `■職務経歴
□2019年4月～現在　株式会社サンプル
・在庫管理システムの開発
□2015年4月～2019年3月　合同会社テスト　システムエンジニア
・設計
【技術】
言語：Java、Python
DB：MySQL`;

export const GERMAN = `[NAME]

Berufserfahrung

10/2019 – heute    Muster Logistik GmbH, Hamburg
Backend-Entwickler
- Entwicklung der Tourenplanung

04/2016 – 09/2019    Beispiel Versicherung AG, Köln
Softwareentwickler
- Pflege der Tarifrechnung

Ausbildung
10/2011 – 03/2016 Master of Science Informatik, Technische Universität Musterstadt

Kenntnisse
Go, Kotlin (fortgeschritten), PostgreSQL
Keine Erfahrung mit Oracle.

Sprachen
Deutsch: Muttersprache
Englisch: verhandlungssicher
`;

export const KOREAN = `[NAME]
학력
2012.03 - 2018.02 어느대학교 컴퓨터공학과 학사
경력
2018.03 - 2022.06 (주)예시커머스 백엔드 개발자
주문 서버를 개발했습니다.
2022.07 - 현재 예시핀테크 백엔드 개발자
어학
영어: 비즈니스 회화
자격증
정보처리기사 2014-11-28 취득
`;

export const FRENCH = `Expérience professionnelle
janvier 2018 – aujourd'hui : Exemple Transports SA, développeur backend
Conception des services de réservation.
Formation
Master Informatique, Université de Quelque Part, 2015 – 2017
Langues
Français : langue maternelle, anglais : courant
`;

export const SPANISH = `Experiencia laboral
03/2017 - actualidad: Ejemplo Viajes S.L., desarrollador backend
Formación académica
Grado en Ingeniería Informática, Universidad de Algún Lugar, 2016
Idiomas
Español nativo, inglés B2
`;

export const ITALIAN = `Esperienze professionali
Da gennaio 2019 a oggi
Rossi S.r.l., Milano
Sviluppatore software
Istruzione
Laurea in Informatica, Università di Pisa, 2014 - 2018
Lingue
Italiano: madrelingua; Inglese: B2
`;

export const PORTUGUESE = `Experiência profissional
Empresa Exemplo Lda.
Desenvolvedor
03/2017 – atual
Idiomas
Português nativo
`;

export const WITHOUT_HEADINGS = `2010 - 2014 University of Leeds, BSc
2014 - 2018 Acme Ltd, Engineer
Built it.
2030 - 2032 Future Inc
2020 - 2015 Backward Ltd`;

export const ALL = {
  ENGLISH_RIGHT_DATES,
  ENGLISH_STACKED,
  CHINESE,
  JAPANESE_FORM,
  JAPANESE_SHEET,
  GERMAN,
  KOREAN,
  FRENCH,
  SPANISH,
  ITALIAN,
  PORTUGUESE,
  WITHOUT_HEADINGS,
};
