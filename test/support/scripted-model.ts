import { criterionMark } from "../../workers/evaluation/criterion-mark.ts";
import type { CallPurpose } from "../../workers/evaluation/model-call.ts";
import { SCREEN_PROMPT } from "../../workers/evaluation/prompt.ts";
import {
  type AnswerFor,
  type ChatRequest,
  type Fault,
  type ScriptedAnswer,
  yesWith,
} from "./recorded-inference.ts";

/** What a test has to know of a question to answer it: what was asked, about which lines. */
export interface ReadQuestion {
  purpose: CallPurpose;
  /** The code word around the lines, which every evaluation draws for itself. */
  fence: string;
  /** The rubric's criteria as the judge sees them, in order; the one criterion of a support check. */
  criteria: string[];
  /** The numbered lines between the fences. */
  lines: { number: number; text: string }[];
  request: ChatRequest;
}

/** What a scripted judge says of one criterion. */
export interface ScriptedVerdict {
  level: number;
  lines: number[];
}

/** How a scripted model answers each kind of question; anything left out gets a plain answer. */
export interface ModelScript {
  /** Verdicts for the criteria in order, the answer's whole text, or a fault. */
  judge?: (question: ReadQuestion) => ScriptedVerdict[] | string | Fault;
  /** Probability that the lines carry the criterion, the word itself, or a fault. */
  support?: (question: ReadQuestion) => number | string | Fault;
  explain?: (question: ReadQuestion) => string | Fault;
}

const { begin, end, close } = SCREEN_PROMPT.fence;
const FENCED = new RegExp(`${begin}([a-z0-9]+)${close}\\n([\\s\\S]*?)\\n?${end}\\1${close}`, "u");

/** Reads a question back out of its messages. */
export function readQuestion(request: ChatRequest): ReadQuestion {
  const system = request.messages[0]?.content ?? "";
  const user = request.messages[1]?.content ?? "";
  const [, fence = "", fenced = ""] = FENCED.exec(user) ?? [];
  const lines = fenced.split("\n").flatMap((line) => {
    const match = /^(\d+): (.*)$/u.exec(line);
    return match === null ? [] : [{ number: Number(match[1]), text: match[2] ?? "" }];
  });
  const purpose = purposeOf(system);
  return { purpose, fence, criteria: criteriaOf(purpose, system, user), lines, request };
}

function purposeOf(system: string): CallPurpose {
  for (const purpose of ["judge", "support", "explain"] as const) {
    if (system.startsWith(SCREEN_PROMPT[purpose].task)) return purpose;
  }
  throw new Error("a question that is none of Candor's");
}

function criteriaOf(purpose: CallPurpose, system: string, user: string): string[] {
  if (purpose === "support") {
    const prefix = `${SCREEN_PROMPT.support.criterion}: `;
    return user.split("\n").flatMap((line) => (line.startsWith(prefix) ? [line.slice(prefix.length)] : []));
  }
  const listed = system.slice(system.lastIndexOf(`\n${SCREEN_PROMPT.judge.criteria}:\n`));
  return [...listed.matchAll(/^[A-Z]+\. (.*)$/gmu)].map((match) => match[1] ?? "");
}

/** The judge's answer in the form that the request asks for. */
export function writeVerdicts(verdicts: ScriptedVerdict[], request: ChatRequest): string {
  if (request.response_format?.type === "json_schema") {
    return JSON.stringify(Object.fromEntries(verdicts.map((verdict, i) => [criterionMark(i), verdict])));
  }
  return verdicts.map(({ level, lines }, i) => [`${criterionMark(i)}${level}`, ...lines].join(" ")).join(" ");
}

/**
 * A model that does what a test says: `startRecordedInference({ answers: scriptedModel({ … }) })`. Left to itself
 * it gives every criterion a 3 on the first line, agrees with every level, and explains in one sentence.
 */
export function scriptedModel(script: ModelScript = {}): AnswerFor {
  return (request): ScriptedAnswer | Fault => {
    const question = readQuestion(request);
    switch (question.purpose) {
      case "judge": {
        const plain = question.criteria.map(() => ({ level: 3, lines: [question.lines[0]?.number ?? 1] }));
        const said = script.judge?.(question) ?? plain;
        return Array.isArray(said) ? { text: writeVerdicts(said, request) } : textOrFault(said);
      }
      case "support": {
        const said = script.support?.(question) ?? 0.95;
        return typeof said === "number" ? yesWith(said) : textOrFault(said);
      }
      case "explain":
        return textOrFault(script.explain?.(question) ?? "The résumé shows what the job asks for [1].");
    }
  };
}

const textOrFault = (said: string | Fault): ScriptedAnswer | Fault =>
  typeof said === "string" ? { text: said } : said;
