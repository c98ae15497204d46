import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldLine, LONGEST_LINE, numberLines } from "../../workers/evaluation/lines.ts";

const texts = (text: string) => numberLines(text).map((line) => line.text);

describe("numberLines", () => {
  it.each<[string, string, string[]]>([
    [
      "gives one line to each sentence",
      "I built it. We shipped it! Did it last? Yes.",
      ["I built it.", "We shipped it!", "Did it last?", "Yes."],
    ],
    [
      "keeps versions, money and dates whole",
      "Moved Postgres 12.3.4 to 16.2.1 for 1.380.000 EUR. Since 04.2015 live.",
      ["Moved Postgres 12.3.4 to 16.2.1 for 1.380.000 EUR.", "Since 04.2015 live."],
    ],
    [
      "does not end at abbreviations",
      "Worked for Dr. Smith, e.g. Acme Inc. Berlin, on tools etc. Led four people.",
      ["Worked for Dr. Smith, e.g. Acme Inc. Berlin, on tools etc.", "Led four people."],
    ],
    [
      "does not end at German abbreviations and ordinals",
      "Seit dem 3. Mai bei Muster GmbH & Co. KG, z.B. Wartung. Danach Leitung.",
      ["Seit dem 3. Mai bei Muster GmbH & Co. KG, z.B. Wartung.", "Danach Leitung."],
    ],
    [
      "ends Chinese and Japanese sentences without a space",
      "负责订单服务。带领6人团队；上线零故障！",
      ["负责订单服务。", "带领6人团队；", "上线零故障！"],
    ],
    [
      "keeps a closing bracket with its sentence",
      "設計した（最初の版。）次に運用した。",
      ["設計した（最初の版。）", "次に運用した。"],
    ],
    [
      "joins a wrapped paragraph before splitting it",
      "Designed the billing platform that serves\nfour countries and moved it to the cloud. Cut\ncosts by a third.",
      [
        "Designed the billing platform that serves four countries and moved it to the cloud.",
        "Cut costs by a third.",
      ],
    ],
    [
      "joins wrapped bullets and drops their marks",
      "• Wrote the scheduler in Go and\n  tuned it\n• Ran it on Kubernetes",
      ["Wrote the scheduler in Go and tuned it", "Ran it on Kubernetes"],
    ],
    [
      "keeps short unpunctuated lines apart",
      "Senior Engineer\nAcme Rail\nBuilt a planner",
      ["Senior Engineer", "Acme Rail", "Built a planner"],
    ],
    [
      "keeps rows apart that begin in lower case",
      "scheduling service\tfive years in production\nbilling service\ttwo years in test",
      ["scheduling service five years in production", "billing service two years in test"],
    ],
    [
      "joins a label whose value goes on",
      "Skills: Go, Java, Kafka,\nDocker and\nTerraform\nLanguages: English",
      ["Skills: Go, Java, Kafka, Docker and Terraform", "Languages: English"],
    ],
    [
      "keeps a list in lower case apart",
      "docker\nkubernetes\nterraform",
      ["docker", "kubernetes", "terraform"],
    ],
    ["keeps headings alone", "and so on\nSkills\nGo and\nJava", ["and so on", "Skills", "Go and Java"]],
    [
      "keeps label lines alone",
      "Name: [NAME]\nPhone: [PHONE_1]\nCity: Berlin",
      ["Name: [NAME]", "Phone: [PHONE_1]", "City: Berlin"],
    ],
    [
      "starts a line at a date",
      "Built the planner in Java\n2019 – 2024 Acme Rail",
      ["Built the planner in Java", "2019 – 2024 Acme Rail"],
    ],
    [
      "keeps a date range that breaks after its first half",
      "Acme Rail, 04.2015 -\n08.2019\nBuilt a planner",
      ["Acme Rail, 04.2015 - 08.2019", "Built a planner"],
    ],
    [
      "keeps a table row whole",
      "Java\t5 years\tLead. Built it.\nGo\t2 years\tUser",
      ["Java 5 years Lead. Built it.", "Go 2 years User"],
    ],
    [
      "leaves rules and lone bullets out",
      "Summary\n--------\n•\nI write code.",
      ["Summary", "I write code."],
    ],
    [
      "merges a lone letter with its neighbour",
      "Languages used here\nC\nRust",
      ["Languages used here C", "Rust"],
    ],
    [
      "reads any line break",
      "One thing\r\nTwo things\rThree things\fFour things\u2028Five",
      ["One thing", "Two things", "Three things", "Four things", "Five"],
    ],
    ["gives nothing for a blank text", " \n\t\n ", []],
    [
      "keeps a numbered item together with its number",
      "1. Built the first thing\n2. Built the second",
      ["1. Built the first thing", "2. Built the second"],
    ],
    [
      "opens a Spanish question as a sentence",
      "Hice el plan. ¿Por qué? Funcionó.",
      ["Hice el plan.", "¿Por qué?", "Funcionó."],
    ],
    [
      "does not end inside a web address or a file name",
      "See app.example.com and main.go. Then rest.",
      ["See app.example.com and main.go.", "Then rest."],
    ],
  ])("%s", (_name, text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it("joins fully wrapped Japanese lines with nothing between", () => {
    const text =
      "決済基盤の再構築を担当し、夜間処理の遅延を大幅に短縮したうえで運用を改善し、監視の\n仕組みも整備した後に新しいチームを立ち上げて採用と育成を同時に進めながら品質の指標\nを公開した。次の年は海外展開を支えた。";
    expect(texts(text)).toEqual([
      "決済基盤の再構築を担当し、夜間処理の遅延を大幅に短縮したうえで運用を改善し、監視の仕組みも整備した後に新しいチームを立ち上げて採用と育成を同時に進めながら品質の指標を公開した。",
      "次の年は海外展開を支えた。",
    ]);
  });

  it("joins German lines that are full although the next word has a capital", () => {
    const text = [
      "Leitung eines Teams von sechs Personen und Aufbau der neuen",
      "Abrechnung für den gesamten deutschen Markt sowie laufende",
      "Betreuung der alten Systeme, die noch drei Jahre lang neben",
      "den neuen liefen und dabei jede Nacht abgeglichen wurden",
      "mit den Büchern der Bank",
    ].join("\n");
    expect(texts(text)).toEqual([text.replaceAll("\n", " ")]);
  });

  it("cuts a very long line between clauses", () => {
    const clause = "improved the nightly settlement run for one more country of the region";
    const lines = texts(Array.from({ length: 12 }, () => clause).join(", "));
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) {
      expect(line.length).toBeLessThanOrEqual(LONGEST_LINE);
      expect(line.endsWith(",") || line.endsWith("region")).toBe(true);
    }
  });
});

const word = fc.constantFrom(
  "Go",
  "built",
  "Java",
  "工程师",
  "負責",
  "3.12.4",
  "e.g.",
  "GmbH",
  "。",
  ". ",
  "！",
  "C",
  "• ",
  "- ",
  "2019 – 2024",
  "Skills",
  "学歴",
  "[NAME]",
  "label: ",
  ",",
  "한국어로",
  "\u{20BB7}",
  "é",
  "1",
);
const gap = fc.constantFrom(" ", "\n", "\n\n", "\r\n", "\t", "  ", "\f", "", "\u3000");
const page = fc.array(fc.tuple(word, gap), { maxLength: 60 }).map((parts) => parts.flat().join(""));

describe("numberLines on any page", () => {
  it("gives ordered lines that do not overlap and whose folded span is their text", () => {
    fc.assert(
      fc.property(fc.oneof(page, fc.string({ unit: "grapheme", maxLength: 300 })), (text) => {
        let previous = 0;
        numberLines(text).forEach((line, index) => {
          expect(line.number).toBe(index + 1);
          expect(line.start).toBeGreaterThanOrEqual(previous);
          expect(line.end).toBeGreaterThan(line.start);
          expect(foldLine(text.slice(line.start, line.end))).toBe(line.text);
          expect(line.text).not.toMatch(/\n|^\s|\s$/);
          previous = line.end;
        });
      }),
    );
  });

  it("puts every letter and digit into exactly one line", () => {
    fc.assert(
      fc.property(fc.oneof(page, fc.string({ unit: "grapheme", maxLength: 300 })), (text) => {
        const count = (part: string) => part.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
        const inside = numberLines(text).reduce(
          (sum, line) => sum + count(text.slice(line.start, line.end)),
          0,
        );
        expect(inside).toBe(count(text));
      }),
    );
  });

  it("never gives a line over the limit", () => {
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 400 }).map((parts) => parts.join(" ")),
        (text) => {
          for (const line of numberLines(text))
            expect(line.end - line.start).toBeLessThanOrEqual(LONGEST_LINE);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe("a control for the properties above", () => {
  it("a splitter that drops what stands after the first sentence loses letters", () => {
    const text = "One thing. Two things.";
    const dropped = numberLines(text).slice(0, 1);
    expect(
      dropped
        .map((line) => text.slice(line.start, line.end))
        .join("")
        .match(/\p{L}/gu)?.length,
    ).not.toBe(text.match(/\p{L}/gu)?.length);
  });
});
