import { describe, expect, it } from "vitest";
import { redact } from "../../workers/redaction/redact.ts";
import type { SubjectHints } from "../../workers/redaction/types.ts";

const remaining = (text: string, hints: SubjectHints = {}): string => redact(text, hints).redaction.text;

describe("the applicant's name in the heading", () => {
  it.each([
    ["alone", "Priya Okonkwo\nBackend Engineer", "[NAME]\nBackend Engineer"],
    ["in capitals", "PRIYA OKONKWO\nBackend Engineer", "[NAME]\nBackend Engineer"],
    ["with a title and degrees", "Dr. Priya Okonkwo, PhD\nLagos", "[NAME], PhD\nLagos"],
    ["before a job", "Priya Okonkwo - Senior Backend Engineer", "[NAME] - Senior Backend Engineer"],
    ["behind the document's title", "Curriculum Vitae – Priya Okonkwo", "Curriculum Vitae – [NAME]"],
    ["below the document's title", "RESUME\n\nPriya Okonkwo\nLagos", "RESUME\n\n[NAME]\nLagos"],
    ["with particles", "Maria de la Cruz van den Berg\nLisbon", "[NAME]\nLisbon"],
    ["with an initial", "John Q. Public\nAustin, TX", "[NAME]\nAustin, TX"],
    [
      "in lower case, confirmed by an address",
      "priya okonkwo\npriya.okonkwo@example.com",
      "[NAME]\n[EMAIL_1]",
    ],
    ["in Chinese", "欧阳娜娜\n求职意向：产品经理", "[NAME]\n求职意向：产品经理"],
    ["in Japanese without a blank", "鈴木一郎\n職務要約", "[NAME]\n職務要約"],
    ["in Korean", "홍길동\n백엔드 개발자", "[NAME]\n백엔드 개발자"],
  ])("is found %s", (_name, text, wanted) => {
    expect(remaining(text)).toBe(wanted);
  });

  it.each([
    "Senior Software Engineer\nNorthwind Grid, Lagos",
    "Professional Summary\nSeasoned backend engineer",
    "Machine Learning\nDeep Learning",
    "高级工程师\n项目经历",
    "이력서\n경력사항",
    "職務経歴書\n職務要約",
  ])("is not seen in %s", (text) => {
    expect(remaining(text)).toBe(text);
  });
});

describe("what is known of the applicant from elsewhere", () => {
  const text = "Experience\nOkonkwo led the team; see Priya_Okonkwo_CV.pdf; ring 0049 (30) 901 82 00.";

  it("takes out every mention of the name", () => {
    expect(remaining(text, { name: "Priya Okonkwo" })).toContain("[NAME] led the team; see [NAME]_CV.pdf");
  });

  it("takes out the phone however it is written", () => {
    expect(remaining(text, { phone: "+49 30 9018200" })).not.toContain("901");
  });

  it("takes out the e-mail address without its at sign's usual company", () => {
    expect(remaining("Experience\nreach PRIYA@INTRANET there", { email: "priya@intranet" })).toBe(
      "Experience\nreach [EMAIL_1] there",
    );
  });

  it("reads a name out of the file's name", () => {
    expect(remaining("工作经历\n林若溪负责后端", { fileName: "林若溪_简历.pdf" })).toBe(
      "工作经历\n[NAME]负责后端",
    );
  });

  it("finds the résumé's own name although the hints hold another", () => {
    expect(remaining("Priya Okonkwo\nLagos", { name: "Jane Roe" })).toBe("[NAME]\nLagos");
  });
});

describe("mentions of the applicant", () => {
  it.each([
    ["the family name alone", "Okonkwo led it.", "[NAME] led it."],
    ["the given name alone", "Thanks to Priya we shipped.", "Thanks to [NAME] we shipped."],
    ["the inverted name", "Okonkwo, Priya (2020)", "[NAME] (2020)"],
    ["the family name with an initial", "P. Okonkwo et al.", "[NAME] et al."],
    ["a gendered title", "Ms. Okonkwo led it.", "[NAME] led it."],
    ["the genitive", "Okonkwo's team", "[NAME]'s team"],
    ["a file's name", "priya_okonkwo_resume.pdf", "[NAME]_resume.pdf"],
    ["the words run together", "PriyaOkonkwo.pdf", "[NAME].pdf"],
  ])("are found as %s", (_name, mention, wanted) => {
    expect(remaining(`Priya Okonkwo\nExperience\n${mention}`)).toBe(`[NAME]\nExperience\n${wanted}`);
  });

  it.each([
    ["a company", "Hale Robotics Inc. hired", "Maya Hale"],
    ["a university", "University of Hale", "Maya Hale"],
    ["a product", "Jordan Framework", "Jordan Sumner"],
    ["a month", "in May 2020", "May Sumner"],
    ["a Japanese maker", "株式会社佐藤製作所に入社", "佐藤 花子"],
  ])("leave %s alone", (_name, text, name) => {
    expect(remaining(`${name}\nExperience\n${text}`)).toContain(text);
  });
});
