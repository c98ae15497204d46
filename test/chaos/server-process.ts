/** `npm start` as a child in a process group of its own, which can be killed the way a power cut kills. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { ROOT } from "../../scripts/build.ts";

const READY_MS = 120_000;
const GONE_MS = 10_000;
/** Characters of the server's own words that an error quotes. */
const LAST_WORDS = 2_000;

/** `group` ends everything at once; `server-only` ends node and leaves its workerd an orphan. */
export const KILLS = ["group", "server-only"] as const;
export type Kill = (typeof KILLS)[number];

/** What `npm start` leaves in its state folder for whoever wants to use it. */
export interface DemoFile {
  url: string;
  api_key: string;
  jobs: { id: string; title: string; language: string }[];
}

export class ServerProcess {
  readonly #port: number;
  readonly #state: string;
  /** Pids of all children so far, each the leader of its group. */
  readonly #groups: number[] = [];
  #child: ChildProcess | null = null;

  constructor(port: number, state: string) {
    this.#port = port;
    this.#state = state;
  }

  /**
   * Resolves once the server takes requests.
   * @param environment variables over this process's own
   * @throws Error with its last words when it ends or takes too long
   */
  async start(environment: Record<string, string> = {}): Promise<DemoFile> {
    const child = spawn(process.execPath, ["--import", "tsx", path.join(ROOT, "scripts/start.ts")], {
      cwd: ROOT,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, PORT: String(this.#port), CANDOR_STATE: this.#state, ...environment },
    });
    if (child.pid !== undefined) this.#groups.push(child.pid);
    this.#child = child;
    await ready(child);
    return JSON.parse(await readFile(path.join(this.#state, "demo.json"), "utf8")) as DemoFile;
  }

  /** SIGKILL: nobody gets to tidy up. Resolves when the killed processes are gone. */
  async kill(kill: Kill): Promise<void> {
    const child = this.#child;
    if (child?.pid === undefined) return;
    const gone = ended(child);
    process.kill(kill === "group" ? -child.pid : child.pid, "SIGKILL");
    await gone;
    if (kill === "group") await groupGone(child.pid);
  }

  /** SIGTERM, as a person stops it. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (child?.pid === undefined || child.exitCode !== null) return;
    const gone = ended(child);
    child.kill("SIGTERM");
    await gone;
  }

  /** Ends whatever was ever started, orphans included. */
  killAll(): void {
    for (const group of this.#groups) {
      try {
        process.kill(-group, "SIGKILL");
      } catch {
        // The group is gone already.
      }
    }
  }
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    const fail = (why: string) => reject(new Error(`${why}; it said:\n${said.slice(-LAST_WORDS)}`));
    const timer = setTimeout(() => fail(`the server was not ready in ${READY_MS / 1000} s`), READY_MS);
    const hear = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-10 * LAST_WORDS);
      if (!said.includes("Candor is at")) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", (code, signal) => {
      clearTimeout(timer);
      fail(`the server ended (${code ?? signal})`);
    });
  });
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once("exit", () => resolve());
  });

async function groupGone(group: number): Promise<void> {
  for (const until = Date.now() + GONE_MS; Date.now() < until; ) {
    try {
      process.kill(-group, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`processes of group ${group} outlived SIGKILL`);
}
