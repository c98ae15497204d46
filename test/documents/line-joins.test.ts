import { describe, expect, it } from "vitest";
import { joinBrokenWords } from "../../workers/documents/pdf/line-joins.ts";
import { rowsOf } from "./typeset.ts";

/** Two lines in a column that the first one fills, or that leaves it room. */
function joined(first: string, second: string, room = 0): string[] {
  const lines = [first, second].map((text, at) => ({
    text,
    row: rowsOf([{ text, x: 30, y: 100 + at * 14 }])[0]!,
  }));
  return joinBrokenWords(lines, { x0: 30, x1: lines[0]!.row.x1 + room }).map(({ text }) => text);
}

describe("words that a full line broke", () => {
  it.each([
    ["https://jane-", "doe.example", ["https://jane-doe.example"]],
    ["see https://github.com/", "janedoe and more", ["see https://github.com/janedoe", "and more"]],
    ["www.janedoe", ".example/work", ["www.janedoe.example/work"]],
    ["jane.doe@mail", ".example.org", ["jane.doe@mail.example.org"]],
    ["Mail jane.doe@", "example.org", ["Mail jane.doe@example.org"]],
    ["jane.anne-", "doe@example.org", ["jane.anne-doe@example.org"]],
    ["jane.doe", "@example.org", ["jane.doe@example.org"]],
    ["Tel. 03-3475-", "8275", ["Tel. 03-3475-8275"]],
    ["since 2018–", "present", ["since 2018–present"]],
    ["제 강점입니", "다. 그리고", ["제 강점입니다.", "그리고"]],
    ["고객을 중심", "으로 일합니다", ["고객을 중심으로", "일합니다"]],
  ])("%s / %s", (first, second, lines) => {
    expect(joined(first, second)).toEqual(lines);
  });

  it.each([
    ["https://janedoe.example", "Skills", "a whole address before a heading"],
    ["https://janedoe.example.", "The next sentence", "an address at a sentence's end"],
    ["jane.doe@example.org", "github.com/jane", "two addresses below each other"],
    ["open-source and high-", "quality work", "a hyphen of a word"],
    ["Kafka and Go", "postgres", "words"],
    ["2019 -", "2024", "a dash between blanks"],
    ["서울특별시", "영통구", "Korean words"],
    ["이 회사", "만 52세", "a Korean word that looks like a particle"],
  ])("leaves %s / %s: %s", (first, second) => {
    expect(joined(first, second)).toEqual([first, second]);
  });

  it("stay as they are when the line had room for the rest", () => {
    expect(joined("https://jane-", "doe.example", 100)).toEqual(["https://jane-", "doe.example"]);
    expect(joined("제 강점입니", "다.", 100)).toEqual(["제 강점입니", "다."]);
  });
});
