/** Where the engines lie, and how commands are run. */
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { ROOT } from "../../../scripts/build.ts";

/** Built engines are kept here from run to run; git knows nothing of it. */
export const CACHE = path.resolve(process.env.CANDOR_CLUSTER ?? path.join(ROOT, ".candor/cluster"));
export const BIN = path.join(CACHE, "bin");

const execute = promisify(execFile);

/** Runs a command to its end. @throws Error with what it said on stderr */
export async function run(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string>; input?: string } = {},
): Promise<string> {
  const promise = execute(command, [...args], {
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env: { ...process.env, ...options.env },
    maxBuffer: 1 << 28,
  });
  // A program may end before it has read its input; how it ended says whether that was right.
  promise.child.stdin?.on("error", () => undefined);
  promise.child.stdin?.end(options.input ?? "");
  try {
    return (await promise).stdout;
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    throw new Error(`${command} ${args.slice(0, 4).join(" ")} …: ${(stderr || message).slice(-4000)}`);
  }
}

/** Folder of a Go module's source, downloaded through the ordinary module proxy. */
export async function moduleFolder(module: string, version: string, cwd: string): Promise<string> {
  const answer = JSON.parse(
    await run("go", ["mod", "download", "-json", `${module}@${version}`], { cwd }),
  ) as { Dir: string };
  return answer.Dir;
}
