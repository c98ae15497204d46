import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { JobListPage, readJobFilter } from "../../../web/careers/index.ts";
import {
  filterJobs,
  filterQuery,
  groupByDepartment,
  type JobFilter,
  NO_FILTER,
} from "../../../web/careers/job-filter.ts";
import { elementsOf, textOf } from "./markup.ts";
import { JOB, JOBS, WORKSPACE } from "./sample-pages.tsx";

const found = (filter: Partial<JobFilter>) =>
  filterJobs(JOBS, { ...NO_FILTER, ...filter }).map((job) => job.slug);
const all = JOBS.map((job) => job.slug);

describe("filtering the jobs", () => {
  it.each<[Partial<JobFilter>, string[]]>([
    [{}, all],
    [{ q: "  " }, all],
    [{ q: "DESIGN" }, ["design"]],
    [{ q: "engineer data" }, ["data"]],
    [{ q: "munchen" }, ["data"]],
    [{ q: "工程师" }, ["xian"]],
    [{ q: "Ｄａｔａ" }, ["data"]],
    [{ q: "a.*" }, []],
    [{ department: "Design" }, ["design"]],
    [{ department: "design" }, []],
    [{ location: "remote" }, ["backend-engineer", "design", "xian"]],
    [{ location: "Hamburg" }, ["backend-engineer", "pm"]],
    [{ location: "Hamburg", q: "manager" }, ["pm"]],
  ])("by %j", (filter, slugs) => {
    expect(found(filter)).toEqual(slugs);
  });

  it("survives the address: reading what was written gives the same filter", () => {
    const text = fc.string({ maxLength: 50 }).map((s) => s.trim());
    const choice = fc.option(fc.string({ minLength: 1, unit: "grapheme" }), { nil: null });
    fc.assert(
      fc.property(text, choice, choice, (q, department, location) => {
        const filter = { q, department, location };
        fc.pre(filterQuery(filter) === new URLSearchParams(filterQuery(filter)).toString());
        expect(readJobFilter(new URLSearchParams(filterQuery(filter)))).toEqual(filter);
      }),
    );
  });

  it("loses no job when grouping, and puts those without a department last", () => {
    const groups = groupByDepartment(JOBS, "en");
    expect(groups.map((group) => group.department)).toEqual(["Design", "Engineering", "Product", null]);
    expect(groups.flatMap((group) => group.jobs.map((job) => job.slug)).sort()).toEqual([...all].sort());
  });
});

describe("the list of jobs", () => {
  const render = (jobs = JOBS, filter = NO_FILTER) =>
    String(<JobListPage locale="en" workspace={WORKSPACE} jobs={jobs} filter={filter} />);

  it("links each job under its title, in the title's own language", () => {
    const links = elementsOf(render()).filter((e) => e.attribs.href?.includes("/jobs/"));
    expect(links.map((e) => e.attribs.href)).toContain("/careers/north%20wind/jobs/xian?lang=en");
    const chinese = links.find((e) => textOf(e) === "电力系统工程师");
    expect(chinese?.attribs.lang).toBe("zh-CN");
  });

  it("shows the filter from six jobs on, or where one is in use", () => {
    expect(render()).toContain("<select");
    expect(render(JOBS.slice(0, 5))).not.toContain("<form");
    expect(render([JOB], { ...NO_FILTER, q: "x" })).toContain("<form");
  });

  it("keeps the choice in the form and in the language switch", () => {
    const html = render(JOBS, { q: "data", department: "Engineering", location: "remote" });
    const selected = elementsOf(html).filter((e) => "selected" in e.attribs);
    expect(selected.map((e) => e.attribs.value)).toEqual(["Engineering", "remote"]);
    const other = elementsOf(html).find((e) => e.attribs.hreflang);
    expect(other?.attribs.href).toBe("?q=data&department=Engineering&location=remote&lang=zh-CN");
  });

  it("says so where nothing is open and where nothing matches", () => {
    expect(render([])).toContain("no open jobs right now");
    expect(render(JOBS, { ...NO_FILTER, q: "zzz" })).toContain("No job matches");
  });
});
