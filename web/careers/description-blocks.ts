/** A job description is plain text. This gives it back as blocks, for the page and for the structured data. */

export type DescriptionBlock =
  | { kind: "paragraph"; lines: string[] }
  /** A short line ending in a colon straight above bullets: it names the list. */
  | { kind: "lead"; text: string }
  | { kind: "bullets"; items: string[] };

const BULLET = /^\s*- +/;
const LEAD = /^.{1,80}[:：]$/u;

/**
 * Splits at blank lines and between prose and bullets. An indented line below a bullet continues it.
 * @param text plain text; blank line between paragraphs, "- " before a bullet
 */
export function parseDescription(text: string): DescriptionBlock[] {
  const blocks: DescriptionBlock[] = [];
  let open: DescriptionBlock | null = null;
  const begin = (block: DescriptionBlock) => {
    blocks.push(block);
    open = block;
  };
  for (const line of text.split(/\r\n|\r|\n/)) {
    // Read through a constant: the assignment inside `begin` is out of the compiler's sight.
    const current = open as DescriptionBlock | null;
    const words = line.trim();
    if (words === "") {
      // Bullets with blank lines between them are still one list.
      if (current?.kind !== "bullets") open = null;
    } else if (BULLET.test(line)) {
      const item = line.replace(BULLET, "").trim();
      if (current?.kind === "bullets") current.items.push(item);
      else begin({ kind: "bullets", items: [item] });
    } else if (current?.kind === "bullets" && /^\s{2,}/.test(line)) {
      current.items.push(`${current.items.pop() ?? ""} ${words}`.trim());
    } else if (current?.kind === "paragraph") {
      current.lines.push(words);
    } else {
      begin({ kind: "paragraph", lines: [words] });
    }
  }
  return blocks.map((block, index) => nameList(block, blocks[index + 1]));
}

function nameList(block: DescriptionBlock, next: DescriptionBlock | undefined): DescriptionBlock {
  const only = block.kind === "paragraph" && block.lines.length === 1 ? block.lines[0] : undefined;
  if (only === undefined || next?.kind !== "bullets" || !LEAD.test(only)) return block;
  return { kind: "lead", text: only.slice(0, -1).trim() };
}
