import { describe, expect, it } from "vitest";
import { attachment, safeFileName } from "../../workers/applications/attachment.ts";

const HOSTILE = [
  "../../etc/passwd",
  "..\\..\\windows\\win.ini",
  "/abs/resume.pdf",
  "C:\\resume.pdf",
  "resume.pdf\u0000.exe",
  "resume\u202efdp.exe",
  "resume\r\nSet-Cookie: a=b.pdf",
  'resume"; filename="evil.html',
  "<img src=x onerror=alert(1)>.pdf",
  "a\ud800.pdf",
  "%2e%2e%2fresume.pdf",
  "résumé.pdf",
  "履歴書.pdf",
  "سيرة.pdf",
  "😀.pdf",
  `${"A".repeat(5000)}.pdf`,
];

describe.each(HOSTILE)("%j as a file name", (name) => {
  const headers = attachment(name, "doc_1", "pdf");
  it("goes out as one download header, without paths, controls or direction marks", () => {
    const disposition = headers["content-disposition"]!;
    expect(disposition).toMatch(
      /^attachment; filename="[^"\\%\r\n]*"; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+$/,
    );
    expect(new Response(null, { headers }).headers.get("content-disposition")).toBe(disposition);
    const told = decodeURIComponent(disposition.split("UTF-8''")[1]!);
    expect(told).not.toMatch(/[/\\\p{Cc}\p{Cf}]/u);
    expect([...told].length).toBeLessThanOrEqual(150);
  });
});

it.each(["", ".", "..", "   ", "\u202e"])("falls back to the document's id for %j", (name) => {
  expect(safeFileName(name)).toBe("");
  expect(attachment(name, "doc_1", null)["content-disposition"]).toContain('filename="doc_1"');
});

it("never lets a browser show somebody else's file as a page of ours", () => {
  const headers = attachment("cv.html", "doc_1", "html");
  expect(headers["content-type"]).toBe("application/octet-stream");
  expect(headers["content-security-policy"]).toContain("sandbox");
});
