import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../../bench/free-port.ts";

const FOLDER = path.join(import.meta.dirname, "../../inference/proxy");
const CONF = readFileSync(path.join(FOLDER, "nginx.conf"), "utf8");
const TUNNEL = readFileSync(path.join(FOLDER, "cloudflared.yml"), "utf8");
const ALLOWED = ["/v1/chat/completions", "/v1/completions", "/v1/embeddings", "/v1/models"];
const NGINX = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx"].find(
  (file) => spawnSync(file, ["-v"]).status === 0,
);

/** Paths that vLLM or its libraries answer, or that lead to them by another spelling. */
const CLOSED = [
  "/",
  "/metrics",
  "/health",
  "/ping",
  "/docs",
  "/openapi.json",
  "/tokenize",
  "/detokenize",
  "/invocations",
  "/pooling",
  "/score",
  "/rerank",
  "/load",
  "/version",
  "/v1",
  "/v1/",
  "/v1/load_lora_adapter",
  "/v1/responses",
  "/v1/audio/transcriptions",
  "/v1/models/x",
  "/v1/modelsx",
  "/v1/chat/completions/",
  "/V1/models",
  "/v1/../metrics",
  "/v1/%2e%2e/metrics",
  "/v1/models/../../metrics",
  "/v1/models%2f..%2f..%2fmetrics",
  "//metrics",
  "/v1/..;/metrics",
  "/sleep",
  "/reset_prefix_cache",
  "/collective_rpc",
];

