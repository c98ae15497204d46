import { unzlibSync, zlibSync } from "fflate";
import type { Random } from "../../../test/chaos/random.ts";
import { below, few, fromBinary, one, toBinary } from "./chance.ts";
import { type Grammar, mutateTokens } from "./tokens.ts";

const OBJECTS: Grammar = {
  token: /\/[^\s/<>[\]()]+|\d+ \d+ R|-?\d+(?:\.\d+)?|<<|>>|[[\]]|\((?:\\.|[^\\()])*\)|\s+|[^\s]/g,
  words: [
    "<<",
    ">>",
    "[",
    "]",
    "1 0 R ",
    "2 0 R ",
    "10 0 R ",
    "11 0 R ",
    "9999 0 R ",
    "/Kids",
    "/Parent 10 0 R",
    "/Count 99999",
    "/Count -1",
    "/Length 99999999",
    "/Length -1",
    "/Filter/FlateDecode",
    "/Filter[/FlateDecode/FlateDecode]",
    "/Filter/LZWDecode",
    "/Filter/RunLengthDecode",
    "/Filter/ASCII85Decode",
    "/Filter/ASCIIHexDecode",
    "/Filter/DCTDecode",
    "/Filter/JBIG2Decode",
    "/Filter/JPXDecode",
    "/Filter/CCITTFaxDecode",
    "/DecodeParms<</Predictor 15/Columns 99999999/Colors 32>>",
    "/Type/ObjStm/N 99999/First 8",
    "/Type/XRef/W[1 2 1]/Index[0 99999]",
    "/MediaBox[0 0 1e9 1e9]",
    "/MediaBox[0 0 0 0]",
    "/MediaBox[9 9 -9 -9]",
    "/MediaBox[0 0 14400 14400]",
    "/Rotate 90",
    "/Rotate 45",
    "/UserUnit 1000000",
    "/Encrypt<</Filter/Standard/V 5/R 6>>",
    "/Annots[10 0 R]",
    "/Subtype/Widget",
    "/Subtype/FreeText",
    "/AcroForm<</XFA 11 0 R>>",
    "/Resources<</XObject<</X 10 0 R>>>>",
    "/Group<</S/Transparency>>",
    "/SMask<</S/Luminosity/G 11 0 R>>",
    "/Pattern",
    "/PatternType 1/XStep 0.0001/YStep 0.0001/BBox[0 0 1 1]",
    "/ShadingType 4/BitsPerCoordinate 32/BitsPerComponent 16/BitsPerFlag 8",
    "/FunctionType 4/Domain[0 1]/Range[0 1]",
    "/Subtype/Type3/FontMatrix[1 0 0 1 0 0]/CharProcs<</a 11 0 R>>",
    "/ToUnicode 11 0 R",
    "/Encoding/Identity-H",
    "/W[0[1 2]9 99999999 5]",
  ],
  nests: [
    ["[", "]"],
    ["<<", ">>"],
    ["<</A", "1>>"],
    ["(", ")"],
  ],
};

const CONTENT: Grammar = {
  token: /\((?:\\.|[^\\()])*\)|\/\S+|[^\s]+|\s+/g,
  words: [
    " q ",
    " Q ",
    " BT ",
    " ET ",
    " (text) Tj ",
    " [(a) -9999 (b)] TJ ",
    " /F1 10 Tf ",
    " /F9 1e9 Tf ",
    " /F1 0 Tf ",
    " 3 Tr ",
    " 7 Tr ",
    " 100 Tz ",
    " 0 Tz ",
    " 99999 Tc ",
    " 1 0 0 1 50 50 cm ",
    " 0 0 0 0 0 0 cm ",
    " 1e9 0 0 1e9 0 0 cm ",
    " 0.00001 0 0 0.00001 0 0 cm ",
    " 0 1 -1 0 300 300 Tm ",
    " 0 0 9e9 9e9 re f ",
    " 0 0 5 5 re W n ",
    " /X Do ",
    " /G0 gs ",
    " /P sh ",
    " /Pattern cs /P scn ",
    " BI /W 9999 /H 9999 /CS /RGB /BPC 8 ID xx EI ",
    " BI /W 2 /H 2 /BPC 1 /IM true ID \xf0\xf0 EI ",
    " /Span <</ActualText(x)>> BDC ",
    " /OC /L BDC ",
    " EMC ",
    " [0.0001 0.0001] 0 d ",
    " 1e9 w ",
    " 0 0 m 1e9 1e9 l S ",
    " NaN ",
  ],
  nests: [
    [" q ", " Q "],
    [" BT ", " ET "],
    [" /Span BMC ", " EMC "],
    [" [", "] "],
    [" 0 0 9 9 re W n ", " "],
    [" (x) Tj ", " "],
  ],
};

