import { execFileSync } from "node:child_process";

/**
 * The Python interpreter, or undefined on a machine without one: then what the model server's container runs is left to
 * machines that have it. The interpreter itself, since what `python3` names may be a slow shim.
 */
export const PYTHON: string | undefined = interpreter();

function interpreter(): string | undefined {
  try {
    const args = ["-S", "-c", "import sys; print(sys.executable)"];
    return execFileSync("python3", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return undefined;
  }
}
