/** Redacted résumés written for these tests, in the layouts that people use. Nobody is meant by them. */

export const ENGLISH = `[NAME]
Email: [EMAIL_1] | Phone: [PHONE_1]

PROFILE
Backend engineer who likes boring systems. Native Dutch, fluent English (C1).

WORK EXPERIENCE

Senior Software Engineer
Polder Freight B.V., Utrecht                                   Mar 2021 – Present
• Designed and ran the booking service in Go on PostgreSQL; cut the median
  response from 300 ms to 40 ms and kept it there for two years.
• Moved eleven backend services to Kubernetes on AWS without a maintenance window.
• Made order messages over Kafka idempotent, which ended the double bookings.
• On call one week in six; wrote the incident reviews for the team.

Software Engineer
Tulip Payments Ltd, Amsterdam                                  Sep 2017 – Feb 2021
• Built backend APIs in Java and Spring Boot for card settlement.
• Split the ledger into microservices with a migration plan for live data.

EDUCATION
BSc Computer Science, University of Groningen, 2013 – 2017

SKILLS
Go, Java, PostgreSQL, Kafka, Docker, Kubernetes, AWS, Terraform
`;

export const CHINESE = `[NAME]
性别：[GENDER] | 电话：[PHONE_1] | 邮箱：[EMAIL_1]
求职意向：后端开发工程师

教育背景
2014.09 - 2018.06    西南某大学    软件工程    本科

工作经历
2018.07 - 2021.03    某云科技有限公司    Java 开发工程师
1. 负责后端订单系统的开发，使用 Java 与 Spring Boot 实现下单、退款流程；
2. 优化 MySQL 慢查询与索引，核心接口耗时由 800 ms 降至 90 ms。
3. 参与微服务拆分，使用 RocketMQ 解耦库存与支付。

2021.04 - 至今    某蓝网络有限公司    高级后端工程师
1. 使用 Go 重写结算后端服务，日均处理 2000 万笔；
2. 搭建基于 Kubernetes 与 GitLab CI 的发布流程，发布时间缩短到 10 分钟。

专业技能
Java、Go、MySQL、Redis、Kafka、Docker、Kubernetes
英语：CET-6，能够阅读英文文档
`;

export const JAPANESE = `職務経歴書
[NAME]

■職務要約
バックエンドエンジニアとして約7年の経験があります。

■学歴
2012年4月　某大学 工学部 情報工学科 入学
2016年3月　某大学 工学部 情報工学科 卒業

■職歴
平成28年4月　株式会社サンプル物流 入社
　配送管理システムのサーバーサイド開発をJavaで担当し、夜間バッチを3時間から20分に短縮した。
　PostgreSQLのスキーマ設計と移行を行った。
令和2年9月　株式会社サンプル物流 退社
令和2年10月　株式会社サンプル決済 入社
　Goで決済バックエンドを開発し、Kafkaによる非同期処理で二重請求をなくした。
　AWSとKubernetesの基盤を運用し、オンコールと障害対応を担当した。
現在に至る

■資格
2018年6月　応用情報技術者試験 合格
TOEIC 860点

■スキル
Go / Java / PostgreSQL / Kafka / AWS / Docker
`;

export const GERMAN = `[NAME]

Berufserfahrung

10/2019 – heute    Muster Logistik GmbH, Hamburg
Backend-Entwickler
- Entwicklung der Tourenplanung in Kotlin und Go, 140.000 Aufträge pro Nacht
- Umstellung der Auftragsdaten auf PostgreSQL ohne Ausfall
- Rufbereitschaft und Überwachung mit Prometheus

04/2016 – 09/2019    Beispiel Versicherung AG, Köln
Softwareentwickler
- Pflege der Tarifrechnung in Java
- Aufbau verteilter Systeme mit RabbitMQ
- Betrieb auf Azure

Ausbildung
10/2011 – 03/2016 Master of Science Informatik, Technische Universität Musterstadt

Kenntnisse
Go, Kotlin, Java, PostgreSQL, Docker
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
Java와 Spring으로 주문 서버를 개발하고 MySQL 인덱스를 개선하여 응답 시간을 절반으로 줄였습니다.
2022.07 - 현재 예시핀테크 백엔드 개발자
Go로 정산 서비스를 재작성하고 Kafka로 이벤트를 처리했습니다.
어학
영어: 비즈니스 회화
`;

export const FRENCH = `[NAME]
Expérience professionnelle
janvier 2018 – aujourd'hui : Exemple Transports SA, développeur backend
Conception des services de réservation en Java sur PostgreSQL, exploités sur AWS.
Formation
Master Informatique, Université de Quelque Part, 2015 – 2017
Langues
Français : langue maternelle, anglais : courant
Sans expérience en Rust.
`;

export const SPANISH = `[NAME]
Experiencia laboral
03/2017 - actualidad: Ejemplo Viajes S.L., desarrollador backend
Desarrollo de microservicios en Kotlin con Kafka y PostgreSQL.
Formación académica
Grado en Ingeniería Informática, Universidad de Algún Lugar, 2016
Idiomas
Español nativo, inglés B2
`;

/** Everything that the job asks for, said in a row and done nowhere. */
export const STUFFED = `[NAME]
Experience
2018 - 2024 Example Stationery Ltd, Office Assistant
Ordered paper and answered the phone.
Skills
Backend, Go, Rust, Java, Kotlin, PostgreSQL, MySQL, Kafka, RabbitMQ, microservices, distributed systems, on-call, Prometheus, AWS, Kubernetes, Docker
Java Java Java Java Java Java Go Go Go Go Go
`;

/** Names everything and has nothing. */
export const DENYING = `[NAME]
Summary
I have no experience with Go, Rust, Java or Kotlin, but I am keen to learn Kubernetes.
I never worked on distributed systems. PostgreSQL: none.
No backend experience yet.
Experience
2020 - 2024 Example Bakery Ltd, Baker
Baked 400 loaves a night.
`;
