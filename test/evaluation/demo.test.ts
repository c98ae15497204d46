import { describe, expect, it } from "vitest";
import { DEMO_JOBS } from "../../db/demo.ts";

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

describe.each(DEMO_JOBS.map((job) => [job.slug, job] as const))("the demo job %s", (slug, job) => {
  const { criteria, threshold } = job.rubric;

  it("has slugs that are slugs, each once", () => {
    for (const id of [slug, ...criteria.map((criterion) => criterion.id)]) expect(id).toMatch(SLUG);
    expect(new Set(criteria.map(({ id }) => id)).size).toBe(criteria.length);
  });

  it("asks for six to eight things of several kinds, with must-haves among them", () => {
    expect(criteria.length >= 6 && criteria.length <= 8).toBe(true);
    expect(new Set(criteria.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(3);
    expect(criteria.filter(({ must_have }) => must_have).length).toBeGreaterThan(0);
    expect(threshold).toBe(7);
  });

  it("has terms within the limits of a rubric, in more than one script", () => {
    for (const { terms, weight } of criteria) {
      expect(weight).toBeGreaterThan(0);
      expect(terms.length > 0 && terms.length <= 60).toBe(true);
      expect(new Set(terms).size).toBe(terms.length);
      for (const term of terms)
        expect(term.length >= 1 && term.length <= 80 && term.trim() === term).toBe(true);
    }
    expect(criteria.some(({ terms }) => terms.some((term) => /\p{Script=Han}/u.test(term)))).toBe(true);
  });

  it("has a posting in paragraphs and lists", () => {
    expect(job.description.split("\n\n").length).toBeGreaterThanOrEqual(4);
    expect(job.description).toMatch(/^- /m);
    expect(job.salary!.min).toBeLessThan(job.salary!.max);
  });
});

it("the demo jobs have different slugs, and one of them is in Chinese", () => {
  expect(new Set(DEMO_JOBS.map(({ slug }) => slug)).size).toBe(DEMO_JOBS.length);
  expect(DEMO_JOBS.map(({ language }) => language).sort()).toEqual(["en", "zh-CN"]);
});
