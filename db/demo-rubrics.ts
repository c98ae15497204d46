/** What the demo jobs ask for, with terms in the languages that their applicants may write in. */

import { list } from "../workers/evaluation/rules/tables/list.ts";
import type { Criterion } from "../workers/evaluation/types.ts";

/** What most criteria leave open. */
const OPEN = {
  description: null,
  min_years: null,
  min_degree: null,
  min_language_level: null,
  must_have: false,
} as const;

const BACKEND_TERMS = list(`
  backend; back-end; server-side; 后端; 服务端; 服务器端开发; バックエンド; サーバーサイド;
  Backend-Entwicklung; Backend-Entwickler; 백엔드`);
const DATABASE_TERMS = list(`
  MySQL; PostgreSQL; MariaDB; Oracle; SQL Server; 关系型数据库; 关系数据库; RDBMS;
  relational database; relationale Datenbank; relationale Datenbanken; リレーショナルデータベース`);
const DISTRIBUTED_TERMS = list(`
  distributed systems; microservices; event-driven; 分布式; 微服务; 高并发; 分散システム;
  マイクロサービス; verteilte Systeme; Microservice-Architektur; event sourcing; 消息驱动`);
const QUEUE_TERMS = list(`
  Kafka; RabbitMQ; RocketMQ; Pulsar; NATS; SQS; 消息队列; メッセージキュー; message queue;
  Message Broker`);
const COMPUTING_TERMS = list(`
  Computer Science; Software Engineering; Informatics; Information Systems; Electrical Engineering;
  Mathematics; 计算机; 软件工程; 信息工程; 电子信息; 数学; 情報工学; 情報科学; 情報学; 計算機;
  ソフトウェア工学; 電子工学; Informatik; Informatique; Informática; Wirtschaftsinformatik; Elektrotechnik; Mathematik; 컴퓨터`);

/** 后端开发工程师 */
export const CHINESE_CRITERIA: Criterion[] = [
  {
    ...OPEN,
    id: "backend-experience",
    kind: "experience",
    label: "三年以上后端开发经验",
    description: "在真实业务中负责过后端服务的设计、开发与上线，累计三年以上。",
    terms: BACKEND_TERMS,
    min_years: 3,
    weight: 5,
    must_have: true,
  },
  {
    ...OPEN,
    id: "java-or-go",
    kind: "skill",
    label: "Java 或 Go",
    description: "在工作中使用 Java 或 Go 编写并维护线上服务，至少两年。",
    terms: list(`
  Java; Go; Golang; Go语言; Java开发; Java-Entwicklung`),
    min_years: 2,
    weight: 5,
    must_have: true,
  },
  {
    ...OPEN,
    id: "relational-database",
    kind: "skill",
    label: "关系型数据库设计与调优",
    description: "做过表结构设计、索引优化或慢查询治理，而不只是会写 SQL。",
    terms: DATABASE_TERMS,
    weight: 3,
  },
  {
    ...OPEN,
    id: "message-queue",
    kind: "skill",
    label: "消息队列",
    description: "在项目中使用过 Kafka、RocketMQ 等消息中间件，理解重复消费与顺序问题。",
    terms: QUEUE_TERMS,
    weight: 2,
  },
  {
    ...OPEN,
    id: "distributed-systems",
    kind: "skill",
    label: "微服务与分布式系统",
    description: "参与过微服务拆分、限流降级、分布式事务或容量规划等工作。",
    terms: DISTRIBUTED_TERMS,
    weight: 3,
  },
  {
    ...OPEN,
    id: "containers",
    kind: "skill",
    label: "容器与持续交付",
    description: "使用 Docker、Kubernetes 部署服务，或搭建过持续集成流水线。",
    terms: list(`
  Kubernetes; Docker; K8s; Jenkins; GitLab CI; CI/CD; 容器化; コンテナ; Containerisierung`),
    weight: 2,
  },
  {
    ...OPEN,
    id: "degree",
    kind: "education",
    label: "本科及以上，计算机相关专业",
    description: "计算机、软件、电子信息、数学等专业；同等能力的自学经历可在面试中说明。",
    terms: COMPUTING_TERMS,
    min_degree: "bachelor",
    weight: 2,
  },
  {
    ...OPEN,
    id: "english-reading",
    kind: "language",
    label: "英语：能阅读技术文档",
    description: "CET-4 或相当水平。",
    terms: list(`
  English; 英语; 英語; Englisch; 영어`),
    min_language_level: "B1",
    weight: 1,
  },
];

/** Backend engineer */
export const ENGLISH_CRITERIA: Criterion[] = [
  {
    ...OPEN,
    id: "backend-experience",
    kind: "experience",
    label: "Four years of backend engineering",
    description:
      "Designed, built and operated services that other people depended on, for four years or more.",
    terms: BACKEND_TERMS,
    min_years: 4,
    weight: 5,
    must_have: true,
  },
  {
    ...OPEN,
    id: "server-language",
    kind: "skill",
    label: "Go, Rust, Java or Kotlin",
    description: "At least three years of production code in one of them.",
    terms: list(`
  Go; Golang; Rust; Java; Kotlin`),
    min_years: 3,
    weight: 4,
    must_have: true,
  },
  {
    ...OPEN,
    id: "relational-database",
    kind: "skill",
    label: "Relational databases",
    description: "Schema design, indexing and migrations on live data.",
    terms: DATABASE_TERMS,
    weight: 3,
  },
  {
    ...OPEN,
    id: "distributed-systems",
    kind: "skill",
    label: "Distributed systems",
    description: "Queues, retries, idempotency, consistency: met in practice, not only in books.",
    terms: [...DISTRIBUTED_TERMS, ...QUEUE_TERMS],
    weight: 3,
  },
  {
    ...OPEN,
    id: "operations",
    kind: "skill",
    label: "Running what you build",
    description: "On-call, incident reviews, monitoring, service level objectives.",
    terms: list(`
  on-call; on call; incident; incidents; SLO; observability; monitoring; Prometheus; Grafana;
  Datadog; OpenTelemetry; 监控; 值班; 故障复盘; 監視; 障害対応; オンコール; Rufbereitschaft;
  Überwachung`),
    weight: 2,
  },
  {
    ...OPEN,
    id: "cloud",
    kind: "skill",
    label: "A public cloud and containers",
    description: "AWS, Google Cloud, Azure or a comparable platform, with Kubernetes or Docker.",
    terms: list(`
  AWS; Google Cloud; GCP; Azure; Kubernetes; Docker; 阿里云; 腾讯云; Alibaba Cloud; Terraform`),
    weight: 2,
  },
  {
    ...OPEN,
    id: "english",
    kind: "language",
    label: "English for daily work",
    description: "B2 or better: written design documents and meetings are in English.",
    terms: list(`
  English; 英语; 英語; Englisch; 영어; anglais; inglés`),
    min_language_level: "B2",
    weight: 2,
    must_have: true,
  },
];
