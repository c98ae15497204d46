/**
 * The hash chain of a workspace's record. Pure: anyone can recompute it from an export.
 *
 * content_hash = SHA-256 of the entry's canonical JSON; chain_hash = SHA-256(previous chain_hash, seq, content_hash),
 * joined by line feeds. The first entry's predecessor is 64 zeros.
 */
import { sha256Hex } from "../secrets.ts";

export const GENESIS = "0".repeat(64);

export interface AuditContent {
  workspace_id: string;
  id: string;
  actor: string;
  action: string;
  subject: string;
  detail: Record<string, unknown>;
  /** Milliseconds since 1970. */
  created_at: number;
}

export interface ChainHead {
  seq: number;
  chain_hash: string | null;
}

/** JSON with the keys of every object in code-unit order, no white space (the core of RFC 8785). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(",")}}`;
  }
  return JSON.stringify(value);
}

export const contentHash = ({
  workspace_id,
  id,
  actor,
  action,
  subject,
  detail,
  created_at,
}: AuditContent): Promise<string> =>
  sha256Hex(canonicalJson({ workspace_id, id, actor, action, subject, detail, created_at }));

export const chainHash = (previous: string, seq: number, content: string): Promise<string> =>
  sha256Hex(`${previous}\n${seq}\n${content}`);
