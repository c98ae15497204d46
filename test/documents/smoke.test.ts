import { expect, it } from "vitest";
import { readDocument } from "../../workers/documents/read.ts";
import { fixture } from "./fixture-files.ts";
it("x", async () => { const r = await readDocument(fixture("gold/en_2colrow.pdf")); console.log(JSON.stringify(r).slice(0,300)); expect(r.ok).toBe(true); });
