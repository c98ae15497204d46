/** Programs that run beside the test: started with a log each, ended by their own process and no other. */
import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";

export class Processes {
  private readonly running: { name: string; child: ChildProcess }[] = [];

  constructor(private readonly logs: string) {}

  start(name: string, command: string, args: readonly string[], env: Record<string, string> = {}): void {
    const log = createWriteStream(this.logOf(name));
    const child = spawn(command, [...args], {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    this.running.push({ name, child });
    // Whatever ends this program, its children do not outlive it.
    process.once("exit", () => child.kill("SIGKILL"));
  }

  logOf(name: string): string {
    return path.join(this.logs, `${name}.log`);
  }

  /** The name of a program that has ended although nobody asked it to, with its last words. */
  async fallen(): Promise<string | null> {
    const gone = this.running.find(({ child }) => child.exitCode !== null);
    if (!gone) return null;
    const words = await readFile(this.logOf(gone.name), "utf8").catch(() => "");
    return `${gone.name} ended with ${gone.child.exitCode}:\n${words.slice(-1500)}`;
  }

  /** Ends all, the last one started first. */
  async end(): Promise<void> {
    for (const { child } of this.running.reverse()) await ended(child);
    this.running.length = 0;
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), 5000);
  await exit;
  clearTimeout(force);
}

/** Ports that nobody listens on. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

/** Asks until the answer is yes. @throws Error after `seconds`, or when a program has fallen */
export async function until(
  what: string,
  ask: () => Promise<boolean>,
  seconds: number,
  processes?: Processes,
): Promise<number> {
  const begun = Date.now();
  for (;;) {
    if (await ask().catch(() => false)) return (Date.now() - begun) / 1000;
    const fallen = await processes?.fallen();
    if (fallen) throw new Error(`${what}: ${fallen}`);
    if (Date.now() - begun > seconds * 1000) throw new Error(`${what}: not after ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
