import { createMessageBatch, env } from "cloudflare:test";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Ctx } from "../../workers/context.ts";
import { jobInput } from "../../workers/jobs/schema.ts";
import { createJob } from "../../workers/jobs/write-jobs.ts";
import { consumePipeline } from "../../workers/pipeline/consume.ts";
import { byJob } from "../../workers/pipeline/job-order.ts";
import { evaluateMessage } from "../../workers/pipeline/messages.ts";
import { sweep } from "../../workers/pipeline/sweep.ts";
import { createInference } from "../../workers/routing/client.ts";
import { englishJob } from "../support/jobs.ts";
import { recordedFetch } from "../support/recorded-inference.ts";
import { scriptedModel } from "../support/scripted-model.ts";
import { applyForm, makeWorld } from "../support/world.ts";

/** How often the job changes on the way through a list. */
const changes = (jobs: readonly string[]) => jobs.filter((job, at) => at > 0 && jobs[at - 1] !== job).length;

/** Applications to two jobs in turns, read and waiting for the model. */
async function twoJobs() {
  const world = await makeWorld();
  const { fetch } = recordedFetch(scriptedModel({}));
  world.setInference(createInference({ url: "http://gpu.test", model: "tiny", apiKey: null, fetch }));
  const other = jobInput.parse({ ...englishJob, slug: "data-engineer", state: "published" });
  const jobs = [world.jobId, await createJob(world.ctx, world.workspaceId, other)] as const;
  const jobOf = new Map<string, string>();
  for (let n = 0; n < 6; n++) {
    const job = jobs[n % 2]!;
    const path = `/v1/public/jobs/${job}/applications`;
    const answer = await world.request(path, { method: "POST", key: null, body: applyForm() });
    jobOf.set((await answer.json<{ id: string }>()).id, job);
  }
  const due = world.queue.splice(0);
  await consumePipeline(world.ctx, batchOf(due));
  return { world, jobOf, evaluations: world.queue.splice(0) as { application_id: string }[] };
}

const batchOf = (bodies: unknown[]) =>
  createMessageBatch(
    "pipeline",
    bodies.map((body, n) => ({ id: `m${n}`, timestamp: new Date(0), attempts: 1, body })),
  );

/** The context, with the order in which applications are claimed. */
function watched(ctx: Ctx, jobOf: ReadonlyMap<string, string>) {
  const claimed: string[] = [];
  const db = new Proxy(ctx.db, {
    get(target, name) {
      if (name !== "batch") return Reflect.get(target, name);
      return (statements: Parameters<Ctx["db"]["batch"]>[0]) => {
        const [first] = statements;
        const { sql, params } = (first as unknown as { toSQL(): { sql: string; params: unknown[] } }).toSQL();
        const id = params.find((value) => jobOf.has(String(value)));
        const claims = sql.startsWith("update") && sql.includes("lease_until");
        if (claims && id !== undefined && !claimed.includes(String(id))) claimed.push(String(id));
        return target.batch(statements);
      };
    },
  });
  return { ctx: { ...ctx, db }, jobs: () => claimed.map((id) => jobOf.get(id)!) };
}

describe("evaluations that come together", () => {
  it("are begun job by job, though they came in turns", async () => {
    const { world, jobOf, evaluations } = await twoJobs();
    expect(changes(evaluations.map(({ application_id }) => jobOf.get(application_id)!))).toBe(5);
    const { ctx, jobs } = watched(world.ctx, jobOf);
    await consumePipeline(ctx, batchOf(evaluations));
    expect([jobs().length, changes(jobs())]).toEqual([6, 1]);
    const left = await env.DB.prepare(
      "SELECT count(*) AS n FROM application WHERE workspace_id = ? AND state <> 'evaluated'",
    )
      .bind(world.workspaceId)
      .first("n");
    expect(left).toBe(0);
  });

  it("are handed out again job by job after their messages were lost", async () => {
    const { world, jobOf } = await twoJobs();
    world.clock.at += 60_001;
    await sweep(world.ctx);
    const sent = (world.queue as { application_id: string }[]).flatMap(
      ({ application_id }) => jobOf.get(application_id) ?? [],
    );
    expect([sent.length, changes(sent)]).toEqual([6, 1]);
  });

  it("lose nothing with messages that are none, or for somebody who is gone", async () => {
    const { world, jobOf, evaluations } = await twoJobs();
    const { ctx, jobs } = watched(world.ctx, jobOf);
    const gone = evaluateMessage(world.workspaceId, "app_gone");
    await consumePipeline(ctx, batchOf([{ v: 9 }, ...evaluations, gone, "?"]));
    expect([jobs().length, changes(jobs())]).toEqual([6, 1]);
  });
});

describe("an order by job", () => {
  it("keeps everything, once, each job in one piece and in the order of its own", () => {
    const thing = fc.record({ job: fc.constantFrom("a", "b", "c"), n: fc.nat() });
    fc.assert(
      fc.property(fc.array(thing), (things) => {
        const ordered = byJob(things, ({ job }) => job);
        expect(changes(ordered.map(({ job }) => job))).toBe(
          Math.max(0, new Set(things.map(({ job }) => job)).size - 1),
        );
        for (const job of ["a", "b", "c"])
          expect(ordered.filter((one) => one.job === job)).toEqual(things.filter((one) => one.job === job));
        expect(ordered[0]).toBe(things[0]);
      }),
    );
  });
});
