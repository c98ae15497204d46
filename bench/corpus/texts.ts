/**
 * Résumés as text alone, with their personal data marked: more ways to state it, more of other people's, and more that
 * only looks personal than the printed pages have. What is in each text follows from one seed.
 */
import { createHash } from "node:crypto";
import { pick, type Random, sample, seeded } from "../../test/chaos/random.ts";
import type { Half } from "./corpus.ts";
import { sectionOf } from "./layouts/pieces.ts";
import { inventStyle } from "./layouts/style.ts";
import { type Unmarked, unmark } from "./marked.ts";
import { inventPerson, type Person } from "./person.ts";
import { type Arrangement, anyArrangement, personalBlock } from "./personal/block.ts";
import { COMMON_LOOKALIKES } from "./personal/lookalikes.ts";
import { widened } from "./personal/widen.ts";
import { type WordingContext, worded } from "./personal/wordings.ts";
import { inventResume, type Resume } from "./resume.ts";
import { VOCABULARIES } from "./vocabulary/index.ts";
import type { SectionKind } from "./vocabulary/types.ts";

export interface CorpusText extends Unmarked {
  id: string;
  half: Half;
  locale: string;
  arrangement: Arrangement;
  /** What the applicant would write into the application form. */
  person: Person;
}

const hash = (text: string): number => createHash("sha256").update(text).digest().readUInt32LE(0);

/** @param seed any text; equal seeds give equal texts, and more of them begin with the fewer */
export function inventTexts(count: number, seed: string): CorpusText[] {
  return Array.from({ length: count }, (_, index) => inventText(index, seed));
}

function inventText(index: number, seed: string): CorpusText {
  const own = `${seed}/text/${index}`;
  const random = seeded(hash(own));
  const half: Half = hash(`${own}/half`) % 2 === 0 ? "seen" : "unseen";
  const vocabulary = widened(VOCABULARIES[index % VOCABULARIES.length] ?? VOCABULARIES[0], half);
  const person = inventPerson(random, vocabulary);
  const context: WordingContext = { random, vocabulary, person };
  const resume = inventResume(random, vocabulary, 0.8, person);
  sprinkle(resume, context);
  const style = inventStyle(random, vocabulary);
  const arrangement = anyArrangement(random);
  const block = personalBlock(arrangement, context);
  const story = resume.sections.flatMap((section) => sectionOf(section, style, vocabulary.locale).lines);
  const foot = random() < FOOTED ? [worded(pick(random, vocabulary.personal.footers), context)] : [];
  // A column beside the story may be read after it.
  const lines = random() < BLOCK_LAST ? [...story, ...block, ...foot] : [...block, ...story, ...foot];
  return {
    ...unmark(lines),
    id: `t${String(index).padStart(4, "0")}-${vocabulary.locale}`,
    half,
    locale: vocabulary.locale,
    arrangement,
    person,
  };
}

const FOOTED = 0.35;
const BLOCK_LAST = 0.1;
const REFEREES = 0.35;
const PUBLICATIONS = 0.35;

/** Puts mentions of the applicant, other people and look-alikes where résumés have them. */
function sprinkle({ sections }: Resume, context: WordingContext): void {
  const { random, vocabulary } = context;
  const { personal } = vocabulary;
  const entries = sections.flatMap((section) => (section.kind === "experience" ? section.entries : []));
  const some = (from: readonly string[], most: number) =>
    sample(random, from, Math.floor(random() * (most + 1))).map((one) => worded(one, context));
  for (const entry of entries) {
    entry.bullets.push(...some(personal.people, 1), ...some(personal.lookalikes, 2));
    shuffle(entry.bullets, random);
  }
  sections.at(-1)?.items.push(...some(personal.mentions, 2));
  for (const section of sections)
    if (section.kind === "skills" || section.kind === "certificates")
      section.items.push(...some(COMMON_LOOKALIKES, 2));
  const further = (kind: SectionKind, items: string[]) => {
    if (items.length > 0)
      sections.push({ kind, title: pick(random, vocabulary.titles[kind]), entries: [], items });
  };
  if (random() < PUBLICATIONS)
    further("projects", [...some(COMMON_LOOKALIKES, 3), ...some(personal.lookalikes, 2)]);
  if (random() < REFEREES)
    further(
      "referees",
      some(personal.refereeBlocks, 2).flatMap((block) => block.split("\n")),
    );
}

function shuffle(lines: string[], random: Random): void {
  lines.splice(0, lines.length, ...sample(random, lines, lines.length));
}
