/**
 * A proxy that misbehaves, between the edge and a model, as a process of its own:
 *
 *   npx tsx test/chaos/model-proxy.ts --target http://127.0.0.1:8000 [--port N] [--control N] [--seed N] [--walk] [--minutes M]
 *
 * Its first line of output is `{"url", "control"}`. With `--walk` it goes through the seed's faults by itself, with the
 * tier away for M minutes; without it everything passes until it is told otherwise:
 *
 *   PUT /schedule   an array of phases (model-faults.ts), which begins now
 *   GET /state      where it is: {"index", "of", "fault"}
 *   GET /log        every request so far
 *
 * It ends when its standard input does, so that nobody leaves it behind.
 */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import { type Phase, schedule } from "./model-faults.ts";
import { ModelProxy } from "./proxy-server.ts";
import { seeded } from "./random.ts";

const { values } = parseArgs({
  options: {
    target: { type: "string" },
    port: { type: "string", default: "0" },
    control: { type: "string", default: "0" },
    seed: { type: "string", default: "1" },
    walk: { type: "boolean", default: false },
    minutes: { type: "string", default: "5" },
  },
});
if (values.target === undefined) throw new Error("--target names the model's server");

const random = seeded(Number(values.seed));
const proxy = new ModelProxy(values.target, random);
if (values.walk) {
  const size = { turns: 1, strikes: [1, 4], calm: [2, 8], patienceMs: 60_000 } as const;
  proxy.follow(schedule(random, { ...size, unavailableMs: Number(values.minutes) * 60_000 }));
}

const control = createServer(async (request, response) => {
  const answer = (status: number, body: unknown) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  if (request.method === "GET" && request.url === "/state") return answer(200, proxy.state());
  if (request.method === "GET" && request.url === "/log") return answer(200, proxy.log);
  if (request.method !== "PUT" || request.url !== "/schedule") return answer(404, null);
  let body = "";
  for await (const part of request) body += part;
  proxy.follow(JSON.parse(body) as Phase[]);
  return answer(200, proxy.state());
});

const [url, controlUrl] = [
  await listen(proxy.server(), Number(values.port)),
  await listen(control, Number(values.control)),
];
console.log(JSON.stringify({ url, control: controlUrl }));
process.stdin.resume().once("end", () => process.exit(0));

async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
