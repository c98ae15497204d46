import {
  judgementConstraint,
  judgementTokens,
  SUPPORT_CONSTRAINT,
} from "../../workers/evaluation/grammar.ts";
import { explainMessages, judgeMessages, supportMessages } from "../../workers/evaluation/messages.ts";
import type { Criterion, Finding, Line, Rubric } from "../../workers/evaluation/types.ts";
import { type ConstraintForm, wireRequest } from "../../workers/routing/request.ts";
import type { CompletionRequest } from "../../workers/routing/types.ts";
import type { ChatRequest } from "./recorded-inference.ts";

export const FENCE = "4kq7zt2mhw6x";

/** A job and a résumé of nobody. */
export const JOB = {
  title: "Java backend engineer",
  description: "Payments team of six. Services in Java and Spring Boot, messages over Kafka.",
};

const criterion = (id: string, wanted: Partial<Criterion>): Criterion => ({
  id,
  kind: "skill",
  label: id,
  description: null,
  terms: [],
  min_years: null,
  min_degree: null,
  min_language_level: null,
  weight: 1,
  must_have: false,
  ...wanted,
});

export const RUBRIC: Rubric = {
  version: 1,
  threshold: 7,
  criteria: [
    criterion("spring-boot", { label: "Spring Boot in production", terms: ["SpringBoot"], min_years: 3 }),
    criterion("kafka", { label: "Apache Kafka" }),
    criterion("german", { kind: "language", label: "German", min_language_level: "B2" }),
  ],
};

export const LINES: Line[] = [
  "Backend engineer, payments",
  "2019 – today: Spring Boot services for card payments, 40 million requests a day",
  "Moved the ledger from nightly files to Kafka topics",
  "2016 – 2019: Java EE at an insurer",
  "Deutsch: verhandlungssicher (C1)",
  "Diploma in computer science, 2016",
].map((text, i) => ({ number: i + 1, text, start: i * 100, end: i * 100 + text.length }));

const finding = (criterion_id: string, level: Finding["level"], line: Line): Finding => ({
  criterion_id,
  level,
  claimed_level: level,
  reason: null,
  evidence: [
    { quote: line.text, line: line.number, start: line.start, end: line.end, verified: true, support: 0.9 },
  ],
  flags: [],
});

export interface RecordedQuestion {
  name: string;
  body: ChatRequest;
  /** Another key than the server's. */
  key?: string;
  /** The recorder goes away after so many pieces: the role, and some tokens. */
  cancelAfter?: number;
}

/** What gets recorded, in this order: the second judgement finds the first one's head in the prefix cache. */
export function recordedQuestions(model: string): RecordedQuestion[] {
  const body = (request: Partial<CompletionRequest>, form: ConstraintForm | null = null): ChatRequest =>
    wireRequest(
      model,
      { messages: [], maxTokens: 16, temperature: 0, seed: 7, ...request },
      form,
    ) as ChatRequest;
  const constraint = judgementConstraint(RUBRIC.criteria.length, LINES.length);
  const judgement: Partial<CompletionRequest> = {
    messages: judgeMessages(JOB, RUBRIC, LINES, FENCE, "2026-11"),
    maxTokens: judgementTokens(RUBRIC.criteria.length, LINES.length, "grammar"),
    constraint,
  };
  const claim = { criterion_id: "german", level: 4 as const, lines: [5], reason: null };
  const support: Partial<CompletionRequest> = {
    messages: supportMessages(RUBRIC.criteria[2]!, claim, [LINES[4]!], FENCE),
    maxTokens: 1,
    topLogprobs: 20,
    constraint: SUPPORT_CONSTRAINT,
  };
  const explanation: Partial<CompletionRequest> = {
    messages: explainMessages(
      JOB,
      RUBRIC,
      [finding("spring-boot", 3, LINES[1]!), finding("kafka", 3, LINES[2]!)],
      FENCE,
      "en",
    ),
  };
  const invalidSchema = { name: "bad", schema: { type: "object", properties: { a: { type: "strin" } } } };
  return [
    { name: "judge-grammar", body: body(judgement, "grammar") },
    { name: "judge-grammar-cached", body: body({ ...judgement, seed: 8 }, "grammar") },
    { name: "judge-json-schema", body: body(judgement, "json_schema") },
    { name: "support-logprobs", body: body(support, "grammar") },
    { name: "length-cut", body: body({ ...explanation, maxTokens: 6 }) },
    { name: "explain", body: body({ ...explanation, maxTokens: 48 }) },
    { name: "cancelled", body: body({ ...explanation, maxTokens: 400 }), cancelAfter: 5 },
    {
      name: "invalid-schema",
      body: body({ ...explanation, constraint: { grammar: "", jsonSchema: invalidSchema } }, "json_schema"),
    },
    {
      name: "invalid-grammar",
      body: body({ ...explanation, constraint: { grammar: "root ::= (", jsonSchema: null } }, "grammar"),
    },
    { name: "model-not-found", body: { ...body(explanation), model: "another" } },
    { name: "unauthorized", body: body(explanation), key: "wrong" },
    {
      name: "prompt-too-long",
      body: body({ messages: [{ role: "user", content: "too long ".repeat(400) }], maxTokens: 4_000 }),
    },
  ];
}
