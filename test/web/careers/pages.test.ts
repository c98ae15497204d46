import { describe, expect, it } from "vitest";
import { danglingReferences, elementsOf, only, policyViolations, textOf, visibleText } from "./markup.ts";
import { samplePages } from "./sample-pages.tsx";

const pages = samplePages();
const titled = pages.map((page) => [`${page.name} (${page.locale})`, page] as const);

describe.each(titled)("the page %s", (_, { name, locale, html }) => {
  it("is one HTML document in its language, with one heading of the first rank", () => {
    expect(html.startsWith("<!DOCTYPE html><html")).toBe(true);
    expect(only(html, "html").attribs.lang).toBe(locale);
    expect(textOf(only(html, "title")).trim()).not.toBe("");
    expect(textOf(only(html, "h1")).trim()).not.toBe("");
    const ranks = elementsOf(html).filter((e) => /^h[1-6]$/.test(e.name));
    let rank = 1;
    for (const heading of ranks) {
      const next = Number(heading.name[1]);
      expect(next, `${textOf(heading)} skips a rank`).toBeLessThanOrEqual(rank + 1);
      rank = next;
    }
  });

  it("points only at things that exist, and names each thing once", () => {
    expect(danglingReferences(html)).toEqual([]);
    const ids = elementsOf(html).flatMap((e) => (e.attribs.id ? [e.attribs.id] : []));
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids).toContain("content");
  });

  it("passes a policy without inline code, styles or other hosts", () => {
    expect(policyViolations(html)).toEqual([]);
  });

  it("offers the other language and carries its own in every link and form", () => {
    const links = elementsOf(html).filter((e) => e.name === "a" && !e.attribs.href?.startsWith("#"));
    expect(links.filter((e) => e.attribs.hreflang).map((e) => e.attribs.hreflang)).toEqual([
      locale === "en" ? "zh-CN" : "en",
    ]);
    for (const link of links.filter((e) => !e.attribs.hreflang))
      expect(link.attribs.href).toContain(`lang=${locale}`);
    for (const form of elementsOf(html).filter((e) => e.attribs.method === "post"))
      expect(form.attribs.action).toContain(`lang=${locale}`);
  });

  it("keeps what is about a person out of search engines and referrers", () => {
    const metas = elementsOf(html).filter((e) => e.name === "meta");
    const content = (key: string) => metas.find((e) => e.attribs.name === key)?.attribs.content;
    const open = name === "job" || name.startsWith("job list");
    expect(content("robots")).toBe(open ? undefined : "noindex, nofollow");
    expect(content("referrer")).toBe(open ? undefined : "no-referrer");
  });

  it("labels every control and gives every button and link words", () => {
    const elements = elementsOf(html);
    const labelled = new Set(elements.filter((e) => e.name === "label").map((e) => e.attribs.for));
    for (const control of elements.filter((e) => e.name === "input" || e.name === "select"))
      if (control.attribs.type !== "hidden") expect(labelled).toContain(control.attribs.id);
    for (const control of elements.filter((e) => ["a", "button", "summary", "label"].includes(e.name)))
      expect(textOf(control).trim()).not.toBe("");
  });

  it("has no hole where a word should be", () => {
    expect(visibleText(html)).not.toMatch(/undefined|null|\[object|NaN|Invalid Date|=>/);
  });
});

describe("the checks above", () => {
  const page = pages.find((one) => one.name === "apply, with errors")?.html ?? "";
  it.each([
    ["an error message that lost its id", page.replace('id="email-error"', ""), "input → email-error"],
    ["a field that lost its id", page.replace('id="resume"', ""), "a → resume"],
    ["a heading that lost its id", page.replace('id="errors"', ""), "div → errors"],
  ])("notice %s", (_, broken, reference) => {
    expect(danglingReferences(broken)).toContain(reference);
  });

  it.each([
    ["a script", "<script>1</script>", "script"],
    ["an inline style", '<p style="color:red">', "inline style on p"],
    ["an event handler", '<p onclick="x()">', "onclick on p"],
    ["a picture of another host", '<img src="https://a.example/b.png">', "img loads https://a.example/b.png"],
    ["a form to another host", '<form action="//a.example/">', "form loads //a.example/"],
  ])("notice %s", (_, markup, violation) => {
    expect(policyViolations(markup)).toContain(violation);
  });
});
