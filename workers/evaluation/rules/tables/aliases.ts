/**
 * Other names of the same thing, so that a rubric in one language finds a résumé in another. Each row is one thing;
 * a term that equals any entry of a row stands for all of them. Names only: no row joins a tool with its competitor.
 */
import { list } from "./list.ts";

const ROWS = [
  "go; golang; go言語; go语言",
  "javascript; js; ecmascript; java script",
  "typescript; ts",
  "c#; csharp; c sharp; c♯",
  "c++; cpp; c plus plus",
  ".net; dotnet; dot net; asp.net; .net core; asp.net core",
  "objective-c; objc; objective c",
  "kubernetes; k8s; クバネティス; 쿠버네티스",
  "postgresql; postgres; pgsql",
  "mongodb; mongo",
  "elasticsearch; elastic search",
  "aws; amazon web services; 亚马逊云; アマゾンウェブサービス",
  "gcp; google cloud; google cloud platform; 谷歌云",
  "azure; microsoft azure",
  "machine learning; 机器学习; 機器學習; 機械学習; maschinelles lernen; maschinellem lernen; 머신러닝; 기계 학습; apprentissage automatique; aprendizaje automático",
  "deep learning; 深度学习; 深度學習; 深層学習; ディープラーニング; 딥러닝; apprentissage profond; aprendizaje profundo",
  "nlp; natural language processing; 自然语言处理; 自然言語処理; 자연어 처리; verarbeitung natürlicher sprache",
  "microservices; microservice; 微服务; 微服務; マイクロサービス; 마이크로서비스; 마이크로 서비스; microservicios",
  "distributed systems; distributed system; 分布式系统; 分布式; 分散式系統; 分散システム; verteilte systeme; verteilten systemen; verteilter systeme; 분산 시스템; systèmes distribués; sistemas distribuidos",
  "ci/cd; continuous integration; continuous delivery; continuous deployment; 持续集成; 持续交付; 継続的インテグレーション",
  "rest; restful; rest api; restful api; rest-api",
  "backend; back-end; back end; server-side; 后端; 後端; 服务端; 服务器端; バックエンド; サーバーサイド; サーバサイド; backend-entwicklung; 백엔드; 서버 개발; développement backend; desarrollo backend",
  "frontend; front-end; front end; 前端; フロントエンド; 프론트엔드",
  "full stack; full-stack; fullstack; 全栈; 全端; フルスタック; 풀스택",
  "database; databases; 数据库; 資料庫; データベース; datenbank; datenbanken; 데이터베이스; base de données; bases de données; base de datos; bases de datos",
  "message queue; message queues; message broker; 消息队列; 訊息佇列; メッセージキュー; メッセージキューイング; nachrichtenwarteschlange; 메시지 큐",
  "unit testing; unit tests; automated tests; automated testing; 单元测试; 自动化测试; 單元測試; 単体テスト; テスト自動化; 自動テスト; automatisierte tests; testautomatisierung; 단위 테스트; tests automatisés; pruebas automatizadas",
  "accounting; 会计; 會計; 会計; 経理; buchhaltung; rechnungswesen; 회계; comptabilité; contabilidad",
  "project management; 项目管理; 專案管理; プロジェクト管理; プロジェクトマネジメント; projektmanagement; projektleitung; 프로젝트 관리; gestion de projet; gestión de proyectos",
  "sales; 销售; 銷售; 営業; vertrieb; verkauf; 영업; ventes; ventas",
  "marketing; 市场营销; 營銷; 行銷; マーケティング; 마케팅; mercadotecnia",
  "data analysis; data analytics; 数据分析; 數據分析; データ分析; datenanalyse; 데이터 분석; analyse de données; análisis de datos",
  "customer service; customer support; 客户服务; 客服; 客戶服務; カスタマーサポート; 顧客対応; kundenservice; kundenbetreuung; 고객 서비스; service client; atención al cliente",
  "nursing; registered nurse; 护理; 護理; 看護; krankenpflege; gesundheits- und krankenpflege; 간호; soins infirmiers; enfermería",
  "linux; リナックス; 리눅스",
  "react; react.js; reactjs; リアクト; 리액트",
  "vue; vue.js; vuejs; vue3; vue2",
  "node.js; nodejs; node js",
  "next.js; nextjs",
  "angular; angularjs; angular.js",
  "excel; ms excel; microsoft excel; エクセル; 엑셀",
  "java; ジャバ; 자바",
  "python; パイソン; 파이썬",
  "sap; sap r/3; sap s/4hana",
] as const;

export const ALIASES: readonly (readonly string[])[] = ROWS.map(list);
