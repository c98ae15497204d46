import { describe, expect, it } from "vitest";
import { readDocument } from "../../workers/documents/read.ts";
import { buildDocx, paragraph } from "./build-docx.ts";

async function read(body: string, parts: Record<string, string> = {}) {
  const result = await readDocument(buildDocx(paragraph("Jane Sample") + body, parts));
  if (!result.ok) throw new Error(`${result.reason}: ${result.detail}`);
  return result.document;
}

const cell = (inside: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join("")}</w:tr>`;
const DARK = '<w:shd w:val="clear" w:fill="203040"/>';
const WHITE = '<w:color w:val="FFFFFF"/>';
const STYLES = `<w:styles NAMESPACES><w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Base"/></w:style><w:style w:type="character" w:styleId="Ghost"><w:rPr>${WHITE}</w:rPr></w:style></w:styles>`;

const box = (fill: string, inside: string) =>
  `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:wsp><wps:spPr>${fill}</wps:spPr><wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:p><w:r><w:t>Fallback twin</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>`;

const SHOWING: [string, string, string][] = [
  ["white text in a dark cell", `<w:tbl>${row(cell(paragraph("Shown", WHITE), DARK))}</w:tbl>`, "Shown"],
  ["white text in a dark paragraph", paragraph("Shown", WHITE, DARK), "Shown"],
  [
    "white text in a dark text box",
    box('<a:solidFill><a:srgbClr val="203040"/></a:solidFill>', paragraph("Shown", WHITE)),
    "Shown",
  ],
  [
    "a style's vanish switched off",
    paragraph("Shown", '<w:vanish w:val="0"/>', '<w:pStyle w:val="Sub"/>'),
    "Shown",
  ],
  [
    "a table as rows",
    `<w:tbl>${row(cell(paragraph("a")), cell(paragraph("b")))}${row(cell(paragraph("c")), cell(paragraph("d")))}</w:tbl>`,
    "a\tb\nc\td",
  ],
  [
    "cells of many lines one after the other",
    `<w:tbl>${row(cell(paragraph("a") + paragraph("b")), cell(paragraph("c") + paragraph("d")))}</w:tbl>`,
    "a\nb\nc\nd",
  ],
  [
    "insertions, not deletions",
    "<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>",
    "new",
  ],
  [
    "a field's result, not its code",
    "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>7</w:t></w:r></w:p>",
    "7",
  ],
  [
    "tabs, breaks and hyphens",
    "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:br/><w:t>d</w:t></w:r></w:p>",
    "a\tb-c\nd",
  ],
];

describe("what a DOCX shows", () => {
  it.each(SHOWING)("%s", async (_, body, text) => {
    const document = await read(body, { "word/styles.xml": STYLES });
    expect(document.text.replace(/^Jane Sample\s*/, "")).toBe(text);
    expect(document.flags).toEqual([]);
  });

  it("has headers first and footers last, repeated ones once", async () => {
    const story = (tag: string, text: string) => `<w:${tag} NAMESPACES>${paragraph(text)}</w:${tag}>`;
    const document = await read("", {
      "word/header1.xml": story("hdr", "Top"),
      "word/header2.xml": story("hdr", "Top"),
      "word/footer1.xml": story("ftr", "Bottom"),
      "word/footnotes.xml": `<w:footnotes NAMESPACES><w:footnote w:type="separator">${paragraph("-")}</w:footnote><w:footnote>${paragraph("Note")}</w:footnote></w:footnotes>`,
    });
    expect(document.text).toBe("Top\n\nJane Sample\n\nNote\n\nBottom");
  });

  it("reads documents that bind other prefixes", async () => {
    const uri = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    const body = `<x:p xmlns:x="${uri}"><x:r><x:rPr><x:vanish/></x:rPr><x:t>Secret</x:t></x:r></x:p>`;
    const document = await read(body);
    expect(document.text).toBe("Jane Sample");
    expect(document.hidden[0]?.text).toBe("Secret");
  });

  it("calls a link harmless and a remote template an external reference", async () => {
    const rels = (type: string) =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="x/${type}" Target="http://127.0.0.1/" TargetMode="External"/></Relationships>`;
    expect((await read("", { "word/_rels/document.xml.rels": rels("hyperlink") })).flags).toEqual([]);
    const remote = await read("", { "word/_rels/settings.xml.rels": rels("attachedTemplate") });
    expect(remote.flags.map((flag) => flag.code)).toEqual(["external_reference"]);
  });
});
