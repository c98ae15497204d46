import { describe, expect, it } from "vitest";
import { ALL_DETECTORS, DETECTORS, type Detector } from "../../workers/documents/detectors.ts";
import { readDocument } from "../../workers/documents/read.ts";
import type { HiddenTechnique } from "../../workers/documents/types.ts";
import { buildPdf, line } from "./build-pdf.ts";
import { SECRET, SEEN } from "./detectors/cases.ts";

const HEAD = line(SEEN, 60, 780);
const UPPER = "(Queryings) |happy| jumping gypsy (jgpqy)";
const LOWER = "HBTLKD bdfhklt HMNB bdhkl ABCDEFGH tlkhb";
/** Lines of 10 points above and below y = 400, whose tails and stems reach into what stands on it. */
const around = (step: number) => line(UPPER, 52, 400 + step) + line(LOWER, 57, 400 - step);
const secret = (before = "") => ` q ${line(SECRET, 60, 400, 10, before)} Q `;
const form = (content: string) =>
  `<</Type/XObject/Subtype/Form/BBox[0 0 1200 1700]/Group<</S/Transparency>>/Resources<</Font<</F1 3 0 R>>>>/Length ${content.length}>>stream\n${content}\nendstream`;
const PARTS = {
  resources: "/ExtGState<</G0<</ca 0/CA 0>>/G1<</ca 1>>/G2<</ca .4>>>>/XObject<</X0 100 0 R/X1 101 0 R>>",
  extra: [form(secret()), form(` q 0 406 1000 1.6 re W n ${line(SECRET, 60, 400, 20)} Q `)],
};

async function read(content: string, without: readonly Detector[] = []) {
  const detectors = without.length
    ? new Set(DETECTORS.filter((name) => !without.includes(name)))
    : ALL_DETECTORS;
  const result = await readDocument(buildPdf({ pages: [HEAD + content], ...PARTS }), { detectors });
  if (!result.ok) throw new Error(result.reason);
  return result.document;
}

const HIDING: [string, HiddenTechnique, string][] = [
  ["white", "low_contrast", secret("1 g")],
  ["under a white box", "low_contrast", `${secret()} 1 g 50 390 300 30 re f 0 g `],
  ["in a transparent group", "low_contrast", " /G0 gs /X0 Do /G1 gs "],
  ["in the hole of a clip", "clipped", secret("0 0 595 842 re 50 390 300 30 re W* n")],
  ["clipped to a sliver", "clipped", secret("40 403 300 0.8 re W n")],
  ["clipped to a sliver inside a form", "clipped", " q .5 0 0 .5 30 200 cm /X1 Do Q "],
  ["of which a clip leaves the tops", "clipped", secret("40 405.4 300 9 re W n")],
];
const STEPS = [4, 5, 6, 7, 8];
const CASES = HIDING.flatMap(([name, technique, content]) =>
  STEPS.map((step) => ({ name, technique, content, step })),
);

describe("text that nobody sees between lines that reach into it", () => {
  it.each(CASES)("is kept apart: $name, lines $step points away", async ({ technique, content, step }) => {
    const [document, plain] = [await read(content + around(step)), await read(around(step))];
    expect(document.hidden).toEqual([{ text: SECRET, technique, page: 1 }]);
    expect(document.text).toBe(plain.text);
  });

  it.each(HIDING)("would be read without being left out alone: %s", async (_, _technique, content) => {
    const texts = async (step: number) => {
      const document = await read(content + around(step), ["pdf_overlap", "pdf_clipped"]);
      return document.text !== (await read(around(step))).text;
    };
    expect(await Promise.all(STEPS.map(texts))).toContain(true);
  });
});

const lines = (step: number, before = (_: number) => "") =>
  [UPPER, LOWER, "Led a team of 14 in Lyon", "Typesetting, kerning (gjpqy)", "ÄÖÜ ÀÉÎ"].map(
    (text, at) => ` q ${line(text, 60, 400 - at * step, 10, before(at))} Q `,
  );

const STAMP = " q BT /F1 90 Tf .85 g 40 340 Td (DRAFT) Tj ET Q ";
const VISIBLE: [string, string][] = [
  ...[9, 8, 7, 6, 5].map((step): [string, string] => [`lines ${step} points apart`, lines(step).join("")]),
  ["lines in turn of black and grey", lines(7, (at) => (at % 2 ? "0.6 g" : "0 g")).join("")],
  [
    "red lines on a green of the same grey",
    `0 0.51 0 rg 40 340 500 90 re f${lines(7, () => "1 0 0 rg").join("")}`,
  ],
  ["each line in a clip of its own", lines(7, (at) => `0 ${397 - 7 * at} 500 13 re W n`).join("")],
  ["a shadow below each line", lines(9).join("") + lines(9, () => "0.7 g 1 0 0 1 0.6 -0.6 cm").join("")],
  ["a stamp behind", `${STAMP}${lines(9).join("")}`],
  ["a translucent stamp in front", `${lines(9).join("")} q /G2 gs ${STAMP} Q `],
];

describe("text that people see though letters reach into one another", () => {
  it.each(VISIBLE)("is kept: %s", async (_, content) => {
    const [document, unasked] = [await read(content), await read(content, ["pdf_overlap", "pdf_clipped"])];
    expect(document.hidden).toEqual([]);
    expect(document.text).toBe(unasked.text);
    expect(document.text.replace(/\s/g, "")).toContain("Typesetting,kerning(gjpqy)");
  });

  it("is kept up to where its clip ends", async () => {
    const document = await read(line("Engineering manager", 60, 400, 10, "0 390 98 40 re W n") + around(6));
    expect(document.text).toContain("Enginee");
    expect(document.text).not.toContain("manager");
  });
});
