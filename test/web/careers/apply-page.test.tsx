import { describe, expect, it } from "vitest";
import {
  APPLY_ERROR_CODES,
  APPLY_FIELDS,
  type ApplyError,
  ApplyPage,
  type ApplyValues,
  applyErrorsOf,
  EMPTY_VALUES,
  LOCALES,
} from "../../../web/careers/index.ts";
import { MESSAGES } from "../../../web/careers/messages/index.ts";
import { type Element, elementsOf, only, textOf, visibleText } from "./markup.ts";
import { JOB, TYPED, WORKSPACE } from "./sample-pages.tsx";

function render(
  props: { values?: ApplyValues; errors?: ApplyError[]; locale?: "en" | "zh-CN" } = {},
): string {
  return String(<ApplyPage locale="en" workspace={WORKSPACE} job={JOB} {...props} />);
}
const control = (html: string, name: string): Element => {
  const found = elementsOf(html).find((e) => e.name === "input" && e.attribs.name === name);
  if (!found) throw new Error(`no field ${name}`);
  return found;
};
const byId = (html: string, id: string) => elementsOf(html).find((e) => e.attribs.id === id);

describe("the apply form", () => {
  it("posts the agreed fields to its own address, as multipart", () => {
    const html = render();
    const form = only(html, "form");
    expect(form.attribs).toMatchObject({
      method: "post",
      enctype: "multipart/form-data",
      action: "/careers/north%20wind/jobs/backend-engineer/apply?lang=en",
    });
    const fields = elementsOf(html).filter((e) => e.name === "input");
    expect(fields.map((e) => [e.attribs.name, e.attribs.type])).toEqual([
      ["name", "text"],
      ["email", "email"],
      ["phone", "tel"],
      ["resume", "file"],
      ["manual_reading", "checkbox"],
      ["consent", "checkbox"],
      ["website", "text"],
    ]);
    expect(fields.filter((e) => e.attribs.type === "checkbox").map((e) => e.attribs.value)).toEqual([
      "yes",
      "yes",
    ]);
    expect(fields.filter((e) => "required" in e.attribs).map((e) => e.attribs.name)).toEqual([
      "name",
      "email",
      "resume",
      "consent",
    ]);
  });

  it("lets a browser fill in what it knows, and takes the formats that can be read", () => {
    const html = render();
    expect(["name", "email", "phone"].map((field) => control(html, field).attribs.autocomplete)).toEqual([
      "name",
      "email",
      "tel",
    ]);
    const accept = control(html, "resume").attribs.accept?.split(",");
    for (const ending of [".pdf", ".docx", ".doc", ".rtf", ".odt", ".html", ".txt", ".md"])
      expect(accept).toContain(ending);
    expect(textOf(byId(html, "resume-hint") as Element)).toContain("10\u00a0MB");
  });

  it("keeps the trap away from people: hidden, not focusable, not filled in by browsers", () => {
    const html = render();
    expect(control(html, "website").attribs).toMatchObject({ tabindex: "-1", autocomplete: "off" });
    const trap = elementsOf(html).find((e) => e.attribs.class === "honeypot");
    expect(trap?.attribs["aria-hidden"]).toBe("true");
  });

  it.each(LOCALES)(
    "says in %s that data is taken out, a model or rules rate, and people decide",
    (locale) => {
      const text = visibleText(render({ locale }));
      const told = {
        en: ["personal data", "language model", "fixed rules", "decides"],
        "zh-CN": ["个人信息", "语言模型", "固定规则", "作出决定"],
      };
      for (const words of told[locale]) expect(text).toContain(words);
    },
  );

  it("begins with nothing agreed to and no error", () => {
    const html = render();
    expect(elementsOf(html).filter((e) => "checked" in e.attribs)).toEqual([]);
    expect(html).not.toContain("aria-invalid");
    expect(html).not.toContain('role="alert"');
  });

  it("keeps what was typed when it comes back", () => {
    const html = render({
      values: { ...TYPED, consent: true },
      errors: [{ field: "email", code: "email_invalid" }],
    });
    expect(["name", "email", "phone"].map((field) => control(html, field).attribs.value)).toEqual([
      "Ada Lovelace",
      "ada@",
      "+44 20 7946 0000",
    ]);
    expect("checked" in control(html, "consent").attribs).toBe(true);
    expect("checked" in control(html, "manual_reading").attribs).toBe(true);
  });
});

