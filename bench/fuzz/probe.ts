/** A thread that reads what it is sent and answers what became of it. */
import { parentPort } from "node:worker_threads";
import { verdictOf } from "./verdict.ts";

const port = parentPort;
port?.on("message", async (bytes: Uint8Array) => port.postMessage(await verdictOf(bytes)));
