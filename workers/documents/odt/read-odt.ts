import type { RawDocument } from "../assemble.ts";
import type { Detectors } from "../detectors.ts";
import type { ReadLimits } from "../limits.ts";
import type { DocumentFlag } from "../types.ts";
import { Unreadable } from "../unreadable.ts";
import { characterBudget } from "../visible-lines.ts";
import { xmlReader } from "../xml.ts";
import type { Package } from "../zip/package.ts";
import { OdtContent } from "./content.ts";
import { ODF_NAMESPACES } from "./open-document.ts";
import { createStyles } from "./styles.ts";

function feed(container: Package, part: string, content: OdtContent, limits: ReadLimits): void {
  const reader = xmlReader(content, ODF_NAMESPACES, limits);
  container.stream(part, (chunk) => reader.write(chunk));
  reader.end();
}

function flags(container: Package): DocumentFlag[] {
  const active = container.names.filter(
    (name) =>
      /^(Basic|Scripts)\/.+\.(xlb|xml|py|js|bsh)$/i.test(name) && !/\/(script|dialog)-l[cb]\.xml$/.test(name),
  );
  const embedded = container.names.filter((name) => /^Object[ \d]*(\/content\.xml)?$/.test(name));
  const parts = [...active, ...embedded];
  return parts.length > 0
    ? [{ code: "active_content", detail: `${parts.length} scripts or embedded objects` }]
    : [];
}

/**
 * Reads an OpenDocument text: headers, body, notes, footers. Tracked deletions, annotations and hidden
 * sections are not part of the text.
 * @throws Unreadable
 */
export function readOdt(container: Package, limits: ReadLimits, detectors: Detectors): RawDocument {
  if (/encryption-data/.test(container.text("META-INF/manifest.xml") ?? "")) {
    throw new Unreadable("encrypted", "the document needs a password");
  }
  if (!container.has("content.xml")) throw new Unreadable("damaged", "the content is missing");
  const styles = createStyles();
  const count = characterBudget(limits);
  const page = new OdtContent(styles, count, detectors);
  if (container.has("styles.xml")) feed(container, "styles.xml", page, limits);
  const body = new OdtContent(styles, count, detectors);
  feed(container, "content.xml", body, limits);
  const distinct = (lines: readonly string[]) => [...new Set(lines)].join("\n");
  const parts = [
    distinct(page.headers),
    body.lines().join("\n"),
    body.notes.join("\n"),
    distinct(page.footers),
  ];
  return {
    format: "odt",
    pages: 1,
    text: parts.filter((part) => part.trim() !== "").join("\n\n"),
    hidden: [...page.hidden, ...body.hidden],
    flags: flags(container),
  };
}
