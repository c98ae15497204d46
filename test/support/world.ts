/** A workspace of its own for each test, on the real D1 and R2 of the runtime, with a clock that the test moves. */
import { applyD1Migrations, createExecutionContext, env } from "cloudflare:test";
import { createWorkspace } from "../../db/seed.ts";
import { createApp } from "../../workers/app.ts";
import { type Ctx, createContext } from "../../workers/context.ts";
import { createApiKey } from "../../workers/http/api-keys.ts";
import { ALL_SCOPES, type Scope } from "../../workers/http/scopes.ts";
import { jobInput } from "../../workers/jobs/schema.ts";
import { createJob } from "../../workers/jobs/write-jobs.ts";
import { pipelineMessage } from "../../workers/pipeline/messages.ts";
import { processMessage } from "../../workers/pipeline/process.ts";
import type { InferencePools, Pool } from "../../workers/routing/pools.ts";
import type { Inference } from "../../workers/routing/types.ts";
import { englishJob } from "./jobs.ts";

export interface World {
  ctx: Ctx;
  workspaceId: string;
  slug: string;
  memberId: string;
  jobId: string;
  /** The first member's own key, with every scope. */
  key: string;
  clock: { at: number };
  /** Messages that were sent and not yet worked off. */
  queue: unknown[];
  /** Makes the model tier come and go: one server for everything, or pools of their own. */
  setInference(inference: Inference | InferencePools | null): void;
  request(path: string, init?: RequestInit & { key?: string | null }): Promise<Response>;
  keyWith(
    scopes: Scope[],
    over?: { expires_at?: number | null; personal?: boolean },
  ): Promise<{ id: string; key: string }>;
  apply(
    over?: Partial<ApplyInput>,
  ): Promise<{ status: number; body: { id: string; status_url: string; status_token: string } }>;
  /** Works off the queue, messages that follow included. */
  drain(): Promise<void>;
}

export interface ApplyInput {
  name: string;
  email: string;
  file: { name: string; bytes: Uint8Array | string };
  fields: Record<string, string>;
}

let migrated: Promise<void> | undefined;
let worlds = 0;

export async function makeWorld(): Promise<World> {
  migrated ??= applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
  await migrated;
  // The model tier is everybody's: a world begins without a word against it.
  await env.DB.exec("DELETE FROM model_tier");
  const clock = { at: Date.UTC(2026, 10, 23, 9, 0, 0) };
  const queue: unknown[] = [];
  let inference: InferencePools | null = null;
  const pipeline = {
    send: async (body: unknown) => void queue.push(body),
    sendBatch: async (messages: Iterable<{ body: unknown }>) =>
      void queue.push(...[...messages].map(({ body }) => body)),
  } as unknown as Queue;
  const contextOf = (bindings: Cloudflare.Env): Ctx =>
    createContext(bindings, { now: () => clock.at, pipeline, inference, log: () => undefined });
  const ctx = () => contextOf(env);
  const slug = `world-${++worlds}-${crypto.randomUUID().slice(0, 8)}`;
  const made = await createWorkspace(ctx(), { slug, name: "Test workspace", member: "Test member" });
  const jobId = await createJob(
    ctx(),
    made.workspace_id,
    jobInput.parse({ ...englishJob, state: "published" }),
  );
  const app = createApp((bindings) => contextOf(bindings as Cloudflare.Env));
  const world: World = {
    get ctx() {
      return ctx();
    },
    workspaceId: made.workspace_id,
    slug,
    memberId: made.member_id,
    jobId,
    key: made.api_key,
    clock,
    queue,
    setInference: (next) => {
      inference = next !== null && "complete" in next ? oneServer(next) : next;
    },
    request: async (path, { key = made.api_key, ...init } = {}) => {
      const headers = new Headers(init.headers);
      if (key !== null) headers.set("authorization", `Bearer ${key}`);
      if (typeof init.body === "string" && !headers.has("content-type"))
        headers.set("content-type", "application/json");
      const request = new Request(`http://candor.test${path}`, { redirect: "manual", ...init, headers });
      return app.fetch(request, env, createExecutionContext());
    },
    keyWith: (scopes, { expires_at = null, personal = false } = {}) =>
      createApiKey(ctx(), made.workspace_id, ALL_SCOPES, {
        name: "test key",
        scopes,
        expires_at,
        member_id: personal ? made.member_id : null,
      }),
    apply: async (over = {}) => {
      const response = await world.request(`/v1/public/jobs/${jobId}/applications`, {
        method: "POST",
        key: null,
        body: applyForm(over),
      });
      return { status: response.status, body: await response.json() };
    },
    drain: async () => {
      for (let message = queue.shift(); message !== undefined; message = queue.shift()) {
        await processMessage(ctx(), pipelineMessage.parse(message));
      }
    },
  };
  return world;
}

/** A server for what has ordinary length, as `INFERENCE_URL` alone configures it. */
export function oneServer(inference: Inference, context = 16_384): InferencePools {
  const server = (pool: Pool) => ({ pool, tier: "batch", context, inference }) as const;
  return { batch: server("batch"), interactive: server("interactive") };
}

export const RESUME = `Ada Example
ada.example@example.org
+44 20 7946 0958

Experience
Backend engineer, Northwind Grid, 2018 - 2024
Built payment services in Go and PostgreSQL on Kubernetes, 40,000 requests a second.

Education
BSc Computer Science, University of Leeds, 2014 - 2018

Skills
Go, PostgreSQL, Kubernetes, Kafka
`;

export function applyForm(over: Partial<ApplyInput> = {}): FormData {
  const form = new FormData();
  form.set("name", over.name ?? "Ada Example");
  form.set("email", over.email ?? `ada-${crypto.randomUUID().slice(0, 8)}@example.org`);
  form.set("consent", "yes");
  for (const [field, value] of Object.entries(over.fields ?? {})) form.set(field, value);
  const file = over.file ?? { name: "resume.txt", bytes: RESUME };
  form.set("resume", new File([file.bytes], file.name));
  return form;
}
