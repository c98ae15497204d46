/** Made-up applications, the same for the same seed, no two alike. */
import { strToU8 } from "fflate";
import { docxOf } from "../../bench/uploads.ts";
import { pick, type Random, sample } from "./random.ts";
import { RESUME_LANGUAGES, type ResumeLanguage, VOCABULARIES, type Vocabulary } from "./vocabulary.ts";

export interface Applicant {
  name: string;
  email: string;
  language: ResumeLanguage;
  file: { name: string; bytes: Uint8Array };
}

export function makeApplicant(random: Random, seed: number, index: number): Applicant {
  const language = pick(random, RESUME_LANGUAGES);
  const words: Vocabulary = VOCABULARIES[language];
  const name = words.name(pick(random, words.given), pick(random, words.family));
  const email = `chaos-${seed}-${index}@example.com`;
  return {
    name,
    email,
    language,
    file: fileOf(resumeText(random, words, name, email, index), language, random(), index),
  };
}

function resumeText(random: Random, words: Vocabulary, name: string, email: string, index: number): string {
  const { labels } = words;
  const latest = 2015 + Math.floor(random() * 9);
  const posts = Array.from({ length: 1 + Math.floor(random() * 3) }, (_, back) => {
    const from = latest - 3 * back;
    const duties = sample(random, words.duties, 2).map(
      // A version that nobody else has: the lines stay apart when name and address have been taken out.
      (duty) => `- ${duty} (${sample(random, words.skills, 2).join(", ")}, v${index + 1}.0)`,
    );
    return [
      `${from}.04 - ${from + 3}.03  ${pick(random, words.employers)}  ${pick(random, words.roles)}`,
      ...duties,
    ].join("\n");
  });
  return [
    name,
    `${labels.email}: ${email}`,
    labels.experience,
    ...posts,
    labels.education,
    `2008 - 2012  ${pick(random, words.degree)}`,
    labels.skills,
    sample(random, words.skills, 5).join(", "),
    labels.languages,
    pick(random, words.spoken),
    "",
  ].join("\n");
}

/** Eight of ten as text, one as DOCX, one as PDF where its built-in font has the letters. */
function fileOf(text: string, language: ResumeLanguage, share: number, index: number): Applicant["file"] {
  if (share < 0.1) return { name: `cv-${index}.docx`, bytes: docxOf(text) };
  const latin = language === "en" || language === "de";
  if (share < 0.2 && latin) return { name: `cv-${index}.pdf`, bytes: pdfOf(text) };
  return { name: `cv-${index}.txt`, bytes: strToU8(text) };
}

/** One page in Helvetica with WinAnsiEncoding (ISO 32000-1, 9.6.2), lines 16 points apart. */
function pdfOf(text: string): Uint8Array {
  const shown = text.split("\n").map((line) => `(${line.replace(/[\\()]/g, "\\$&")}) Tj T*`);
  const content = `BT /F1 10 Tf 16 TL 50 800 Td ${shown.join("\n")} ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ];
  let file = "%PDF-1.7\n";
  const offsets = objects.map((body, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join("")}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}
