import type { JobBrief } from "./messages.ts";
import type { ModelCall } from "./model-call.ts";
import type { Finding, Line, StoredRubric, Usage } from "./types.ts";

/** What there is to judge. */
export interface Material {
  job: JobBrief;
  rubric: StoredRubric;
  lines: Line[];
  /** When the application came in, milliseconds: "until today" means then, so a repeated evaluation says the same. */
  received_at: number;
}

/** Month of a material, as the judge is told it: `2026-11`. */
export const monthOf = ({ received_at }: Pick<Material, "received_at">): string =>
  new Date(received_at).toISOString().slice(0, 7);

/** What an engine answers. */
export interface Verdict {
  engine: "vllm" | "rules";
  findings: Finding[];
  model: string | null;
  prompt_version: string | null;
  seed: number | null;
  usage: Usage;
  calls: ModelCall[];
}
