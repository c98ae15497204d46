/** Words that made-up résumés are put together from, per language. Every name and company is an invention. */
export interface Vocabulary {
  given: [string, ...string[]];
  family: [string, ...string[]];
  name: (given: string, family: string) => string;
  employers: [string, ...string[]];
  roles: [string, ...string[]];
  skills: string[];
  duties: [string, ...string[]];
  labels: { email: string; experience: string; education: string; skills: string; languages: string };
  degree: [string, ...string[]];
  spoken: [string, ...string[]];
}

export const VOCABULARIES = {
  en: {
    given: ["Amara", "Declan", "Ingrid", "Mateus", "Priya", "Tobias"],
    family: ["Ashdown", "Bellweather", "Castellan", "Drummore", "Fenwright", "Hollis"],
    name: (given, family) => `${given} ${family}`,
    employers: ["Harbour Ledger Ltd", "Quillstone Systems", "Northmere Freight", "Peatland Software"],
    roles: ["Backend engineer", "Platform engineer", "Software developer", "Site reliability engineer"],
    skills: ["Go", "Java", "PostgreSQL", "Kafka", "Kubernetes", "Redis", "Terraform", "Python", "AWS"],
    duties: [
      "Built the billing service and kept it running",
      "Cut the time of a nightly import by two thirds",
      "Moved a shared database apart without a maintenance window",
      "Wrote the load tests that every release passes",
    ],
    labels: {
      email: "Email",
      experience: "Experience",
      education: "Education",
      skills: "Skills",
      languages: "Languages",
    },
    degree: ["BSc in Computer Science", "MSc in Software Engineering"],
    spoken: ["English (native), German (B2)", "English (C1), Spanish (native)"],
  },
  de: {
    given: ["Annika", "Bastian", "Friederike", "Jonas", "Leonie", "Torben"],
    family: ["Achterberg", "Brandlhuber", "Eichwald", "Grünfeld", "Lindmoser", "Weißhaupt"],
    name: (given, family) => `${given} ${family}`,
    employers: ["Uferwerk GmbH", "Kontorfluss AG", "Talblick Software GmbH"],
    roles: ["Backend-Entwickler", "Softwareentwicklerin", "Plattformingenieur"],
    skills: ["Java", "Go", "PostgreSQL", "Kafka", "Kubernetes", "Redis", "Spring Boot"],
    duties: [
      "Abrechnungsdienst entwickelt und im Bereitschaftsdienst betreut",
      "Nächtlichen Import von drei Stunden auf vierzig Minuten verkürzt",
      "Schnittstellen zu zwölf Spediteuren entworfen und getestet",
    ],
    labels: {
      email: "E-Mail",
      experience: "Berufserfahrung",
      education: "Ausbildung",
      skills: "Kenntnisse",
      languages: "Sprachen",
    },
    degree: ["B. Sc. Informatik", "M. Sc. Wirtschaftsinformatik"],
    spoken: ["Deutsch (Muttersprache), Englisch (C1)", "Deutsch (C2), Englisch (B2)"],
  },
  zh: {
    given: ["若兰", "子墨", "雨桐", "浩然", "思远", "欣怡"],
    family: ["沈", "陆", "顾", "程", "韩", "许"],
    name: (given, family) => `${family}${given}`,
    employers: ["澄江科技有限公司", "云麓软件有限公司", "北辰物流有限公司"],
    roles: ["后端开发工程师", "平台工程师", "高级软件工程师"],
    skills: ["Java", "Go", "MySQL", "Kafka", "Kubernetes", "Redis", "Spring Boot", "微服务"],
    duties: [
      "负责订单结算服务的设计与上线",
      "将夜间对账时间由三小时缩短至二十分钟",
      "主导数据库拆分，全程不停机",
    ],
    labels: {
      email: "邮箱",
      experience: "工作经历",
      education: "教育背景",
      skills: "专业技能",
      languages: "语言能力",
    },
    degree: ["计算机科学与技术 本科", "软件工程 硕士"],
    spoken: ["英语六级，可阅读英文文档", "英语流利"],
  },
  ja: {
    given: ["陽菜", "蓮", "美咲", "大翔", "結衣", "颯太"],
    family: ["霧島", "瀬名", "朝比奈", "北条", "鷹野", "水無瀬"],
    name: (given, family) => `${family} ${given}`,
    employers: ["株式会社青空台帳", "みなと物流株式会社", "北星ソフト株式会社"],
    roles: ["バックエンドエンジニア", "サーバーサイドエンジニア", "プラットフォームエンジニア"],
    skills: ["Go", "Java", "PostgreSQL", "Kafka", "Kubernetes", "Redis", "AWS"],
    duties: [
      "決済基盤の設計と運用を担当",
      "夜間バッチの処理時間を三分の一に短縮",
      "障害対応の手順を整備し、当番を務めた",
    ],
    labels: {
      email: "メール",
      experience: "職務経歴",
      education: "学歴",
      skills: "スキル",
      languages: "語学",
    },
    degree: ["情報工学 学士", "情報科学 修士"],
    spoken: ["日本語（母語）、英語（ビジネスレベル）", "英語 TOEIC 860"],
  },
} satisfies Record<string, Vocabulary>;
export type ResumeLanguage = keyof typeof VOCABULARIES;
export const RESUME_LANGUAGES = Object.keys(VOCABULARIES) as [ResumeLanguage, ...ResumeLanguage[]];
