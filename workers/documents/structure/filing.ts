import { kindOf } from "./sections.ts";
import type { SectionKind, StructureSection } from "./types.ts";
import type { Unit } from "./units.ts";

/** A unit with the kind of the section that it is read as. */
export interface Filed {
  unit: Unit;
  /** Null above the first heading, and in a text without headings. */
  kind: SectionKind | null;
  /** Kind of the section that it stands in, which a label of its own may differ from. */
  under: SectionKind | null;
  /** Its own label is the heading of that section. */
  opens: boolean;
}

/** Files each unit: by its own label, by the rules' reading of its place, or by the section around it. */
export function fileUnits(units: readonly Unit[], sections: readonly StructureSection[]): Filed[] {
  let next = 0;
  return units.map((unit) => {
    while (next < sections.length && sections[next]!.end <= unit.start) next += 1;
    const around = sections[next];
    const holds = around !== undefined && around.start <= unit.start;
    const under = holds ? around.kind : null;
    const unknown = under === "other" && unit.section !== "interest" && unit.section !== "wanted";
    const opens = holds && around.heading.start === unit.start;
    if (unknown) return { unit: opens ? { ...unit, heading: true } : unit, kind: "other", under, opens };
    if (unit.section === "certificate")
      return { unit, kind: under === "awards" ? under : "certificates", under, opens };
    return { unit, kind: unit.section === null ? null : kindOf(unit.section, ""), under, opens };
  });
}
