/** One file to read, with what a person sees in it. */
export interface Case {
  id: string;
  path: string;
  /** Lower-case ending of the file's name. */
  format: string;
  half: string;
  locale: string;
  layout: string;
  /** Whether the file's content stream follows the reading order. */
  stream: "in order" | "scrambled" | "-";
  /** The visible text, in each order that counts as right. */
  golds: readonly [string, ...string[]];
  /** A sentence that is in the file and not on its pages. */
  hidden: string | null;
}

/** What one tool made of some files. */
export interface Reading {
  tool: string;
  version: string;
  /** Text by id of the case; null where the tool gave up. */
  texts: Map<string, string | null>;
  /** CPU time (user and system) for all of them. */
  cpuMs: number;
}

/** A tool, or why it cannot be had. */
export type Reader = {
  tool: string;
  formats: readonly string[];
  read(cases: readonly Case[]): Promise<Reading>;
};