/** The places that each of the two servers opens. */
const opened = (conf: string) =>
  conf
    .split(/^ {2}server \{/m)
    .slice(1)
    .map((server) =>
      [...server.matchAll(/^ +location (.+) \{|^ +listen (\d+)/gm)].map(([, place, port]) => place ?? port),
    );

describe("what the proxy's words say", () => {
  const wanted = [
    ["8000", ...ALLOWED.map((place) => `= ${place}`), "/"],
    ["9090", "= /health", "= /metrics", "/"],
  ];

  it("opens four exact paths to the world, health and metrics on the other port alone", () => {
    expect(opened(CONF)).toEqual(wanted);
  });

  it("would be noticed if it opened a prefix, or the metrics to the world", () => {
    for (const [from, to] of [
      ["location = /v1/models", "location /v1/"],
      ["location = /v1/models", "location = /metrics"],
      ["listen 9090;", "listen 8000;"],
    ] as const)
      expect(opened(CONF.replace(from, to))).not.toEqual(wanted);
  });

  it("logs neither arguments nor bodies nor keys, and never writes a prompt to a disk", () => {
    expect(CONF).not.toMatch(/\$(request_body|args|request_uri|http_authorization|request\b)/);
    const [, most] = CONF.match(/client_max_body_size (\w+);/) ?? [];
    const [, buffer] = CONF.match(/client_body_buffer_size (\w+);/) ?? [];
    expect(buffer).toBe(most);
  });

  it("has a tunnel that lets the same paths through, as Go's regular expressions read it, and nothing else", () => {
    const [, rule = ""] = TUNNEL.match(/path: (\S+)/) ?? [];
    for (const place of ALLOWED) expect(place).toMatch(new RegExp(rule));
    for (const place of CLOSED) expect(place).not.toMatch(new RegExp(rule));
    expect(TUNNEL.trim()).toMatch(/- service: http_status:404$/);
    expect(TUNNEL).toContain("http://127.0.0.1:8000");
  });
});

describe.skipIf(NGINX === undefined)("what a real nginx does with them", () => {
  const world = { port: 0 };
  const cluster = { port: 0 };
  const seen: { method: string; url: string; body: string }[] = [];
  let closed: () => void = () => {};
  const callerGone = new Promise<void>((resolve) => {
    closed = resolve;
  });
  let folder: string;
  let vllm: Server;
  let nginx: ChildProcess;
  let log = "";

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "candor-proxy-"));
    [world.port, cluster.port] = [await freePort(), await freePort()];
    const port = await freePort();
    vllm = createServer((incoming, answer) => {
      let body = "";
      incoming.on("data", (part) => {
        body += part;
      });
      incoming.on("end", () => {
        seen.push({ method: incoming.method ?? "", url: incoming.url ?? "", body });
        answer.writeHead(200, { "content-type": "text/event-stream" }).write("data: first\n\n");
        if (body !== "stream") return answer.end();
        answer.on("close", closed);
      });
    }).listen(port, "127.0.0.1");
    const conf = CONF.replace("listen 8000", `listen 127.0.0.1:${world.port}`)
      .replace("listen 9090", `listen 127.0.0.1:${cluster.port}`)
      .replace("127.0.0.1:8001", `127.0.0.1:${port}`)
      .replaceAll("/tmp/nginx", `${folder}/nginx`)
      .replace("/dev/stdout", `${folder}/access.log`);
    writeFileSync(path.join(folder, "nginx.conf"), conf);
    nginx = spawn(NGINX ?? "", [
      "-p",
      folder,
      "-c",
      path.join(folder, "nginx.conf"),
      "-g",
      "daemon off; user root;",
    ]);
    nginx.stderr?.on("data", (part) => {
      log += part;
    });
    await listening(world.port);
  });

  afterAll(async () => {
    const ended = new Promise((resolve) => nginx.once("exit", resolve));
    if (nginx.kill("SIGQUIT")) await ended;
    vllm.closeAllConnections();
    vllm.close();
    rmSync(folder, { recursive: true });
  });

  const listening = async (port: number): Promise<void> => {
    for (;;) {
      const up = await new Promise((resolve) => {
        const probe = connect(port, "127.0.0.1", () => resolve(true)).once("error", () => resolve(false));
        probe.once("close", () => resolve(false));
        probe.setTimeout(500, () => probe.destroy());
      });
      if (up) return;
      if (nginx.exitCode !== null) throw new Error(`nginx ended: ${log}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  /** Sends the path as it is: fetch would normalise it. */
  const ask = (port: number, method: string, place: string, body = "") =>
    new Promise<number>((resolve, reject) => {
      const sent = request({ port, host: "127.0.0.1", method, path: place, agent: false }, (answer) => {
        answer.resume();
        answer.once("end", () => resolve(answer.statusCode ?? 0));
      });
      sent.once("error", reject).end(body);
    });

  it.each(ALLOWED)("lets %s through", async (place) => {
    const method = place === "/v1/models" ? "GET" : "POST";
    expect(await ask(world.port, method, place)).toBe(200);
    expect(seen.at(-1)).toMatchObject({ method, url: place });
  });

  it.each(CLOSED)("keeps %s closed", async (place) => {
    const before = seen.length;
    for (const method of ["GET", "POST"])
      expect(await ask(world.port, method, place)).toBeGreaterThanOrEqual(400);
    expect(seen.length).toBe(before);
  });

  it("asks vLLM for the plain path, whatever spelling brought the request", async () => {
    expect(await ask(world.port, "GET", "/metrics/../v1/models?x=/metrics")).toBe(200);
    expect(seen.at(-1)?.url).toMatch(/^\/v1\/models(\?|$)/);
  });

  it("refuses other methods", async () => {
    for (const [method, place] of [
      ["GET", "/v1/chat/completions"],
      ["DELETE", "/v1/completions"],
      ["POST", "/v1/models"],
    ] as const)
      expect(await ask(world.port, method, place)).toBe(403);
  });

  it("has health and metrics for the cluster, and nothing else there", async () => {
    expect(await ask(cluster.port, "GET", "/health")).toBe(200);
    expect(await ask(cluster.port, "GET", "/metrics")).toBe(200);
    for (const place of [...ALLOWED, "/tokenize", "/"])
      expect(await ask(cluster.port, "POST", place)).toBe(404);
  });

  it("takes the longest prompt, refuses what is longer, and logs neither", async () => {
    const canary = "canary-of-a-prompt ";
    const place = "/v1/chat/completions";
    expect(await ask(world.port, "POST", `${place}?key=canary-argument`, canary.repeat(2 ** 18))).toBe(200);
    expect(seen.at(-1)?.body.length).toBe(canary.length * 2 ** 18);
    const refused = await ask(world.port, "POST", place, canary.repeat(2 ** 19)).catch(() => 413);
    expect(refused).toBe(413);
    const logs = log + readFileSync(path.join(folder, "access.log"), "utf8");
    expect(logs).toContain("POST /v1/chat/completions 200");
    expect(logs).not.toMatch(/canary-of-a-prompt|canary-argument/);
  });

  it("passes a token on at once, and a caller that goes away closes the request at vLLM", async () => {
    const first = await new Promise<string>((resolve, reject) => {
      const sent = request(
        { port: world.port, host: "127.0.0.1", method: "POST", path: "/v1/completions", agent: false },
        (answer) =>
          answer.once("data", (part) => {
            resolve(String(part));
            answer.once("error", () => {});
            sent.destroy();
          }),
      );
      sent.once("error", reject).end("stream");
    });
    expect(first).toBe("data: first\n\n");
    await callerGone;
  });
});
