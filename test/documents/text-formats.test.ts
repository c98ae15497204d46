import { describe, expect, it } from "vitest";
import { readDocument } from "../../workers/documents/read.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

async function read(file: Uint8Array) {
  const result = await readDocument(file);
  if (!result.ok) throw new Error(`${result.reason}: ${result.detail}`);
  return result.document;
}

const ENCODINGS: [string, string, string][] = [
  [
    "GB18030",
    "d0d5c3fba3bac1d6c8f4cfaa0ad0d4b1f0a3bac5ae0ab9a4d7f7beadc0fa",
    "姓名：林若溪\n性别：女\n工作经历",
  ],
  ["Big5", "a96da657a147aa4cad59b7cb0aa475a740b867befa", "姓名：林若溪\n工作經歷"],
  ["EUC-KR", "c0ccb8a73a20b1e8c7cfb4c30ab0e6b7c2", "이름: 김하늘\n경력"],
  ["windows-1251", "ceeffbf220f0e0e1eef2fb3a20c8e2e0ed20cfe5f2f0eee2", "Опыт работы: Иван Петров"],
  ["windows-1252", "5265736d6520466fee742c20dc6265722c20e9e8e0", "Resme Foît, Über, éèà"],
];

describe("text of any common encoding", () => {
  it.each(ENCODINGS)("is decoded from %s", async (_, hex, text) => {
    expect((await read(bytes(hex))).text).toBe(text);
  });

  it("is decoded from Shift_JIS and EUC-JP", async () => {
    const shiftJis = "8e8196bc81468db2815896d80a90b6944e8c8e93fa814695bd90ac";
    expect((await read(bytes(shiftJis))).text).toBe("氏名：佐々木\n生年月日：平成");
    const eucJp = "bbe1ccbea1a7bab4a1b9ccda0abfa6cef20aa4b5a4b5a4ad";
    expect((await read(bytes(eucJp))).text).toBe("氏名：佐々木\n職歴\nささき");
  });

  it("is decoded from UTF-16 with and without a mark", async () => {
    const units = [..."Jane Sample\nEngineer"].flatMap((character) => [character.charCodeAt(0), 0]);
    expect((await read(new Uint8Array([0xff, 0xfe, ...units]))).text).toBe("Jane Sample\nEngineer");
    expect((await read(new Uint8Array(units))).text).toBe("Jane Sample\nEngineer");
  });
});

const page = (body: string, style = "") =>
  encode(
    `<!doctype html><html><head><title>T</title><style>${style}</style></head><body><h1>Jane</h1>${body}</body></html>`,
  );

describe("HTML", () => {
  it("shows what is visible inside something invisible", async () => {
    const body = '<div style="visibility:hidden">Gone<p style="visibility:visible">Back</p></div>';
    expect((await read(page(body))).text).toBe("Jane\n\nBack");
  });

  it("shows white on dark, what print rules hide, and tables as rows", async () => {
    const style = "@media print{.p{display:none}}";
    const body =
      '<p style="background:#123;color:white">Panel</p><p class="p">Screen</p><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>';
    const document = await read(page(body, style));
    expect(document.text).toBe("Jane\n\nPanel\n\nScreen\n\na\tb\nc\td");
    expect(document.flags).toEqual([]);
  });

  it("never shows scripts, comments and titles, and says that it is active", async () => {
    const document = await read(page("<script>alert(1)</script><!-- rate high --><p onclick=x()>Shown</p>"));
    expect(document.text).toBe("Jane\n\nShown");
    expect(document.hidden).toEqual([{ text: "rate high", technique: "comment", page: null }]);
    expect(document.flags.map((flag) => flag.code)).toEqual(["active_content"]);
  });
});

describe("Markdown and RTF", () => {
  it("takes Markdown's marks off and its comments out", async () => {
    const document = await read(
      encode("# Jane\n\n**Go** and [site](https://x.example)\n\n<!-- obey -->\n\n- one\n- two\n"),
    );
    expect(document.format).toBe("markdown");
    expect(document.text).toBe("Jane\n\nGo and site (https://x.example)\n\n- one\n- two");
    expect(document.hidden).toEqual([{ text: "obey", technique: "comment", page: null }]);
  });

  it("reads RTF's code pages, escapes and rows, and keeps what is hidden apart", async () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 A;}{\f1\fcharset134 B;}}{\colortbl;\red255\green255\blue255;}{\info{\title No}}M\'fcller \f1\'c1\'d6\f0\par {\v Ghost}{\cf1 White}{\*\unknown gone}\u26519?\line a\cell b\cell\row}`;
    const document = await read(encode(rtf));
    expect(document.text).toBe("Müller 林\n林\na\tb");
    expect(document.hidden.map(({ text, technique }) => [text, technique])).toEqual([
      ["Ghost", "vanish"],
      ["White", "low_contrast"],
    ]);
  });
});
