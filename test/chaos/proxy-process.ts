/** The misbehaving proxy as a child process, and its controls. */
import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { ROOT } from "../../scripts/build.ts";
import type { Phase } from "./model-faults.ts";
import type { ProxiedRequest } from "./proxy-log.ts";
import type { PhaseState } from "./proxy-server.ts";

export interface ProxyProcess {
  url: string;
  follow(phases: Phase[]): Promise<void>;
  state(): Promise<PhaseState>;
  log(): Promise<ProxiedRequest[]>;
  close(): Promise<void>;
}

/** @param target root of the model's server; @param seed for what the proxy chooses within a fault */
export async function startProxy(target: string, seed: number): Promise<ProxyProcess> {
  const script = path.join(ROOT, "test/chaos/model-proxy.ts");
  const child = spawn(
    process.execPath,
    ["--import", "tsx", script, "--target", target, "--seed", String(seed)],
    { cwd: ROOT, stdio: ["pipe", "pipe", "inherit"] },
  );
  const { url, control } = await firstLine(child);
  const ask = async <T>(address: string, init?: RequestInit): Promise<T> => {
    const response = await fetch(control + address, init);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return (await response.json()) as T;
  };
  return {
    url,
    follow: async (phases) => {
      await ask("/schedule", { method: "PUT", body: JSON.stringify(phases) });
    },
    state: () => ask("/state"),
    log: () => ask("/log"),
    close: async () => {
      const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
      if (child.exitCode !== null) return;
      child.stdin?.end();
      await gone;
    },
  };
}

function firstLine(child: ChildProcess): Promise<{ url: string; control: string }> {
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the proxy ended (${code})`)));
    createInterface({ input: child.stdout! }).once("line", (line) => resolve(JSON.parse(line)));
  });
}
