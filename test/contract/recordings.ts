/** The fixtures that the ordinary tests replay, held against the server that is running; `--record` writes them anew. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "vitest";
import { ROOT } from "../../scripts/build.ts";
import { shapesOf } from "../support/event-shapes.ts";
import { type Answer, CHAT_PATH, exchange } from "../support/exchange.ts";
import type { Recording } from "../support/recorded-inference.ts";
import { recordedQuestions } from "../support/recorded-questions.ts";
import { VLLM_VERSION } from "./environment.ts";
import { API_KEY, type VllmProcess } from "./vllm-process.ts";

const FOLDER = path.join(ROOT, "test/fixtures/inference");
/** Set by `npm run test:contract -- --record NAME,NAME…`; `all` is every one of them. */
const RECORDS = new Set((process.env.CONTRACT_RECORD ?? "").split(","));

export const RECORDED: string[] = recordedQuestions("any").map(({ name }) => name);

/** Asks a recorded question again: status, headers and the shape of every event have to be those of the fixture. */
export async function compareRecording(name: string, server: VllmProcess): Promise<void> {
  const question = recordedQuestions(server.model).find((one) => one.name === name)!;
  const { body, key = API_KEY, cancelAfter } = question;
  const answer = await exchange({
    url: server.url,
    body,
    key,
    ...(cancelAfter === undefined ? {} : { cancelAfter }),
  });
  await keepRecording({ name, body, answer });
  expect(lookOf(answer)).toEqual(lookOf(await recordingOf(name)));
}

/** An open question of the recorded ones, with room for a stream to be cut in. */
const openBody = (model: string) => recordedQuestions(model).find(({ name }) => name === "cancelled")!.body;

/** What a grammar with free white space comes to in a small model: the recorder goes away after some of it. */
export async function recordBlanks(server: VllmProcess): Promise<void> {
  const body = { ...openBody(server.model), structured_outputs: { grammar: 'root ::= " " root\n' } };
  const answer = await exchange({ url: server.url, body, key: API_KEY, cancelAfter: 24 });
  await keepRecording({ name: "blanks", body, answer });
  expect(lookOf(answer)).toEqual(lookOf(await recordingOf("blanks")));
}

/**
 * A stream that is open while the server is told to end and has no time set for that. Which of two ways it ends in is a
 * race inside vLLM: an error object, or silence. The first is what the fixture holds.
 */
export async function recordEnd(server: VllmProcess, stalledAfterMs: number): Promise<Answer> {
  const body = { ...openBody(server.model), max_tokens: 3_000 };
  const answer = await exchange({
    ...{ url: server.url, body, key: API_KEY, stalledAfterMs },
    onPiece: (pieces) => {
      if (pieces === 5) server.terminate();
    },
  });
  if (answer.ending === "close") await keepRecording({ name: "engine-gone", body, answer });
  return answer;
}

/** Writes a recording where that was asked for. */
export async function keepRecording(made: {
  name: string;
  body: Recording["request"]["body"];
  answer: Answer;
}): Promise<void> {
  const { name, body, answer } = made;
  if (!RECORDS.has(name) && !RECORDS.has("all")) return;
  const recording = { name, server: `vllm ${VLLM_VERSION}`, request: { path: CHAT_PATH, body }, ...answer };
  await writeFile(path.join(FOLDER, `${name}.json`), `${JSON.stringify(recording, null, 1)}\n`);
}

const recordingOf = async (name: string): Promise<Recording> =>
  JSON.parse(await readFile(path.join(FOLDER, `${name}.json`), "utf8")) as Recording;

export function lookOf({ status, headers, chunks, ending }: Answer) {
  const body = chunks.join("");
  const { "content-type": type, server } = headers;
  const stream = type?.startsWith("text/event-stream") === true;
  // A stream that was cut off ends inside an event.
  const whole = ending === "close" ? body : body.slice(0, body.lastIndexOf("\n\n"));
  const shapes = stream ? shapesOf(whole) : Object.keys(JSON.parse(body) as object);
  return { status, type, server, ending, shapes };
}
