/** The content of an invented résumé, before any layout: marked text throughout. */
import { pick, type Random, sample } from "../../test/chaos/random.ts";
import { type Field, personalFields } from "./fields.ts";
import { mark } from "./marked.ts";
import { inventPerson, type Person } from "./person.ts";
import { expand, monthText } from "./templates.ts";
import { SECTION_KINDS, type SectionKind, type Vocabulary } from "./vocabulary/types.ts";

export interface Entry {
  when: string;
  /** What and where; layouts set them apart or beside each other. */
  what: string;
  where: string;
  bullets: string[];
}

export interface Section {
  kind: SectionKind;
  title: string;
  /** Dated entries, or else plain items. */
  entries: Entry[];
  items: string[];
}

export interface Resume {
  vocabulary: Vocabulary;
  pageTitle: string | null;
  /** The name as a heading. */
  name: string;
  role: string;
  fields: Field[];
  sections: Section[];
}

/**
 * @param amount 1 for what fills a page, less for layouts that must not run over it
 * @param person whose résumé it is; invented when left out
 */
export function inventResume(
  random: Random,
  vocabulary: Vocabulary,
  amount: number,
  person: Person = inventPerson(random, vocabulary),
): Resume {
  const { lists } = vocabulary;
  const jobs = Math.max(2, Math.round((2 + random() * 3) * amount));
  const sections: Record<SectionKind, () => Section> = {
    summary: () => items("summary", sample(random, vocabulary.summaries, 1 + Math.floor(random() * 2))),
    experience: () => entries("experience", jobs, [lists.role, lists.employer], vocabulary.bullets, 2),
    education: () => entries("education", random() < 0.6 ? 2 : 1, [], [], 0),
    projects: () => items("projects", sample(random, vocabulary.projects, 2)),
    skills: () => items("skills", sample(random, lists.skill, 6 + Math.floor(random() * 8))),
    certificates: () => items("certificates", sample(random, vocabulary.certificates, 2)),
    languages: () => items("languages", sample(random, vocabulary.languages, 2)),
    interests: () => items("interests", sample(random, vocabulary.interests, 1)),
    referees: () => items("referees", sample(random, vocabulary.referees, 1)),
  };
  const context = { random, vocabulary, person };
  const items = (kind: SectionKind, templates: readonly string[]): Section => ({
    kind,
    title: pick(random, vocabulary.titles[kind]),
    entries: [],
    items: templates.map((template) => expand(template, context)),
  });
  let year = 2026;
  function entries(
    kind: SectionKind,
    count: number,
    [whats, wheres]: readonly (readonly [string, ...string[]])[],
    bullets: readonly string[],
    least: number,
  ): Section {
    const form = pick(random, vocabulary.monthForms);
    const until = pick(random, vocabulary.until);
    const made = Array.from({ length: count }, (_, index): Entry => {
      const end = year;
      year -= 1 + Math.floor(random() * 4);
      const present = kind === "experience" && index === 0;
      const month = (at: number) => monthText(form, at, 1 + Math.floor(random() * 12), vocabulary);
      const last = present ? pick(random, vocabulary.present) : month(end);
      const what = whats ? pick(random, whats) : `${pick(random, lists.degree)} ${pick(random, lists.major)}`;
      return {
        when: `${month(year)}${until}${last}`,
        what,
        where: pick(random, wheres ?? lists.school),
        bullets: sample(random, bullets, least && least + Math.floor(random() * 3 * amount)).map((one) =>
          expand(one, context),
        ),
      };
    });
    return { kind, title: pick(random, vocabulary.titles[kind]), entries: made, items: [] };
  }
  const always: readonly SectionKind[] = ["experience", "education", "skills"];
  const studentFirst = random() < 0.25;
  const order = SECTION_KINDS.filter((kind) => always.includes(kind) || random() < 0.55 * (0.4 + amount));
  if (studentFirst) order.sort((a, b) => Number(b === "education") - Number(a === "education"));
  return {
    vocabulary,
    pageTitle:
      vocabulary.pageTitles.length > 0 && random() < 0.5 ? pick(random, some(vocabulary.pageTitles)) : null,
    name: mark("NAME", person.name),
    role: pick(random, lists.role),
    fields: personalFields(random, vocabulary, person),
    sections: order.map((kind) => sections[kind]()),
  };
}

const some = <T>(values: readonly T[]) => values as readonly [T, ...T[]];
