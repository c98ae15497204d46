/** What the proxy notes of each request: who asked, what was done to it, how it ended. Hashes instead of texts. */
import { createHash } from "node:crypto";
import type { CallPurpose } from "../../workers/evaluation/model-call.ts";
import type { ChatRequest } from "../support/inference-frames.ts";
import { readQuestion } from "../support/scripted-model.ts";
import type { ModelFault } from "./model-faults.ts";

export interface ProxiedRequest {
  /** When it came, milliseconds since 1970. */
  at: number;
  /** The fence: every evaluation draws its own, and all of its questions carry it. */
  attempt: string;
  purpose: CallPurpose;
  /** The judge's numbered lines, by hash: which application this is about. Null for other questions. */
  lines: string | null;
  /** The whole question, by hash: the same one again is a retry. */
  question: string;
  max_tokens: number;
  fault: ModelFault | null;
  ended: "answered" | "refused" | "broken" | "client_left" | "open";
}

/** @throws Error when the question is none of Candor's */
export function noteOf(body: string, at: number): ProxiedRequest {
  const request = JSON.parse(body) as ChatRequest;
  const { purpose, fence, lines } = readQuestion(request);
  return {
    at,
    attempt: fence,
    purpose,
    lines: purpose === "judge" ? linesHash(lines) : null,
    question: sha256(body),
    max_tokens: request.max_tokens ?? Number.MAX_SAFE_INTEGER,
    fault: null,
    ended: "open",
  };
}

/** The same for lines as they stand in a prompt and as they were read there. */
export const linesHash = (lines: readonly { number: number; text: string }[]): string =>
  sha256(lines.map(({ number, text }) => `${number}: ${text}`).join("\n"));

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
