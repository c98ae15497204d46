import type { Rubric } from "../workers/evaluation/types.ts";
import { CHINESE_CRITERIA, ENGLISH_CRITERIA } from "./demo-rubrics.ts";

/** A published job for a first look at Candor: a posting as a company would write it, and the rubric behind it. */
export interface DemoJob {
  slug: string;
  title: string;
  /** BCP 47. */
  language: string;
  location: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  remote: boolean;
  employment_type: "full_time" | "part_time" | "contract" | "temporary" | "internship";
  department: string;
  /** Plain text: blank lines between paragraphs, "- " before list items. */
  description: string;
  salary: { min: number; max: number; currency: string; period: "year" | "month" } | null;
  rubric: Omit<Rubric, "version">;
}

/** The two jobs that a fresh installation shows. */
export const DEMO_JOBS: DemoJob[] = [
  {
    slug: "backend-developer-shanghai",
    title: "后端开发工程师",
    language: "zh-CN",
    location: "上海市浦东新区",
    country: "CN",
    remote: false,
    employment_type: "full_time",
    department: "订单平台部",
    description: `我们为中小商户提供下单、支付与结算服务，每天处理约三千万笔订单。订单平台部负责其中从下单到对账的全部后端系统，目前有十一位工程师，正在把核心链路从单体应用迁移到微服务。

你将负责：
- 订单与结算服务的设计、开发和上线，保证数据准确、接口稳定
- 数据库表结构设计、索引与慢查询优化，配合大促做容量评估
- 通过消息队列打通库存、支付与物流系统，处理好重试与幂等
- 参与值班和故障复盘，把每一次问题变成一项改进
- 编写设计文档，评审同事的代码

我们希望你：
- 有三年以上后端开发经验，熟练使用 Java 或 Go 中的一种
- 熟悉 MySQL 或 PostgreSQL，了解事务隔离级别与锁
- 做过微服务或分布式系统相关项目，用过 Kafka、RocketMQ 等消息队列
- 了解 Docker、Kubernetes 与持续集成
- 本科及以上学历，计算机相关专业优先
- 能够阅读英文技术文档

我们提供：
- 十三薪与年度绩效奖金，五险一金按实际工资缴纳
- 弹性上下班，每周可居家办公一天
- 每年一万元学习经费，可用于书籍、课程与技术会议

简历由程序先行阅读，并对照上述要求逐条标注依据；是否进入面试由招聘同事决定。你可以随时查看程序读到了什么，也可以要求人工复核。`,
    salary: { min: 25_000, max: 40_000, currency: "CNY", period: "month" },
    rubric: { threshold: 7, criteria: CHINESE_CRITERIA },
  },
  {
    slug: "backend-engineer-remote",
    title: "Backend engineer",
    language: "en",
    location: "Rotterdam, or remote within two hours of Central European Time",
    country: "NL",
    remote: true,
    employment_type: "full_time",
    department: "Routing",
    description: `We plan deliveries for about nine hundred bakeries, pharmacies and repair shops across Europe. Every night our service turns 140,000 orders into routes that drivers can actually finish; during the day it moves stops around as traffic and customers change their minds. The routing team is seven people, and you would be the eighth.

What you will do:
- Build and run the services that take in orders, price them and hand out routes
- Design schemas and migrations for PostgreSQL databases that are never switched off
- Make messages between services safe to repeat, and find out why when they were not
- Share an on-call rota of one week in eight, and write reviews that blame nobody
- Review code and designs, and have yours reviewed

What we look for:
- Four years or more of backend work on services that people depended on
- Production experience with Go, Rust, Java or Kotlin (we write Go; the others learn it quickly)
- Relational databases beyond the basics: indexes, locks, query plans
- Queues, retries and consistency in distributed systems
- A public cloud and containers
- English at B2 or better, since the team speaks eleven first languages

A degree is not on the list. How you came to know these things is up to you.

What we offer:
- EUR 68,000 to 88,000 a year depending on level, the same bands in every country
- 30 days of leave, a four-day week on request
- A budget for your desk, and one week together in Rotterdam each quarter

Software reads your résumé first and marks which lines speak for which point above; it never sees your name, and it cannot turn you down. A person reads every application.`,
    salary: { min: 68_000, max: 88_000, currency: "EUR", period: "year" },
    rubric: { threshold: 7, criteria: ENGLISH_CRITERIA },
  },
];
