import type { outline } from "./outline.ts";
import * as resumes from "./resumes.ts";

export type Outline = ReturnType<typeof outline>;

/** What has to be read of each résumé: its name, its text, and what its outline holds. */
export const CASES: [string, string, Partial<Outline>][] = [
  [
    "an English page with dates on the right",
    resumes.ENGLISH_RIGHT_DATES,
    {
      label: "Backend Engineer",
      sections: [
        "experience: EXPERIENCE",
        "other: CLUBS AND COMMUNITY",
        "projects: PROJECTS",
        "education: EDUCATION",
        "skills: SKILLS",
        "languages: LANGUAGES",
        "certificates: CERTIFICATIONS",
        "awards: AWARDS",
        "publications: PUBLICATIONS",
      ],
      work: [
        "2019-01..now | Acme Rail | Senior Developer",
        "2016-06..2018-12 | Northwind | Junior Developer",
      ],
      told: [["Built the booking service", "Led a team of five"], ["Fixed bugs"]],
      education: [
        "2013-09..2016-06 | University of Leeds | Bachelor of Science | Computer Science",
        "?..2013 | Leeds Grammar School | A-Levels | ?",
      ],
      projects: ["?..2020 | Ledger", "2018..2019 | Weather Station"],
      skills: [
        "Languages: Go = expert",
        "Languages: Rust",
        "Languages: Python 3",
        "Databases: PostgreSQL",
        "Databases: Redis",
        "Tools: Docker",
        "Tools: Kubernetes",
        "Tools: Terraform",
      ],
      languages: ["en English native", "de German B2", "fr French basic"],
      certificates: [
        "Certified Cloud Architect – Associate | 2021-03 | Example Cloud",
        "Certified Cluster Administrator (CCA) | 2022 | ?",
      ],
      awards: ["Employee of the Year | 2020"],
      publications: ['"On ledgers", Journal of Books | 2021'],
      months: 126,
    },
  ],
  [
    "an English page with every name on a line of its own",
    resumes.ENGLISH_STACKED,
    {
      work: [
        "2020-06..now | Bramblewick | Software Engineer",
        "2019-05..2019-08 | Quillfeather | Software Engineer Intern",
      ],
      told: [["Worked on search."], ["Worked on the feed."]],
      education: ["2018..2020 | Hillside University | M.S. | Computer Science"],
      scores: ["3.9/4.0"],
      months: 82,
    },
  ],
  [
    "a Chinese page",
    resumes.CHINESE,
    {
      sections: [
        "other: 求职意向",
        "education: 教育背景",
        "experience: 工作经历",
        "skills: 专业技能",
        "awards: 获奖情况",
      ],
      work: ["2019-04..2022-08 | 云图科技有限公司 | Java 开发工程师", "2022-09..now | 蓝鲸数据 | 高级工程师"],
      education: [
        "2012-09..2016-06 | 东江理工大学 | 本科 | 计算机科学与技术",
        "2016-09..2019-03 | 西山大学 | 硕士 | 软件工程",
      ],
      scores: ["3.8/4.0", "?"],
      skills: ["Java = 精通", "Go", "MySQL"],
      languages: ["en 英语 CET-6"],
      awards: ["优秀员工 | 2021"],
      months: 92,
    },
  ],
  [
    "a Japanese form",
    resumes.JAPANESE_FORM,
    {
      sections: ["education: 学歴", "experience: 職歴", "certificates: 資格・免許", "languages: 語学"],
      work: ["2017-04..2020-03 | 架空銀行株式会社 | ?", "2020-04..now | サンプル商事株式会社 | ?"],
      told: [[], []],
      education: ["2013-04..2017-03 | 架空大学 | ? | 経済学部"],
      languages: ["en 英語 ビジネスレベル TOEIC 850", "zh 中国語 日常会話"],
      certificates: ["普通自動車免許 | 2012-08 | ?"],
      months: 116,
    },
  ],
  [
    "a Japanese career sheet",
    resumes.JAPANESE_SHEET,
    {
      work: ["2019-04..now | 株式会社サンプル | ?", "2015-04..2019-03 | 合同会社テスト | システムエンジニア"],
      told: [["在庫管理システムの開発"], ["設計"]],
      skills: ["言語: Java", "言語: Python", "DB: MySQL"],
      months: 140,
    },
  ],
  [
    "a German page",
    resumes.GERMAN,
    {
      work: [
        "2019-10..now | Muster Logistik GmbH | Backend-Entwickler",
        "2016-04..2019-09 | Beispiel Versicherung AG | Softwareentwickler",
      ],
      told: [["Entwicklung der Tourenplanung"], ["Pflege der Tarifrechnung"]],
      education: ["2011-10..2016-03 | Technische Universität Musterstadt | Master of Science | Informatik"],
      skills: ["Go", "Kotlin = fortgeschritten", "PostgreSQL"],
      languages: ["de Deutsch Muttersprache", "en Englisch verhandlungssicher"],
      months: 128,
    },
  ],
  [
    "a Korean page",
    resumes.KOREAN,
    {
      work: [
        "2018-03..2022-06 | (주)예시커머스 | 백엔드 개발자",
        "2022-07..now | 예시핀테크 | 백엔드 개발자",
      ],
      education: ["2012-03..2018-02 | 어느대학교 | 학사 | 컴퓨터공학과"],
      languages: ["en 영어 비즈니스"],
      certificates: ["정보처리기사 | 2014-11 | ?"],
    },
  ],
  [
    "a French page",
    resumes.FRENCH,
    {
      work: ["2018-01..now | Exemple Transports SA | développeur backend"],
      education: ["2015..2017 | Université de Quelque Part | Master | Informatique"],
      languages: ["fr Français langue maternelle", "en anglais courant"],
    },
  ],
  [
    "a Spanish page",
    resumes.SPANISH,
    {
      work: ["2017-03..now | Ejemplo Viajes S.L. | desarrollador backend"],
      education: ["?..2016 | Universidad de Algún Lugar | Grado | Ingeniería Informática"],
      languages: ["es Español nativo", "en inglés B2"],
    },
  ],
  [
    "an Italian page with dates alone above the names",
    resumes.ITALIAN,
    {
      work: ["2019-01..now | Rossi S.r.l. | Sviluppatore software"],
      education: ["2014..2018 | Università di Pisa | Laurea | Informatica"],
      languages: ["it Italiano madrelingua", "en Inglese B2"],
    },
  ],
  [
    "a Portuguese page with dates alone below the names",
    resumes.PORTUGUESE,
    { work: ["2017-03..now | Empresa Exemplo Lda. | Desenvolvedor"], languages: ["pt Português nativo"] },
  ],
  [
    "a page without headings",
    resumes.WITHOUT_HEADINGS,
    {
      sections: [],
      work: ["2014..2018 | Acme Ltd | Engineer", "2030..2032 | Future Inc | ?"],
      education: ["2010..2014 | University of Leeds | BSc | ?"],
      months: 48,
    },
  ],
];
