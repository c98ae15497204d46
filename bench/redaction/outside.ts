/** Texts whose gold comes from elsewhere. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { SubjectHints } from "../../workers/redaction/types.ts";
import { unmark } from "../corpus/marked.ts";
import type { Case } from "./types.ts";

const spanSchema = z.object({
  type: z.string(),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  value: z.string().optional(),
  variant: z.string().optional(),
});
const lineSchema = z.object({
  id: z.string(),
  lang: z.string(),
  text: z.string(),
  spans: z.array(spanSchema),
});
/** What `bench:reading --out` writes beside each file, and any file that has as much. */
const factsSchema = z.object({ spans: z.array(spanSchema), locale: z.string().optional() });
const peerCaseSchema = z.object({
  entity: z.array(z.string()).nullable(),
  text: z.string(),
  expected_len: z.int().nullable(),
});

type GoldSpan = z.infer<typeof spanSchema>;

/** A JSON object a line: `{id, lang, text, spans: [{type, start, end, value?}]}`, offsets in UTF-16 code units. */
export async function jsonlCases(file: string): Promise<Case[]> {
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => {
    const { id, lang, text, spans } = lineSchema.parse(JSON.parse(line));
    return outsideCase(id, lang, text, spans);
  });
}

/**
 * Every `x.txt` of a folder with its `x.json`: `{spans: [{type, start, end}], locale?}`. One without such a file carries
 * its gold in marks, `⟦TYPE|value⟧`, and its language in its name: `de-lebenslauf.txt`.
 */
export async function folderCases(folder: string): Promise<Case[]> {
  const names = (await readdir(folder)).sort();
  const cases: Case[] = [];
  for (const name of names) {
    const { name: id, ext } = path.parse(name);
    if (ext !== ".txt") continue;
    const text = await readFile(path.join(folder, name), "utf8");
    if (!names.includes(`${id}.json`)) {
      const marked = unmark([text]);
      if (marked.spans.length > 0) cases.push(outsideCase(id, id.slice(0, 2), marked.text, marked.spans));
      continue;
    }
    const facts = factsSchema.parse(JSON.parse(await readFile(path.join(folder, `${id}.json`), "utf8")));
    cases.push(outsideCase(id, facts.locale ?? "-", text, facts.spans));
  }
  return cases;
}

function outsideCase(id: string, locale: string, text: string, spans: readonly GoldSpan[]): Case {
  for (const { start, end, value } of spans)
    if (end > text.length || (value !== undefined && text.slice(start, end) !== value))
      throw new Error(`${id}: the span ${start} to ${end} is not ${value ?? "in the text"}`);
  return {
    id,
    half: "own",
    locale,
    arrangement: "-",
    text,
    gold: spans.map(({ type, start, end, variant = null }) => ({ type, start, end, variant })),
    allowed: [],
    negatives: [],
    hints: hintsOf(text, spans),
  };
}

/** The application form asks for the name; here it is the one that the text states first. */
export function hintsOf(text: string, spans: readonly GoldSpan[]): SubjectHints {
  const own = spans.find(({ type }) => type === "NAME");
  return own ? { name: text.slice(own.start, own.end) } : {};
}

/** A peer's entities that Candor looks for, too. */
const OURS: readonly string[] = [
  "CREDIT_CARD",
  "EMAIL_ADDRESS",
  "PHONE_NUMBER",
  "PH_MOBILE_NUMBER",
  "TR_PHONE_NUMBER",
  "CA_SIN",
  "DE_FUEHRERSCHEIN",
  "DE_ID_CARD",
  "DE_PASSPORT",
  "DE_SOCIAL_SECURITY",
  "DE_TAX_ID",
  "ES_NIE",
  "ES_NIF",
  "ES_PASSPORT",
  "IBAN_CODE",
  "IN_AADHAAR",
  "IN_PAN",
  "IN_PASSPORT",
  "IT_DRIVER_LICENSE",
  "IT_FISCAL_CODE",
  "IT_IDENTITY_CARD",
  "IT_PASSPORT",
  "KR_DRIVER_LICENSE",
  "KR_FRN",
  "KR_PASSPORT",
  "KR_RRN",
  "UK_DRIVING_LICENCE",
  "UK_NINO",
  "UK_PASSPORT",
  "URL",
  "US_DRIVER_LICENSE",
  "US_ITIN",
  "US_PASSPORT",
  "US_SSN",
];

/** Texts in which the tests of Presidio's recognisers expect nothing: each is a negative as a whole. */
export async function presidioNegatives(file: string): Promise<Case[]> {
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line.trim() !== "");
  return lines.flatMap((line, at): Case[] => {
    const { entity, text, expected_len } = peerCaseSchema.parse(JSON.parse(line));
    const kind = entity?.[0] ?? "-";
    if (expected_len !== 0 || text.trim() === "") return [];
    const ours = OURS.includes(kind) ? "ours" : "another's";
    return [
      {
        id: `presidio-${at}-${kind}`,
        half: ours,
        locale: "-",
        arrangement: "-",
        text,
        gold: [],
        allowed: [],
        negatives: [{ kind, start: 0, end: text.length }],
        hints: {},
      },
    ];
  });
}
