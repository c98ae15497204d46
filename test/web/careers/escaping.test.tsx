import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ApplyPage, JobListPage, JobPage, ProblemPage, StatusPage } from "../../../web/careers/index.ts";
import { elementsOf, only, policyViolations, textOf } from "./markup.ts";
import { APPLICATION, JOB, TYPED, WORKSPACE } from "./sample-pages.tsx";

const HOSTILE = [
  "</title><script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "</script><script>alert(1)</script>",
  "<!--<script>",
  "' onfocus='alert(1)' autofocus='",
  "javascript:alert(1)",
  "{{constructor.constructor('alert(1)')()}}",
  "&lt;b&gt;&#x3c;script&#x3e;",
  "\u202egnp.exe\u2028\u2029\u0000",
];

/** Every page, with one text in every place where someone else's words are shown. */
function pagesShowing(text: string): string[] {
  const workspace = { slug: text, name: text };
  const salary = { min: 1, max: 2, currency: text, period: "year" } as const;
  const job = {
    ...JOB,
    slug: text,
    title: text,
    department: text,
    location: text,
    country: text,
    description: text,
    salary,
    language: text,
  };
  const at = { locale: "en", workspace } as const;
  const shown = {
    ...APPLICATION,
    job: { slug: text, title: text, language: text, open: true },
    state: "needs_attention",
    reason: "scan",
  } as const;
  return [
    <JobListPage {...at} jobs={[job]} filter={{ q: text, department: text, location: text }} />,
    <JobPage {...at} job={job} url={`https://jobs.example/${text}`} />,
    <ApplyPage
      {...at}
      job={job}
      values={{ ...TYPED, name: text, email: text, phone: text }}
      errors={[{ field: "name", code: "name_too_long" }]}
    />,
    <StatusPage {...at} application={shown} token={text} />,
    <ProblemPage {...at} status={418} code={text} title={text} requestId={text} />,
  ].map(String);
}

/** Tags and attribute names in order: what no text may change. */
const skeleton = (html: string) =>
  elementsOf(html).map((e) => `${e.name} ${Object.keys(e.attribs).join(" ")}`);

describe("words that come from outside", () => {
  it.each(HOSTILE.map((text) => [text]))("stay words: %j", (text) => {
    const harmless = pagesShowing("a");
    for (const [index, html] of pagesShowing(text).entries()) {
      expect(skeleton(html)).toEqual(skeleton(harmless[index] ?? ""));
      expect(policyViolations(html)).toEqual([]);
    }
  });

  it("are shown exactly as they were written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (title) => {
        const html = String(
          <JobPage locale="en" workspace={WORKSPACE} job={{ ...JOB, title }} url="https://j.example/" />,
        );
        expect(textOf(only(html, "h1"))).toBe(title);
        expect(elementsOf(html).filter((e) => e.name === "script")).toHaveLength(1);
      }),
    );
  });

  it("would change the page if they were not escaped", () => {
    const [html = ""] = pagesShowing("Engineer<script>");
    expect(skeleton(html.replaceAll("&lt;script&gt;", "<script>"))).not.toEqual(skeleton(html));
  });

  it("cannot leave their own segment of an address", () => {
    const html = String(
      <StatusPage locale="en" workspace={WORKSPACE} application={APPLICATION} token="../../x?y=1#z" />,
    );
    const actions = elementsOf(html).flatMap((e) => e.attribs.action ?? []);
    expect(actions).toContain("/careers/applications/..%2F..%2Fx%3Fy%3D1%23z/withdraw?lang=en");
  });
});
