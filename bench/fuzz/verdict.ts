import { LIMIT_REASON } from "../../workers/documents/limits.ts";
import { readDocument } from "../../workers/documents/read.ts";
import { UNREADABLE_REASONS } from "../../workers/documents/types.ts";

/** What became of an input: `read`, one of the reader's reasons, or an error that is none of them. */
export interface Verdict {
  outcome: string;
  /** The error, when it is not typed. */
  untyped: string | null;
}

const REASONS: ReadonlySet<string> = new Set([...UNREADABLE_REASONS, ...Object.values(LIMIT_REASON)]);

/** Reads one input; anything that the reader throws is a finding. */
export async function verdictOf(bytes: Uint8Array): Promise<Verdict> {
  try {
    const result = await readDocument(bytes);
    if (result.ok) {
      const { text, hidden } = result.document;
      const whole = typeof text === "string" && text !== "" && hidden.every((entry) => entry.text !== "");
      return { outcome: "read", untyped: whole ? null : "a document without text, or an empty hidden text" };
    }
    const known = REASONS.has(result.reason);
    return { outcome: result.reason, untyped: known ? null : `unknown reason ${result.reason}` };
  } catch (error) {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const place = error instanceof Error ? (error.stack?.split("\n")[1]?.trim() ?? "") : "";
    return { outcome: "untyped", untyped: `${text} ${place}`.trim() };
  }
}
