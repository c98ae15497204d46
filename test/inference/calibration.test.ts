import { describe, expect, it } from "vitest";
import { calibrationMessages } from "../../inference/quantise/calibration.ts";

describe("calibration text", () => {
  const conversations = calibrationMessages(24, "test");

  it("is the judge's own question and an answer in its form", () => {
    for (const messages of conversations) {
      expect(messages.map(({ role }) => role)).toEqual(["system", "user", "assistant"]);
      expect(messages[1]?.content).toMatch(/^<\w+>\n1: /);
      expect(messages[2]?.content).toMatch(/^( ?[A-H](0|[1-4]( \d+){1,3})){8}$/);
    }
  });

  it("only cites lines that are there", () => {
    for (const [, user, assistant] of conversations) {
      const lines = user?.content.match(/^\d+: /gm)?.length ?? 0;
      for (const [line] of assistant?.content.matchAll(/(?<= )\d+/g) ?? [])
        expect(Number(line)).toBeLessThanOrEqual(lines);
    }
  });

  it("comes in several scripts, and from nobody", () => {
    const text = conversations.map(([, user]) => user?.content).join("\n");
    for (const script of [/\p{Script=Han}/u, /\p{Script=Hiragana}/u, /\p{Script=Hangul}/u, /[äöüß]/, /[éèç]/])
      expect(text).toMatch(script);
    expect(text).toMatch(/\[NAME_\d+\]/);
    expect(text).not.toMatch(/[\w.]+@[\w.]+\.\w+/);
  });

  it("is the same for the same seed, and another for another", () => {
    expect(calibrationMessages(3, "test")).toEqual(conversations.slice(0, 3));
    expect(calibrationMessages(3, "other")).not.toEqual(conversations.slice(0, 3));
  });
});
