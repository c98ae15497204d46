/**
 * Common roles by the things that people in them work with, each in several languages through the aliases of the
 * rules. `core` names what the role is about, `around` what usually comes with it. A start for a hint, not a verdict: it
 * names roles beside the job's own that a person may want to think of.
 */
export interface RoleProfile {
  role: string;
  /** What people in the role are called. */
  titles: readonly string[];
  core: readonly (readonly string[])[];
  around: readonly (readonly string[])[];
}

export const ROLE_PROFILES: readonly RoleProfile[] = [
  {
    role: "Backend engineer",
    titles: [
      "backend",
      "后端开发",
      "服务端",
      "バックエンドエンジニア",
      "サーバーサイドエンジニア",
      "Backend-Entwickler",
    ],
    core: [
      ["Java", "Go", "Python", "C#", "PHP", "Ruby", "Kotlin", "Rust", "Node.js"],
      ["SQL", "MySQL", "PostgreSQL", "Oracle", "database"],
    ],
    around: [
      ["microservices", "distributed systems"],
      ["Redis", "Kafka", "RabbitMQ", "message queue"],
      ["Docker", "Kubernetes"],
      ["REST", "gRPC", "GraphQL"],
    ],
  },
  {
    role: "Frontend engineer",
    titles: ["frontend", "前端开发", "フロントエンドエンジニア", "Frontend-Entwickler"],
    core: [
      ["JavaScript", "TypeScript"],
      ["React", "Vue", "Angular", "Svelte", "jQuery"],
    ],
    around: [
      ["HTML", "HTML5"],
      ["CSS", "Sass", "Tailwind"],
      ["webpack", "Vite"],
      ["accessibility", "无障碍", "アクセシビリティ", "Barrierefreiheit"],
    ],
  },
  {
    role: "Mobile developer",
    titles: ["mobile developer", "iOS developer", "Android developer", "移动端", "モバイルエンジニア"],
    core: [
      ["Swift", "Objective-C", "Kotlin", "Flutter", "React Native"],
      ["iOS", "Android", "鸿蒙"],
    ],
    around: [
      ["App Store", "Google Play"],
      ["Jetpack", "SwiftUI", "UIKit"],
    ],
  },
  {
    role: "Data engineer",
    titles: ["data engineer", "数据工程师", "大数据", "データエンジニア", "Dateningenieur"],
    core: [
      ["Spark", "Flink", "Hadoop", "Airflow", "dbt"],
      ["SQL", "Hive", "BigQuery", "Snowflake", "Redshift"],
    ],
    around: [
      ["data warehouse", "数仓", "数据仓库", "データウェアハウス", "DWH"],
      ["Kafka"],
      ["Python", "Scala"],
      ["ETL", "ELT"],
    ],
  },
  {
    role: "Machine learning engineer",
    titles: ["machine learning engineer", "算法工程师", "機械学習エンジニア", "ML engineer", "KI-Entwickler"],
    core: [
      ["machine learning", "deep learning", "NLP"],
      ["PyTorch", "TensorFlow", "scikit-learn", "JAX"],
    ],
    around: [
      ["Python"],
      ["LLM", "大模型", "transformer"],
      ["computer vision", "计算机视觉", "画像認識"],
      ["MLOps"],
    ],
  },
  {
    role: "Data analyst",
    titles: ["data analyst", "数据分析师", "データアナリスト", "Datenanalyst"],
    core: [
      ["data analysis", "business intelligence"],
      ["SQL", "Excel"],
    ],
    around: [
      ["Tableau", "Power BI", "Looker"],
      ["Python", "R"],
      ["A/B testing", "A/B测试", "ABテスト"],
      ["statistics", "统计", "統計", "Statistik"],
    ],
  },
  {
    role: "Site reliability engineer",
    titles: ["SRE", "DevOps", "site reliability", "运维工程师", "インフラエンジニア", "Systemadministrator"],
    core: [
      ["Kubernetes", "Docker", "Terraform", "Ansible"],
      ["AWS", "GCP", "Azure", "Linux"],
    ],
    around: [
      ["CI/CD", "Jenkins", "GitHub Actions"],
      ["Prometheus", "Grafana", "monitoring", "监控", "監視"],
      ["on-call", "incident", "障害対応"],
    ],
  },
  {
    role: "Quality engineer",
    titles: [
      "QA engineer",
      "test engineer",
      "测试工程师",
      "テストエンジニア",
      "QAエンジニア",
      "Softwaretester",
    ],
    core: [
      ["unit testing", "Selenium", "Playwright", "Cypress", "Appium"],
      ["test plan", "test cases", "测试用例", "テスト設計", "Testfälle"],
    ],
    around: [
      ["JUnit", "pytest"],
      ["load testing", "JMeter", "性能测试", "負荷テスト", "Lasttests"],
      ["CI/CD"],
    ],
  },
  {
    role: "Project manager",
    titles: ["project manager", "项目经理", "プロジェクトマネージャー", "Projektmanager", "Projektleiter"],
    core: [["project management"], ["budget", "预算", "予算", "Budget", "budget planning"]],
    around: [
      ["Scrum", "agile", "敏捷", "アジャイル"],
      ["PMP", "PRINCE2"],
      ["stakeholder", "干系人", "ステークホルダー"],
      ["risk", "风险", "リスク"],
    ],
  },
  {
    role: "Product manager",
    titles: ["product manager", "产品经理", "プロダクトマネージャー", "Produktmanager", "product owner"],
    core: [
      ["product roadmap", "roadmap", "产品规划", "ロードマップ"],
      ["user research", "requirements", "需求", "要件定義", "Anforderungen"],
    ],
    around: [["A/B testing"], ["PRD"], ["agile", "Scrum", "敏捷"], ["data analysis"]],
  },
  {
    role: "Accountant",
    titles: ["accountant", "会计师", "経理担当", "Buchhalter", "Buchhalterin", "comptable"],
    core: [
      ["accounting", "bookkeeping"],
      ["tax", "税务", "税務", "Steuer", "balance sheet", "财务报表", "決算", "Jahresabschluss"],
    ],
    around: [
      ["SAP", "DATEV", "用友", "金蝶", "弥生"],
      ["Excel"],
      ["audit", "审计", "監査", "Prüfung"],
      ["IFRS", "GAAP", "HGB"],
    ],
  },
  {
    role: "Sales representative",
    titles: [
      "sales manager",
      "account manager",
      "销售经理",
      "営業担当",
      "Vertriebsmitarbeiter",
      "Außendienst",
    ],
    core: [["sales"], ["customers", "clients", "客户", "顧客", "Kunden", "accounts"]],
    around: [
      ["CRM", "Salesforce"],
      ["quota", "revenue target", "业绩", "売上", "Umsatz"],
      ["negotiation", "谈判", "交渉", "Verhandlung"],
    ],
  },
  {
    role: "Nurse",
    titles: ["nurse", "护士", "看護師", "Pflegefachkraft", "infirmière", "enfermera"],
    core: [["nursing"], ["patients", "patient", "患者", "病人", "Patienten", "Pflege"]],
    around: [
      ["ICU", "重症", "集中治療", "Intensivstation"],
      ["medication", "给药", "投薬"],
      ["ward", "病房", "病棟", "Station"],
    ],
  },
];
