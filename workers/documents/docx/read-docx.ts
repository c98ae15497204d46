import type { RawDocument } from "../assemble.ts";
import type { Detectors } from "../detectors.ts";
import type { ReadLimits } from "../limits.ts";
import type { DocumentFlag, HiddenText } from "../types.ts";
import { Unreadable } from "../unreadable.ts";
import { characterBudget } from "../visible-lines.ts";
import { xmlReader } from "../xml.ts";
import type { Package } from "../zip/package.ts";
import { readStory, type StoryContext } from "./story.ts";
import { readStyles } from "./styles.ts";
import { WORD_NAMESPACES } from "./wordprocessing.ts";

const MAIN_TYPE = /wordprocessingml\.(document|template)\.main\+xml$/;
const MACRO_TYPE = /macroEnabled/i;

/** Reads `[Content_Types].xml`, and finds the main part. @throws Unreadable `unsupported_type` */
function mainPart(container: Package, limits: ReadLimits): string {
  let main: string | null = null;
  let macros = container.names.some((name) => /vba(Project|Data)/i.test(name));
  const reader = xmlReader(
    {
      open(_, attributes) {
        const type = attributes.ContentType ?? "";
        macros ||= MACRO_TYPE.test(type);
        if (MAIN_TYPE.test(type) && attributes.PartName) main ??= attributes.PartName.replace(/^\//, "");
      },
      close() {},
      text() {},
    },
    WORD_NAMESPACES,
    limits,
  );
  container.stream("[Content_Types].xml", (chunk) => reader.write(chunk));
  reader.end();
  if (macros) throw new Unreadable("unsupported_type", "a document with macros");
  const part = main ?? (container.has("word/document.xml") ? "word/document.xml" : null);
  if (part === null) throw new Unreadable("unsupported_type", "an Office file that is not a Word document");
  if (!container.has(part)) throw new Unreadable("damaged", "the main part is missing");
  return part;
}

/** Targets outside the file that Word would fetch by itself; links that a person clicks are not among them. */
function externalReferences(container: Package, limits: ReadLimits): string[] {
  const found = new Set<string>();
  for (const part of container.names.filter((name) => name.endsWith(".rels"))) {
    const reader = xmlReader(
      {
        open(_, attributes) {
          const type = attributes.Type?.split("/").at(-1) ?? "";
          if (attributes.TargetMode === "External" && type !== "hyperlink") found.add(type);
        },
        close() {},
        text() {},
      },
      WORD_NAMESPACES,
      limits,
    );
    container.stream(part, (chunk) => reader.write(chunk));
    reader.end();
  }
  return [...found].sort();
}

function flags(container: Package, limits: ReadLimits): DocumentFlag[] {
  const result: DocumentFlag[] = [];
  const external = externalReferences(container, limits);
  if (external.length > 0) result.push({ code: "external_reference", detail: external.join(", ") });
  const active = container.names.filter((name) => /^word\/(activeX|embeddings|afchunk)/i.test(name));
  if (active.length > 0) result.push({ code: "active_content", detail: `${active.length} embedded parts` });
  return result;
}

/** Pictures or filled shapes that may lie behind text boxes. */
function isPainted(container: Package, part: string): boolean {
  const decoder = new TextDecoder();
  let painted = false;
  container.stream(part, (chunk) => {
    painted ||= /<(pic:pic|a:solidFill|a:gradFill|v:imagedata|v:fill)\b|fillcolor=/.test(
      decoder.decode(chunk),
    );
  });
  return painted;
}

/** Repeated headers (first page, even pages) are read once. */
function distinctStories(parts: readonly string[], context: StoryContext): string[] {
  const stories = new Map<string, string>();
  for (const part of parts) {
    const text = readStory(part, context).join("\n");
    const key = text.replace(/\s+/g, "");
    if (key !== "" && !stories.has(key)) stories.set(key, text);
  }
  return [...stories.values()];
}

/**
 * Reads a DOCX: headers, body, footnotes, footers; tables by rows, text boxes after the paragraph that
 * anchors them. Deleted text, comments, field codes and hidden runs are not part of the text.
 * @throws Unreadable
 */
export function readDocx(container: Package, limits: ReadLimits, detectors: Detectors): RawDocument {
  const main = mainPart(container, limits);
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const hidden: HiddenText[] = [];
  const context: StoryContext = {
    container,
    styles: readStyles(container, `${folder}styles.xml`, limits),
    limits,
    detectors,
    painted: isPainted(container, main),
    hidden,
    count: characterBudget(limits),
  };
  const named = (pattern: RegExp) =>
    container.names
      .filter((name) => name.startsWith(folder) && pattern.test(name.slice(folder.length)))
      .sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  const body = readStory(main, context).join("\n");
  const parts = [
    ...distinctStories(named(/^header\d*\.xml$/), context),
    body,
    ...distinctStories(named(/^diagrams\/data\d*\.xml$/), context),
    ...distinctStories(named(/^(footnotes|endnotes)\.xml$/), context),
    ...distinctStories(named(/^footer\d*\.xml$/), context),
  ];
  const comments: HiddenText[] = named(/^comments\.xml$/).map((part) => ({
    text: readStory(part, { ...context, hidden: [] }).join("\n"),
    technique: "comment",
    page: null,
  }));
  hidden.push(...comments);
  return { format: "docx", pages: 1, text: parts.join("\n\n"), hidden, flags: flags(container, limits) };
}
