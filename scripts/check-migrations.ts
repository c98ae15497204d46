/** Fails when the schema says something that no migration does. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ROOT } from "./build.ts";

const MIGRATIONS = path.join(ROOT, "db/migrations");
const copy = mkdtempSync(path.join(tmpdir(), "candor-migrations-"));
try {
  cpSync(MIGRATIONS, copy, { recursive: true });
  const kit = path.join(ROOT, "node_modules/drizzle-kit/bin.cjs");
  const schema = path.join(ROOT, "db/schema/index.ts");
  const args = [
    kit,
    "generate",
    "--dialect",
    "sqlite",
    "--schema",
    schema,
    "--out",
    path.relative(ROOT, copy),
    "--name",
    "pending",
  ];
  execFileSync(process.execPath, args, { cwd: ROOT, stdio: "pipe" });
  const known = new Set(readdirSync(MIGRATIONS));
  const pending = readdirSync(copy).filter((name) => name.endsWith(".sql") && !known.has(name));
  if (pending.length > 0) {
    console.error(
      "The schema is ahead of the migrations: run `npx drizzle-kit generate --name WHAT_CHANGES`.",
    );
    process.exitCode = 1;
  } else {
    console.log("migrations match the schema");
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
