/** The inputs of a run: each a function of the seed and its index alone. */
import { createHash } from "node:crypto";
import { type Random, seeded } from "../../test/chaos/random.ts";
import { mutateBytes } from "./mutations/bytes.ts";
import { fromBinary, one, toBinary } from "./mutations/chance.ts";
import { mutateCompound } from "./mutations/compound.ts";
import { HTML, MARKDOWN, ODT_XML, RTF, WORD_XML } from "./mutations/grammars.ts";
import { mutatePdf } from "./mutations/pdf.ts";
import { type Grammar, mutateTokens } from "./mutations/tokens.ts";
import { mutateZip } from "./mutations/zip.ts";
import { FUZZ_FORMATS, type FuzzFormat, SAMPLES } from "./samples.ts";

type Mutate = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

const byTokens =
  (grammar: Grammar): Mutate =>
  (bytes, random) =>
    fromBinary(mutateTokens(toBinary(bytes), random, grammar));

const STRUCTURED: Readonly<Record<FuzzFormat, Mutate>> = {
  pdf: mutatePdf,
  docx: (bytes, random, other) => mutateZip(bytes, random, other, WORD_XML),
  odt: (bytes, random, other) => mutateZip(bytes, random, other, ODT_XML),
  doc: mutateCompound,
  rtf: byTokens(RTF),
  html: byTokens(HTML),
  markdown: byTokens(MARKDOWN),
  text: mutateBytes,
};
/** Share of inputs whose bytes are changed blindly. */
const BLIND = 0.12;

export interface FuzzInput {
  format: FuzzFormat;
  bytes: Uint8Array;
}

/** @param format makes all inputs of this format; the formats take turns without it */
export function fuzzInput(seed: number, index: number, format: FuzzFormat | null): FuzzInput {
  const hash = createHash("sha256").update(`${seed}/${index}`).digest();
  const random = seeded(hash.readUInt32LE(0));
  const chosen = format ?? FUZZ_FORMATS[index % FUZZ_FORMATS.length]!;
  const sample = one(random, SAMPLES[chosen]);
  const other = one(random, SAMPLES[one(random, FUZZ_FORMATS)]);
  const mutate = random() < BLIND ? mutateBytes : STRUCTURED[chosen];
  return { format: chosen, bytes: mutate(sample, random, other) };
}
