import { eq } from "drizzle-orm";
import { commit } from "../workers/audit/commit.ts";
import type { Ctx } from "../workers/context.ts";
import { apiKeyHash, apiKeyPrefix, makeApiKey } from "../workers/http/api-key.ts";
import { ALL_SCOPES } from "../workers/http/scopes.ts";
import { jobInput } from "../workers/jobs/schema.ts";
import { createJob } from "../workers/jobs/write-jobs.ts";
import { DEMO_JOBS } from "./demo.ts";
import { apiKey, job, member, workspace } from "./schema/index.ts";

export interface Seeded {
  workspace: { id: string; slug: string; name: string };
  /** A member's own key with every scope. */
  api_key: string;
  jobs: { id: string; slug: string; title: string; language: string }[];
}

/** Makes a workspace with a first member and a key for them. @throws ConstraintViolation when the slug is taken. */
export async function createWorkspace(
  ctx: Ctx,
  input: { slug: string; name: string; member: string },
): Promise<{ workspace_id: string; member_id: string; api_key: string }> {
  const workspace_id = ctx.id("workspace");
  const member_id = ctx.id("member");
  const made = await newKey(ctx, workspace_id, member_id, "First key");
  const at = ctx.now();
  await commit(ctx, {
    workspaceId: workspace_id,
    head: { seq: 0, chain_hash: null },
    statements: [
      ctx.db
        .insert(workspace)
        .values({ id: workspace_id, slug: input.slug, name: input.name, created_at: at }),
      ctx.db.insert(member).values({ id: member_id, workspace_id, name: input.member, created_at: at }),
      ctx.db.insert(apiKey).values(made.row),
    ],
    audit: [
      {
        action: "workspace.created",
        subject: workspace_id,
        detail: { slug: input.slug, member_id, key_id: made.row.id },
      },
    ],
  });
  return { workspace_id, member_id, api_key: made.key };
}

/**
 * The demo workspace: two published jobs with rubrics, one Chinese, one English. A second run adds only what is
 * missing, and keeps `knownKey` when that still works.
 */
export async function seedDemo(ctx: Ctx, knownKey: string | null): Promise<Seeded> {
  const [existing] = await ctx.db.select().from(workspace).where(eq(workspace.slug, "demo"));
  const created =
    existing === undefined
      ? await createWorkspace(ctx, { slug: "demo", name: "Candor Demo", member: "Demo recruiter" })
      : null;
  const workspaceId = existing?.id ?? created!.workspace_id;
  const key = created?.api_key ?? (await workingKey(ctx, workspaceId, knownKey));
  const before = await ctx.db.select({ slug: job.slug }).from(job).where(eq(job.workspace_id, workspaceId));
  const slugs = new Set(before.map((row) => row.slug));
  for (const { rubric, ...fields } of DEMO_JOBS.filter((one) => !slugs.has(one.slug))) {
    await createJob(ctx, workspaceId, jobInput.parse({ ...fields, state: "published", rubric }));
  }
  const jobs = await ctx.db
    .select({ id: job.id, slug: job.slug, title: job.title, language: job.language })
    .from(job)
    .where(eq(job.workspace_id, workspaceId));
  return {
    workspace: { id: workspaceId, slug: "demo", name: existing?.name ?? "Candor Demo" },
    api_key: key,
    jobs,
  };
}

async function workingKey(ctx: Ctx, workspaceId: string, known: string | null): Promise<string> {
  if (known !== null) {
    const [row] = await ctx.db
      .select()
      .from(apiKey)
      .where(eq(apiKey.hash, await apiKeyHash(known)));
    if (row !== undefined && row.workspace_id === workspaceId && row.revoked_at === null) return known;
  }
  const [person] = await ctx.db
    .select({ id: member.id })
    .from(member)
    .where(eq(member.workspace_id, workspaceId));
  const made = await newKey(ctx, workspaceId, person?.id ?? null, "Demo key");
  await commit(ctx, {
    workspaceId,
    statements: [ctx.db.insert(apiKey).values(made.row)],
    audit: [{ action: "api_key.created", subject: made.row.id, detail: { scopes: ALL_SCOPES } }],
  });
  return made.key;
}

async function newKey(ctx: Ctx, workspace_id: string, member_id: string | null, name: string) {
  const key = await makeApiKey(ctx.random(96));
  const row = {
    id: ctx.id("api_key"),
    workspace_id,
    member_id,
    name,
    prefix: apiKeyPrefix(key),
    hash: await apiKeyHash(key),
    scopes: [...ALL_SCOPES],
    created_at: ctx.now(),
  };
  return { key, row };
}
