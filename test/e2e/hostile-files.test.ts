import { readFileSync } from "node:fs";
import path from "node:path";
import { strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../../bench/free-port.ts";
import { heapUsage, type Inspector, openInspector, wasmMemory } from "../../bench/inspector.ts";
import type { AttentionReason } from "../../workers/applications/states.ts";
import type { DocumentFlagCode } from "../../workers/documents/types.ts";
import { type LocalServer, startLocalServer } from "../support/local-server.ts";

/** What a Worker may hold (developers.cloudflare.com/workers/platform/limits: memory, 128 MB an isolate). */
const ISOLATE_BYTES = 128 * 1024 * 1024;
const AT_ONCE = 8;

const FOLDER = path.resolve(import.meta.dirname, "../fixtures/attacks");
const EXPECTED = JSON.parse(readFileSync(path.join(FOLDER, "expected.json"), "utf8")) as Record<
  string,
  { expect: string; why: string }
>;
const NAMES = Object.keys(EXPECTED);

/** What `reject:…` means in the reasons that people see. */
const REASONS: Record<string, AttentionReason> = {
  encrypted: "encrypted",
  decompressed_size: "too_large",
  page_count: "too_many_pages",
  malformed: "damaged",
  type: "unsupported_type",
  xml_dtd: "forbidden_markup",
  entry_count: "too_many_parts",
  scan: "scan",
};
/**
 * Nesting and glyph floods are told apart from damage. HTML is read whatever it is called, and this one has a script
 * and no text: what the applicant is told is that the file is empty.
 */
const ALSO: Record<string, AttentionReason[]> = {
  "pdf_nested_arrays.pdf": ["too_complex"],
  "html_as_pdf.pdf": ["empty"],
};
/** What `flag:…` and the like mean in the flags that recruiters see. */
const FLAGS: Record<string, DocumentFlagCode> = {
  hidden_text: "hidden_text",
  text_mismatch: "text_mismatch",
  invisible_unicode: "invisible_unicode",
  external_rel: "external_reference",
  active: "active_content",
  polyglot: "polyglot",
};

type Outcome =
  | { kind: "refused"; status: number }
  | { kind: "evaluated"; flags: string[] }
  | { kind: "needs_attention"; reason: string };

interface Application {
  state: string;
  attention_reason: string | null;
  document: { flags: { code: string }[] };
}

let server: LocalServer;
let inspector: Inspector;
const outcomes = new Map<string, Outcome>();
/** Bytes of heap and array buffers after each file, whose turn it was when they were looked at. */
const held = new Map<string, number>();
let wasm = 0;

beforeAll(async () => {
  const inspectorPort = await freePort();
  server = await startLocalServer({ inspectorPort });
  inspector = await openInspector(inspectorPort);
  const turns = NAMES.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const name of turns) {
        outcomes.set(name, await outcomeOf(name));
        const { heap, backing } = await heapUsage(inspector);
        held.set(name, heap + backing);
      }
    }),
  );
  wasm = await wasmMemory(inspector);
});
afterAll(async () => {
  inspector?.close();
  await server?.close();
});

describe("a hostile file ends in a verdict that people see", () => {
  it.each(NAMES.map((name) => ({ name, ...EXPECTED[name]! })))(
    "$name ($why): $expect",
    ({ name, expect: wanted }) => {
      const outcome = outcomes.get(name);
      expect(verdictsOf(name, wanted)).toContainEqual(outcome);
    },
  );
});

describe("the server that took them all", () => {
  it("still answers", async () => {
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  it("evaluates an honest résumé as before", async () => {
    const { id } = await server.apply(
      { name: "cv.txt", text: "Ada Example\nFive years of Go" },
      "ada@example.org",
    );
    expect(await server.settled<Application>(id)).toMatchObject({ state: "evaluated" });
  });

  it("held less than a Worker may after every file, WebAssembly at its highest included", () => {
    for (const [name, bytes] of held) expect(bytes + wasm, name).toBeLessThan(ISOLATE_BYTES);
  });
});

async function outcomeOf(name: string): Promise<Outcome> {
  const form = new FormData();
  form.set("name", "Test Applicant");
  form.set("email", `${name.replace(/\W/g, "-")}@example.org`);
  form.set("consent", "yes");
  form.set("resume", new Blob([new Uint8Array(fileOf(name))]), name);
  const job = server.demo.jobs[0]!.id;
  const response = await fetch(`${server.url}/v1/public/jobs/${job}/applications`, {
    method: "POST",
    body: form,
  });
  const answer = (await response.json()) as { id: string };
  if (response.status !== 201) return { kind: "refused", status: response.status };
  const { state, attention_reason, document } = await server.settled<Application>(answer.id);
  if (state === "evaluated")
    return { kind: "evaluated", flags: document.flags.map(({ code }) => code).sort() };
  return { kind: "needs_attention", reason: String(attention_reason) };
}

/** The files that would be large in the repository are made here. */
function fileOf(name: string): Uint8Array {
  if (name !== "docx_entries_20000.docx") return readFileSync(path.join(FOLDER, name));
  const parts: Zippable = { ...unzipSync(readFileSync(path.join(FOLDER, "docx_clean.docx"))) };
  for (let entry = 0; entry < 20_000; entry++) parts[`x/${entry}`] = strToU8("");
  return zipSync(parts, { level: 0 });
}

/** Every outcome that `expected.json` allows. `reject_or_X` and `flag_or_reject` leave the choice to the reader. */
function verdictsOf(name: string, wanted: string): unknown[] {
  const [kind = "", what = ""] = wanted.split(":");
  const clean: Outcome = { kind: "evaluated", flags: [] };
  const rejected = [REASONS[what], ...(ALSO[name] ?? [])].map((reason) => ({
    kind: "needs_attention",
    reason,
  }));
  const flagged = { kind: "evaluated", flags: expect.arrayContaining([FLAGS[what]]) };
  switch (kind) {
    case "accept":
    case "accept_strip":
    case "accept_strip_meta":
      return [clean];
    case "flag":
      return [flagged];
    case "reject":
      return what === "empty" ? [{ kind: "refused", status: 422 }] : rejected;
    case "reject_or_strip":
    case "flag_or_reject":
      return [flagged, { kind: "needs_attention", reason: "unsupported_type" }];
    case "reject_or_ignore":
      return [clean, { kind: "needs_attention", reason: "damaged" }];
    default:
      throw new Error(`expected.json says ${wanted} of ${name}`);
  }
}