const STREAM = /stream\r?\n([\s\S]*?)\r?\n?endstream/g;

/** Inflates a stream where it is deflated, changes it, and packs it again or not. */
function changedStream(whole: string, body: string, random: Random): string {
  let inflated = body;
  try {
    inflated = toBinary(unzlibSync(fromBinary(body)).slice(0, 50_000));
  } catch {
    // It was not deflated, or broken before.
  }
  const grammar = random() < 0.8 ? CONTENT : OBJECTS;
  const changed = mutateTokens(inflated, random, grammar);
  const packed = inflated !== body && random() < 0.9;
  return whole.replace(body, () => (packed ? toBinary(zlibSync(fromBinary(changed))) : changed));
}

/** Writes the cross-reference table anew, so that the engine reads the objects that were changed. */
function withTrueTable(text: string): string {
  const body = text.replace(/\nxref[\s\S]*$/, "\n");
  const offsets = new Map<number, number>();
  for (const match of body.matchAll(/(?:^|\n)(\d{1,4}) 0 obj/g))
    offsets.set(Number(match[1]), match.index + (match[0].startsWith("\n") ? 1 : 0));
  const size = Math.max(0, ...offsets.keys()) + 1;
  const rows = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? "0000000000 65535 f \n" : `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const trailer = /trailer\s*(<<[\s\S]*?>>)\s*startxref/.exec(text)?.[1] ?? "<</Root 1 0 R>>";
  return `${body}xref\n0 ${size}\n${rows.join("")}trailer\n${trailer}\nstartxref\n${body.length}\n%%EOF\n`;
}

function changedObject(text: string, random: Random): string {
  const objects = [...text.matchAll(/\d+ 0 obj([\s\S]*?)(?:stream|endobj)/g)];
  if (objects.length === 0) return text;
  const match = one(random, objects);
  const body = match[1] ?? "";
  const at = match.index + match[0].indexOf(body);
  return text.slice(0, at) + mutateTokens(body, random, OBJECTS) + text.slice(at + body.length);
}

/** Lets references name other objects: loops, shared and missing ones. */
function relinked(text: string, random: Random): string {
  const numbers = [...text.matchAll(/(\d+) 0 obj/g)].map((match) => match[1]!);
  if (numbers.length === 0) return text;
  let left = few(random, 4);
  return text.replace(/\d+ 0 R/g, (reference) => {
    if (left === 0 || random() < 0.6) return reference;
    left--;
    return `${one(random, numbers)} 0 R`;
  });
}

/** Changes a PDF's objects, links, streams and page contents, most often with a table that fits. */
export function mutatePdf(bytes: Uint8Array, random: Random): Uint8Array {
  let text = toBinary(bytes);
  for (let i = few(random, 3); i > 0; i--) {
    const kind = below(random, 10);
    if (kind < 4) {
      const streams = [...text.matchAll(STREAM)];
      if (streams.length > 0) {
        const match = one(random, streams);
        text =
          text.slice(0, match.index) +
          changedStream(match[0], match[1] ?? "", random) +
          text.slice(match.index + match[0].length);
      }
    } else if (kind < 8) text = changedObject(text, random);
    else text = relinked(text, random);
  }
  return fromBinary(random() < 0.85 ? withTrueTable(text) : text);
}
