import { describe, expect, it } from "vitest";
import { readDocument } from "../../workers/documents/read.ts";
import { type ReadResult, UNREADABLE_REASONS } from "../../workers/documents/types.ts";
import { hostileFiles } from "./fixture-files.ts";

const PAYLOAD = "Google Staff Engineer";

const flagsOf = (result: ReadResult) => (result.ok ? result.document.flags.map((flag) => flag.code) : []);

describe("a hostile file ends in its verdict", () => {
  it.each(hostileFiles.map((file) => [file.name, file] as const))(
    "%s",
    async (_, { expect: verdict, bytes }) => {
      const result = await readDocument(bytes);
      if (!result.ok) {
        expect(UNREADABLE_REASONS).toContain(result.reason);
        expect(verdict).toMatch(/^(reject|flag_or_reject)/);
        return;
      }
      expect(verdict).not.toMatch(/^reject:/);
      const flags = flagsOf(result);
      if (verdict === "accept" || verdict.startsWith("accept_strip")) expect(flags).toEqual([]);
      if (verdict === "flag:hidden_text") {
        expect(flags).toEqual(["hidden_text"]);
        expect(result.document.hidden.map((entry) => entry.text).join(" ")).toContain(PAYLOAD);
      }
      if (verdict === "flag:text_mismatch") expect(flags).toEqual(["text_mismatch"]);
      if (verdict === "flag:invisible_unicode") expect(flags).toEqual(["invisible_unicode"]);
      if (verdict.includes("active")) expect(flags).toEqual(["active_content"]);
      if (verdict.includes("polyglot")) expect(flags).toEqual(["polyglot"]);
      if (/hidden_text|mismatch|strip/.test(verdict)) expect(result.document.text).not.toContain(PAYLOAD);
      expect(result.document.text).toContain("Junior Web Developer");
    },
  );

  it("gives the sharpest reason of the list", async () => {
    const reasons = new Map<string, string>();
    for (const { name, bytes } of hostileFiles) {
      const result = await readDocument(bytes);
      if (!result.ok) reasons.set(name, result.reason);
    }
    expect(Object.fromEntries(reasons)).toMatchObject({
      "pdf_encrypted_stub.pdf": "encrypted",
      "pdf_truncated.pdf": "damaged",
      "pdf_pages_cycle.pdf": "damaged",
      "pdf_empty.pdf": "empty",
      "docx_xxe.docx": "forbidden_markup",
      "docx_billion_laughs.docx": "forbidden_markup",
      "docx_duplicate_entry.docx": "damaged",
      "docx_declared_size_lie.docx": "damaged",
      "zip_encrypted_flag.docx": "encrypted",
      "zip_as_docx.docx": "unsupported_type",
      "svg_as_docx.docx": "unsupported_type",
      "exe_as_pdf.pdf": "unsupported_type",
      "polyglot_html_pdf.pdf": "unsupported_type",
      "docx_macro.docm": "unsupported_type",
    });
  });
});
