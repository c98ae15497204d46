import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../../workers/evaluation/rules/fold.ts";
import { termMatcher } from "../../../workers/evaluation/rules/terms.ts";

const names = (term: string, text: string) => termMatcher([term]).find(fold(text)).length > 0;

describe("termMatcher finds", () => {
  it.each<[string, string]>([
    ["Go", "Built in Go, Java"],
    ["Go", "from Java to Go"],
    ["Go", "Used Go to build services"],
    ["Go", "Go 1.21.3"],
    ["Go", "Go1.22"],
    ["Go", "使用Go开发"],
    ["Go", "Golang services"],
    ["Go", "Go語言"],
    ["Java", "JAVA"],
    ["Java", "Ｊａｖａ エンジニア"],
    ["Java", "Java17"],
    ["Java", "Java开发"],
    ["Java", "Java를 사용"],
    ["Java", "Java-Entwickler"],
    ["Java", "(Java)"],
    ["Java", "Java/Kotlin"],
    ["C", "C, C++ and Rust"],
    ["C", "C/C++"],
    ["C++", "Modern C++17"],
    ["C#", "C# and .NET"],
    ["C#", "CSharp"],
    ["R", "statistics in R"],
    [".NET", "C#/.NET"],
    [".NET", "ASP.NET Core"],
    [".NET", "使用.NET开发"],
    ["React", "React.js"],
    ["React", "ReactJS"],
    ["React.js", "React 18"],
    ["Node.js", "NodeJS"],
    ["Node.js", "Node JS"],
    ["Spring Boot", "SpringBoot"],
    ["Spring Boot", "spring-boot 3"],
    ["Spring", "Experience in Spring"],
    ["Kubernetes", "K8s clusters"],
    ["PostgreSQL", "Postgres 16"],
    ["machine learning", "機械学習モデル"],
    ["machine learning", "机器学习平台"],
    ["機械学習", "Machine Learning"],
    ["machine learning", "maschinelles Lernen"],
    ["microservices", "Microservice-Architektur"],
    ["CI/CD", "CI / CD pipelines"],
    ["データベース", "ﾃﾞｰﾀﾍﾞｰｽ設計"],
    ["développeur", "Developpeur web"],
    ["REST", "RESTful services"],
    ["Excel", "MS Excel"],
    ["SQL", "T-SQL, SQL"],
    ["会计", "会计师事务所"],
    ["ISO 27001", "ISO27001 audits"],
  ])("%s in %s", (term, text) => {
    expect(names(term, text)).toBe(true);
  });
});

describe("termMatcher does not find", () => {
  it.each<[string, string]>([
    ["Go", "Google Cloud"],
    ["Go", "ready to go live"],
    ["Go", "Go-to-market strategy"],
    ["Go", "the go-to person"],
    ["Go", "Pokémon Go"],
    ["Go", "Django"],
    ["Java", "JavaScript"],
    ["Java", "Javanese"],
    ["JavaScript", "Java"],
    ["C", "C++"],
    ["C", "C#"],
    ["C", "C-level reporting"],
    ["C", "Vitamin C"],
    ["C", "Series C startup"],
    ["C", "Objective-C"],
    ["C++", "C"],
    ["R", "R&D"],
    ["R", "C"],
    [".NET", "net income"],
    [".NET", "example.net"],
    [".NET", "Network"],
    ["SQL", "NoSQL"],
    ["SQL", "MySQL"],
    ["React", "reaction time"],
    ["Spring", "Spring 2019 internship"],
    ["Swift", "SWIFT payments"],
    ["Rust", "rust removal"],
    ["Excel", "I excel at sales"],
    ["REST", "the rest of the team"],
    ["ネイティブ", "クラウドネイティブ"],
    ["Java", "[JAVA_1]"],
    ["Vue", "revenue"],
    ["Git", "digital"],
    ["AI", "maintain"],
    ["Scala", "scalable"],
    ["", "anything"],
    ["...", "anything ..."],
  ])("%s in %s", (term, text) => {
    expect(names(term, text)).toBe(false);
  });
});

describe("termMatcher on anything", () => {
  it("takes any term as plain text and gives places inside the line", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 60 }), (term, text) => {
        const line = fold(text);
        for (const { start, end } of termMatcher([term]).find(line)) {
          expect(start >= 0 && end > start && end <= line.lower.length).toBe(true);
        }
      }),
    );
  });

  it("finds a term that stands alone between spaces", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[b-z]{3,10}$/), (term) => {
        fc.pre(!["make", "less", "next", "word", "rest", "sass", "flask", "chef"].includes(term));
        expect(
          names(term, `with ${term.toUpperCase()} daily`) ||
            names(term, `with ${term} daily`) ||
            names(term, `with ${term[0]!.toUpperCase()}${term.slice(1)} daily`),
        ).toBe(true);
      }),
    );
  });

  it("gives one place where aliases overlap", () => {
    expect(
      termMatcher(["Google Cloud", "GCP", "Google Cloud Platform"]).find(fold("on Google Cloud Platform"))
        .length,
    ).toBe(1);
  });

  it("control: a search without word edges would find Java in JavaScript", () => {
    expect(fold("JavaScript").lower.includes("java")).toBe(true);
    expect(names("Java", "JavaScript")).toBe(false);
  });
});
