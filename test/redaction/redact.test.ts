import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LABELS } from "../../workers/redaction/lexicons/labels.ts";
import { redact } from "../../workers/redaction/redact.ts";
import type { Redaction } from "../../workers/redaction/types.ts";

/** Puts the placeholders where the entities say and compares with the redacted text. */
function rebuild(source: string, redaction: Redaction): string {
  let text = "";
  let at = 0;
  for (const entity of redaction.entities) {
    text += source.slice(at, entity.start) + entity.placeholder;
    at = entity.end;
  }
  return text + source.slice(at);
}

const FRAGMENTS = [
  "Jane Doe",
  "林若溪",
  "김하늘",
  "佐々木 美咲",
  "Name: ",
  "姓名：",
  "電話",
  "+49 151 2345 6789",
  "jane@example.com",
  "(at)",
  "@",
  ".",
  "https://",
  "www.x.de/",
  "〒150-0043",
  "1990",
  "年",
  "月",
  "-",
  "/",
  " ",
  "\n",
  "\t",
  "|",
  "(",
  ")",
  "“",
  "：",
  "11010519491231002X",
  "DE89370400440532013000",
  "\u200b",
  "e\u0301",
  "😀",
  "\ud800",
  "References",
  "Dr. ",
  "男",
  "27岁",
  "平成5年8月21日",
  "Rd",
  "12 Main St",
];
const noise = fc
  .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ maxLength: 6 })), { maxLength: 40 })
  .map((parts) => parts.join(""));

describe("redact", () => {
  it("reads a text that ends behind any of its labels, as forms with empty last lines do", () => {
    const endings = ["", " ", "\n", " \n", ":", "：", "\t", ":\n\n"];
    for (const label of LABELS.phrases)
      for (const ending of endings) expect(redact(label + ending).ok, label + ending).toBe(true);
  });

  it("gives entities in order, apart from each other, inside the text, that rebuild the redacted text", () => {
    fc.assert(
      fc.property(noise, (source) => {
        const { redaction } = redact(source);
        let last = 0;
        for (const entity of redaction.entities) {
          expect(entity.start).toBeGreaterThanOrEqual(last);
          expect(entity.end).toBeGreaterThan(entity.start);
          last = entity.end;
        }
        expect(last).toBeLessThanOrEqual(source.length);
        expect(rebuild(source, redaction)).toBe(redaction.text);
      }),
      { numRuns: 300 },
    );
  });

  it("gives the same answer for the same text", () => {
    fc.assert(
      fc.property(noise, (source) => {
        expect(redact(source)).toEqual(redact(source));
      }),
      { numRuns: 50 },
    );
  });

  const word = fc.constantFrom("built", "services", "with", "Kafka", "in", "teams", "负责", "設計", "개발");
  it("leaves no e-mail address wherever it stands", () => {
    const local = fc.stringMatching(/^[a-z][a-z0-9._+-]{0,12}[a-z0-9]$/);
    const host = fc.stringMatching(/^[a-z][a-z0-9-]{0,10}[a-z0-9]\.(?:com|org|de|co\.jp|io)$/);
    fc.assert(
      fc.property(fc.array(word), local, host, fc.array(word), (before, user, domain, after) => {
        fc.pre(!/[.+-]{2}/.test(user));
        const address = `${user}@${domain}`;
        const { redaction } = redact([...before, address, ...after].join(" "));
        expect(redaction.text).not.toContain(address);
        expect(redaction.text).not.toContain(`@${domain}`);
      }),
    );
  });

  it("leaves no Chinese mobile number however it is grouped", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^1[3-9]\d{9}$/),
        fc.constantFrom("", " ", "-"),
        fc.constantFrom("", "+86 ", "86-"),
        (number, gap, prefix) => {
          fc.pre(!/0{6}$/.test(number));
          const written = prefix + [number.slice(0, 3), number.slice(3, 7), number.slice(7)].join(gap);
          expect(redact(`联系我 ${written} 谢谢`).redaction.text).not.toContain(written);
        },
      ),
    );
  });

  it("gives equal values one placeholder and the applicant no number", () => {
    const text =
      "Jane Doe\njane@example.com | Jane@Example.com | bob@example.com\n+1 (503) 555-0142, 503-555-0142\nDoe wrote it.";
    const { redaction } = redact(text);
    expect(redaction.text).toBe(
      "[NAME]\n[EMAIL_1] | [EMAIL_1] | [EMAIL_2]\n[PHONE_1], [PHONE_1]\n[NAME] wrote it.",
    );
  });

  it("gives offsets in UTF-16 units of the text as given", () => {
    const text = "😀\u200b Jane Doe\njane@exam\u00adple.com";
    const { redaction } = redact(text);
    expect(redaction.entities.map((entity) => text.slice(entity.start, entity.end))).toEqual([
      "Jane Doe",
      "jane@exam\u00adple.com",
    ]);
  });

  it("leaves a text without personal data as it is", () => {
    const text =
      "Experience\nStaff Engineer, Northwind Grid, 2019 - 2024\nCut p99 latency from 420 ms to 65 ms.";
    expect(redact(text)).toEqual({ ok: true, redaction: { text, entities: [] } });
  });

  it("takes an empty text", () => {
    expect(redact("")).toEqual({ ok: true, redaction: { text: "", entities: [] } });
  });
});
