import { describe, expect, it } from "vitest";
import { redact } from "../../workers/redaction/redact.ts";

const redacted = (text: string): string => redact(text).redaction.text;

describe("titles before a name", () => {
  it.each([
    "Dipl.-Ing. (FH)",
    "Dipl.-Ing. (TU)",
    "Dipl.-Inform. (Univ.)",
    "Dipl.-Kfm.",
    "Dr. rer. nat.",
    "Dr. med.",
    "Prof. Dr. phil. habil.",
    "Dr. h.c.",
  ])("%s does not hide the applicant", (title) => {
    const text = redacted(
      `Lebenslauf\n${title} Jürgen Großmann-Weiß\nTel. 0761/123 45 67\n\nGroßmann-Weiß leitete das Team.`,
    );
    expect(text).not.toMatch(/Jürgen|Großmann|Weiß/);
    expect(text).toContain("leitete das Team");
  });

  it("a degree without a name is no name", () => {
    expect(redacted("Ausbildung\nDr. rer. nat., Universität Ulm\n")).toContain("Universität Ulm");
  });
});

describe("relatives in running text", () => {
  it.each([
    ["My husband Tariq and I have two kids.", "Tariq"],
    ["I moved here with our daughter Zofia in 2019.", "Zofia"],
    ["Ich habe mit meinem Mann Thorben eine Firma gegründet.", "Thorben"],
    ["Nous vivons à Lyon avec ma femme Claire Martin.", "Claire"],
    ["Vivo con mi mujer Nerea en Bilbao.", "Nerea"],
    ["Moro com minha irmã Iracema.", "Iracema"],
    ["Lavoro con mio fratello Tancredi.", "Tancredi"],
  ])("%s", (text, name) => {
    const answer = redacted(text);
    expect(answer).not.toContain(name);
    expect(answer).toContain("[PERSON_1]");
  });

  it.each([
    "My mother tongue is German and my brother works in Leeds.",
    "- ich lerne gern, und meine Muttersprache ist Polnisch.",
    "Integrated our sister company Acme into the group.",
    "The parent and her Daughter Company Holdings merged.",
    "A brother Printer was set up.",
  ])("is left alone: %s", (text) => expect(redacted(text)).toBe(text));
});

describe("the place of a household's registration", () => {
  it.each(["Hukou: Chengdu, Sichuan", "| Hukou | Chengdu |", "Household registration: Chengdu"])(
    "%s",
    (line) => expect(redacted(`Name: Wei Chen\n${line}\n`)).not.toContain("Chengdu"),
  );
});
