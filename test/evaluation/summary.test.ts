import { describe, expect, it } from "vitest";
import { numberLines } from "../../workers/evaluation/lines.ts";
import { fitRoles, gaps, strengths } from "../../workers/evaluation/summary.ts";
import { criterion, finding } from "./samples.ts";

const criteria = [
  criterion("sql", { weight: 2 }),
  criterion("go", { weight: 5, must_have: true }),
  criterion("german", { weight: 9 }),
  criterion("kafka", { weight: 2 }),
  criterion("degree", { weight: 1, must_have: true }),
];
const ids = (findings: { criterion_id: string }[]) => findings.map(({ criterion_id }) => criterion_id);

describe("strengths", () => {
  it("are the criteria that are met, the heaviest first, equals in the rubric's order", () => {
    const findings = [finding("kafka", 3), finding("go", 4), finding("sql", 3), finding("german", 2)];
    expect(ids(strengths(findings, criteria))).toEqual(["go", "sql", "kafka"]);
  });

  it("stand on verified lines", () => {
    const unverified = {
      ...finding("go", 3),
      evidence: [{ ...finding("go", 3).evidence[0]!, verified: false }],
    };
    expect(strengths([unverified, finding("sql", 3, [])], criteria)).toEqual([]);
  });
});

describe("gaps", () => {
  it("are what falls short: must-haves first, then by weight, then the furthest away", () => {
    const findings = [
      finding("sql", 1),
      finding("go", 2),
      finding("german", 0),
      finding("kafka", 0),
      finding("degree", 1),
    ];
    expect(ids(gaps(findings, criteria))).toEqual(["go", "degree", "german", "kafka", "sql"]);
  });

  it("leave out what is met, and findings of other rubrics", () => {
    expect(gaps([finding("go", 3), finding("cobol", 0)], criteria)).toEqual([]);
  });
});

describe("fitRoles", () => {
  const roles = (text: string, own?: { role: string; score: number }) => fitRoles(numberLines(text), own);

  it("finds a backend engineer in English, Chinese, Japanese and German", () => {
    for (const text of [
      "Backend engineer. Built microservices in Go on PostgreSQL with Redis and Docker.",
      "后端工程师\n使用 Java、MySQL 开发微服务，接入 Redis 与 Docker。",
      "バックエンドエンジニア\nJava と PostgreSQL でマイクロサービスを開発し、Redis と Docker を運用した。",
      "Backend-Entwickler\nEntwicklung von Microservices in Java mit PostgreSQL, Redis und Docker.",
    ]) {
      expect(roles(text)[0]).toEqual({ role: "Backend engineer", fit: "strong" });
    }
  });

  it("finds roles outside of software", () => {
    expect(roles("看護師として病棟で患者のケアと投薬を担当した。看護の研修も行った。")[0]).toEqual({
      role: "Nurse",
      fit: "strong",
    });
    expect(roles("Finanzbuchhaltung und Buchhaltung mit DATEV, Jahresabschluss nach HGB, Excel")[0]).toEqual({
      role: "Accountant",
      fit: "strong",
    });
  });

  it("puts the job's own role first, by its score, and does not repeat it", () => {
    const text = "Backend engineer. Built microservices in Go on PostgreSQL with Redis and Docker.";
    expect(roles(text, { role: "Senior Backend Engineer", score: 8.1 })).toEqual([
      { role: "Senior Backend Engineer", fit: "strong" },
    ]);
    expect(roles(text, { role: "Poet", score: 2 })[0]).toEqual({ role: "Poet", fit: "weak" });
  });

  it("does not take a denied thing for a named one", () => {
    expect(roles("No experience with Go, Java or PostgreSQL. No experience with Redis and Docker.")).toEqual(
      [],
    );
  });

  it("names at most three common roles and none for an empty text", () => {
    const everything =
      "Python, Go, PostgreSQL, Redis, Docker, Kubernetes, AWS, CI/CD, Prometheus, React, TypeScript, HTML, CSS, Spark, SQL, Kafka, Airflow, PyTorch, machine learning";
    expect(roles(everything).length).toBe(3);
    expect(roles("")).toEqual([]);
  });
});