describe("errors of the form", () => {
  const errors = applyErrorsOf(["consent", "resume", "phone", "email", "name"], EMPTY_VALUES);

  it.each(LOCALES)(
    "stand in a summary first, in the order of the form, each a link to its field (%s)",
    (locale) => {
      const html = render({ errors, locale });
      const summary = elementsOf(html).find((e) => e.attribs.role === "alert");
      expect(summary?.attribs).toMatchObject({ autofocus: "", tabindex: "-1" });
      const links = elementsOf(html).filter(
        (e) => e.attribs.href?.startsWith("#") && e.attribs.href !== "#content",
      );
      expect(links.map((e) => e.attribs.href)).toEqual(["#name", "#email", "#phone", "#resume", "#consent"]);
      expect(links.map(textOf)).toEqual(errors.map(({ code }) => MESSAGES[locale].apply.errors[code]));
      expect(textOf(only(html, "title"))).toMatch(/^(Error: |有误：)/);
    },
  );

  it("stand again at their fields, tied to them and marked in words", () => {
    const html = render({ errors });
    for (const { field, code } of errors) {
      const input = control(html, field);
      expect(input.attribs["aria-invalid"]).toBe("true");
      expect(input.attribs["aria-describedby"]?.split(" ")).toContain(`${field}-error`);
      const message = byId(html, `${field}-error`);
      expect(message && textOf(message)).toBe(`Error: ${MESSAGES.en.apply.errors[code]}`);
    }
  });

  it("mark only the fields that have one", () => {
    const html = render({ errors: [{ field: "email", code: "email_required" }] });
    const marked = elementsOf(html).filter((e) => e.attribs["aria-invalid"] === "true");
    expect(marked.map((e) => e.attribs.name)).toEqual(["email"]);
    expect(control(html, "email").attribs["aria-describedby"]).toBe("email-hint email-error");
    expect(control(html, "resume").attribs["aria-describedby"]).toBe("resume-hint");
  });

  const long = { ...EMPTY_VALUES, name: "x".repeat(201), email: "ada@", phone: "1".repeat(41) };
  it.each<[string, string[], ApplyValues, string | undefined, ApplyError[]]>([
    ["an empty name", ["name"], EMPTY_VALUES, undefined, [{ field: "name", code: "name_required" }]],
    ["a long name", ["name"], long, undefined, [{ field: "name", code: "name_too_long" }]],
    [
      "a blank address",
      ["email"],
      { ...EMPTY_VALUES, email: "  " },
      undefined,
      [{ field: "email", code: "email_required" }],
    ],
    ["half an address", ["email"], long, undefined, [{ field: "email", code: "email_invalid" }]],
    ["a long phone", ["phone"], long, undefined, [{ field: "phone", code: "phone_invalid" }]],
    [
      "no file",
      ["resume"],
      EMPTY_VALUES,
      "validation_failed",
      [{ field: "resume", code: "resume_required" }],
    ],
    ["a large file", [], EMPTY_VALUES, "document_too_large", [{ field: "resume", code: "resume_too_large" }]],
    [
      "another kind of file",
      [],
      EMPTY_VALUES,
      "unsupported_media_type",
      [{ field: "resume", code: "resume_type" }],
    ],
    ["no agreement", ["consent"], EMPTY_VALUES, undefined, [{ field: "consent", code: "consent_required" }]],
    ["a field the form lacks", ["external_id", "manual_reading"], EMPTY_VALUES, undefined, []],
    ["nothing", [], EMPTY_VALUES, "conflict", []],
  ])("are worded from %s", (_, fields, values, problem, expected) => {
    expect(applyErrorsOf(fields, values, problem)).toEqual(expected);
  });

  it("have words for every code, and every field but the choice has a code", () => {
    for (const locale of LOCALES)
      expect(Object.keys(MESSAGES[locale].apply.errors).sort()).toEqual([...APPLY_ERROR_CODES].sort());
    for (const field of APPLY_FIELDS)
      expect(applyErrorsOf([field], EMPTY_VALUES)).toHaveLength(field === "manual_reading" ? 0 : 1);
  });
});
