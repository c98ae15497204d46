import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CareersJob, JobPage, jobPostingJsonLd, scriptSafeJson } from "../../../web/careers/index.ts";
import { only, textOf } from "./markup.ts";
import { JOB, WORKSPACE } from "./sample-pages.tsx";

const URL = "https://jobs.example/careers/n/jobs/b";
const posting = (change: Partial<CareersJob>) => jobPostingJsonLd({ ...JOB, ...change }, WORKSPACE, URL);

describe("the structured data of a job", () => {
  it("says what a search engine asks for", () => {
    expect(posting({})).toEqual({
      "@context": "https://schema.org",
      "@type": "JobPosting",
      title: "Backend Engineer",
      description:
        "<p>We run wind farms.<br>Small ones.</p><p><b>You will</b></p><ul><li>build services</li><li>keep them up</li></ul><p>Come along.</p>",
      identifier: { "@type": "PropertyValue", name: "Nordlicht & Co.", value: "job_1" },
      url: URL,
      datePosted: "2026-11-03T23:30:00Z",
      validThrough: "2026-12-18T23:00:00Z",
      employmentType: "FULL_TIME",
      hiringOrganization: { "@type": "Organization", name: "Nordlicht & Co." },
      directApply: true,
      jobLocation: {
        "@type": "Place",
        address: { "@type": "PostalAddress", addressLocality: "Hamburg", addressCountry: "DE" },
      },
      jobLocationType: "TELECOMMUTE",
      applicantLocationRequirements: { "@type": "Country", name: "DE" },
      baseSalary: {
        "@type": "MonetaryAmount",
        currency: "EUR",
        value: { "@type": "QuantitativeValue", minValue: 72_000, maxValue: 88_000, unitText: "YEAR" },
      },
    });
  });

  it.each<[string, Partial<CareersJob>, string, unknown]>([
    ["no end", { closes_at: null }, "validThrough", undefined],
    ["no salary", { salary: null }, "baseSalary", undefined],
    ["no remote work", { remote: false }, "jobLocationType", undefined],
    ["no remote work", { remote: false }, "applicantLocationRequirements", undefined],
    ["no place", { location: null }, "jobLocation", undefined],
    ["an internship", { employment_type: "internship" }, "employmentType", "INTERN"],
    ["a contract", { employment_type: "contract" }, "employmentType", "CONTRACTOR"],
    [
      "a country alone",
      { location: null, remote: false },
      "jobLocation",
      { "@type": "Place", address: { "@type": "PostalAddress", addressCountry: "DE" } },
    ],
    [
      "one figure an hour",
      { salary: { min: 25, max: 25, currency: "EUR", period: "hour" } },
      "baseSalary",
      {
        "@type": "MonetaryAmount",
        currency: "EUR",
        value: { "@type": "QuantitativeValue", value: 25, unitText: "HOUR" },
      },
    ],
  ])("handles %s", (_, change, property, value) => {
    expect(posting(change)[property]).toEqual(value);
  });

  it("escapes markup inside the description, which is markup itself", () => {
    expect(posting({ description: "a <b> & c\n\n<i>:\n- <u>" }).description).toBe(
      "<p>a &lt;b&gt; &amp; c</p><p><b>&lt;i&gt;</b></p><ul><li>&lt;u&gt;</li></ul>",
    );
  });

  it("cannot end the script element that holds it, and parses back to the same value", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom("</script>", "<!--", "]]>", "&amp;", "\u2028"),
        (text, spice) => {
          const value = { title: text + spice + text };
          const json = scriptSafeJson(value);
          expect(json).not.toMatch(/[<>&\u2028\u2029]/);
          expect(JSON.parse(json)).toEqual(value);
        },
      ),
    );
  });

  it("survives the page: what a parser finds in the element is the posting", () => {
    const job = { ...JOB, title: "Engineer </script><script>alert(1)</script> & <!-- more" };
    const html = String(<JobPage locale="zh-CN" workspace={WORKSPACE} job={job} url={URL} />);
    const script = only(html, "script");
    expect(script.attribs.type).toBe("application/ld+json");
    expect(JSON.parse(textOf(script))).toEqual(jobPostingJsonLd(job, WORKSPACE, URL));
  });

  it("would break the page as plain JSON", () => {
    expect(JSON.stringify({ title: "</script>" })).toContain("</script>");
  });

  it("is absent from a closed job", () => {
    const html = String(<JobPage locale="en" workspace={WORKSPACE} job={JOB} url={URL} open={false} />);
    expect(html).not.toContain("ld+json");
    expect(html).not.toContain("/apply");
  });
});
