/** Ends the runtime when its server dies without a word: a killed server must not leave a workerd that still serves. */
import { execFileSync, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";

/** Reads process ids, a line each, and ends them all when its input ends, which it does when the server is gone. */
const WATCHER = `
let text = "";
process.stdin.on("data", (part) => { text += part; });
process.stdin.on("end", () => {
  for (const pid of text.split("\\n").filter(Boolean)) try { process.kill(Number(pid), "SIGKILL"); } catch {}
});`;

export interface RuntimeWatch {
  /** Notes the runtimes that run now; to be called after each start of one. */
  note(): void;
  /** The runtimes have been ended in order. */
  stop(): void;
}

export function watchRuntime(): RuntimeWatch {
  const watcher = spawn(process.execPath, ["-e", WATCHER], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  watcher.unref();
  const noted = new Set<number>();
  return {
    note: () => {
      for (const pid of runtimesOf(process.pid).filter((one) => !noted.has(one))) {
        noted.add(pid);
        watcher.stdin!.write(`${pid}\n`);
      }
    },
    stop: () => {
      watcher.kill();
    },
  };
}

/** Children of a process that are workerd, from /proc where there is one and from ps otherwise. */
function runtimesOf(parent: number): number[] {
  const processes = existsSync("/proc/self/stat") ? fromProc() : fromPs();
  return processes
    .filter(({ ppid, command }) => ppid === parent && command.includes("workerd"))
    .map(({ pid }) => pid);
}

interface Process {
  pid: number;
  ppid: number;
  command: string;
}

function fromProc(): Process[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // pid (command) state ppid …: the command may hold blanks and brackets.
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        const close = stat.lastIndexOf(")");
        const ppid = Number(stat.slice(close + 2).split(" ")[1]);
        return [{ pid: Number(name), ppid, command: stat.slice(stat.indexOf("(") + 1, close) }];
      } catch {
        return []; // It has ended meanwhile.
      }
    });
}

const fromPs = (): Process[] =>
  execFileSync("ps", ["-A", "-o", "pid=,ppid=,comm="], { encoding: "utf8" })
    .split("\n")
    .flatMap((line) => {
      const match = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line);
      return match ? [{ pid: Number(match[1]), ppid: Number(match[2]), command: match[3]! }] : [];
    });
