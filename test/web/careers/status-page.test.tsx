import { describe, expect, it } from "vitest";
import { choicesOf, headlineOf, type StatusHeadline } from "../../../web/careers/application-status.ts";
import {
  type ApplicantView,
  ATTENTION_REASONS,
  EraseConfirmPage,
  LOCALES,
  reasonSentence,
  StatusPage,
  wantsAnotherFile,
} from "../../../web/careers/index.ts";
import { MESSAGES } from "../../../web/careers/messages/index.ts";
import { reasonWords } from "../../../web/careers/reasons.ts";
import { elementsOf, only, textOf, visibleText } from "./markup.ts";
import { APPLICATION, JOB, WORKSPACE } from "./sample-pages.tsx";

type Change = Partial<ApplicantView>;
const render = (change: Change, locale: "en" | "zh-CN" = "en") =>
  String(
    <StatusPage
      locale={locale}
      workspace={WORKSPACE}
      application={{ ...APPLICATION, ...change }}
      token="tok"
    />,
  );
const actions = (html: string) =>
  elementsOf(html).flatMap((e) => (e.name === "form" ? [`${e.attribs.method} ${e.attribs.action}`] : []));

describe("what an applicant is told", () => {
  it.each<[Change, StatusHeadline, boolean, boolean]>([
    // what is known, headline, may withdraw, may ask for a person
    [{ state: "received" }, "received", true, true],
    [{ state: "reading" }, "reading", true, true],
    [{ state: "evaluating" }, "reading", true, true],
    [{ state: "evaluated" }, "team", true, true],
    [{ state: "evaluated", manual_reading: true }, "team", true, false],
    [{ state: "received", manual_reading: true }, "person", true, false],
    [{ state: "received", stage: "review" }, "team", true, true],
    [{ state: "needs_attention", reason: "scan" }, "resend", true, true],
    [{ state: "needs_attention", reason: "scan", stage: "review" }, "resend", true, true],
    [{ state: "needs_attention", reason: "scan", stage: "interview" }, "interview", true, false],
    [{ state: "needs_attention", reason: "processing_failed" }, "person", true, false],
    [{ state: "needs_attention", reason: "manual_reading", manual_reading: true }, "person", true, false],
    [{ state: "needs_attention", reason: null }, "person", true, false],
    [{ stage: "interview" }, "interview", true, false],
    [{ stage: "offer" }, "offer", true, false],
    [{ stage: "hired" }, "hired", false, false],
    [{ stage: "rejected" }, "rejected", false, false],
    [{ stage: "withdrawn", state: "needs_attention", reason: "withdrawn" }, "withdrawn", false, false],
  ])("follows from %j: %s", (change, headline, withdraw, askPerson) => {
    const standing = { ...APPLICATION, ...change };
    expect(headlineOf(standing)).toBe(headline);
    expect(choicesOf(standing)).toEqual({ withdraw, askPerson });
    for (const locale of LOCALES) {
      const html = render(change, locale);
      expect(textOf(only(html, "h1"))).toBe(MESSAGES[locale].status.headline[headline]);
      const lang = `?lang=${locale}`;
      expect(actions(html)).toEqual([
        ...(askPerson ? [`post /careers/applications/tok/ask-person${lang}`] : []),
        ...(withdraw ? [`post /careers/applications/tok/withdraw${lang}`] : []),
      ]);
      expect(html).toContain(`href="/careers/applications/tok/erase${lang}"`);
    }
  });

  it("marks the one step at which the application stands, in words and for assistive technology", () => {
    const html = render({ state: "evaluated" });
    const current = elementsOf(html).filter((e) => e.attribs["aria-current"] === "step");
    expect(current.map((e) => textOf(e))).toEqual(["Now: With the hiring team"]);
    expect(visibleText(html)).toContain("Done:");
  });

  it("is no line of steps once the line has ended", () => {
    expect(render({ stage: "rejected" })).not.toContain("aria-current");
  });

  it("says when it came in, in one time zone for everybody", () => {
    expect(visibleText(render({}))).toContain("20 November 2026 at 14:32\u00a0UTC");
    expect(visibleText(render({}, "zh-CN"))).toContain("2026年11月20日 14:32\u00a0UTC");
  });
});

describe("a reason for attention", () => {
  const cases = ATTENTION_REASONS.flatMap((reason) => LOCALES.map((locale) => [reason, locale] as const));
  it.each(cases)("%s has its words in %s, and a way on", (reason, locale) => {
    const words = reasonWords(reason, locale);
    const html = render({ state: "needs_attention", reason }, locale);
    const text = visibleText(html);
    expect(text).toContain(words.happened);
    expect(text).toContain(words.advice);
    expect(html.includes("/jobs/backend-engineer/apply")).toBe(wantsAnotherFile(reason));
    expect(reasonSentence(reason, locale)).toBe(words.happened + (locale === "en" ? " " : "") + words.advice);
  });

  it("offers no form that a closed job would refuse", () => {
    const job = { ...APPLICATION.job, open: false };
    expect(render({ job, state: "needs_attention", reason: "scan" })).not.toContain("/apply");
  });

  it("is told no more once a person has moved the application on", () => {
    const text = visibleText(render({ state: "needs_attention", reason: "scan", stage: "offer" }));
    expect(text).not.toContain(reasonWords("scan", "en").happened);
  });
});

describe("a score", () => {
  /** What a careless route might pass along. */
  const leaky = {
    ...APPLICATION,
    score: 7.43,
    recommendation: "interview_xyz",
    evaluation: { score: 7.43, criteria: [{ label: "Kafka_xyz" }] },
  };
  it("is never shown to the applicant, whatever comes with the application", () => {
    for (const locale of LOCALES) {
      const html = String(
        <StatusPage locale={locale} workspace={WORKSPACE} application={leaky} token="tok" />,
      );
      expect(html).not.toMatch(/7\.43|_xyz/);
      expect(visibleText(html)).not.toMatch(
        /score|recommend|\b\d+(\.\d+)? ?(\/|of|out of) ?10\b|评分|得分|推荐/i,
      );
    }
  });

  it("would be noticed", () => {
    expect(JSON.stringify(leaky)).toMatch(/7\.43|_xyz/);
    expect("Score: 7.4 / 10").toMatch(/\b\d+(\.\d+)? ?(\/|of|out of) ?10\b/);
  });
});

describe("erasing", () => {
  it("is confirmed on a page of its own, which says what goes and offers a way back", () => {
    const html = String(<EraseConfirmPage locale="en" workspace={WORKSPACE} job={JOB} token="tok" />);
    expect(actions(html)).toEqual(["post /careers/applications/tok/erase?lang=en"]);
    expect(html).toContain('<input type="hidden" name="confirm" value="yes"/>');
    expect(html).toContain('href="/careers/applications/tok?lang=en"');
    expect(visibleText(html)).toContain("your résumé");
  });
});
