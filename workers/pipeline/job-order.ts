import { inArray } from "drizzle-orm";
import { application } from "../../db/schema/index.ts";
import type { Ctx } from "../context.ts";
import { pipelineMessage } from "./messages.ts";

/** Things of one job together, the jobs in the order in which they first come. */
export const byJob = <T>(things: readonly T[], jobOf: (thing: T) => string | undefined): T[] =>
  [...Map.groupBy(things, jobOf).values()].flat();

/**
 * The evaluations of a batch, those of one job one after another: they begin with the same job and rubric, and a small
 * card keeps few of those in its cache. Messages carry ids only, so the jobs are looked up, all in one query; without
 * an answer to that the order stays.
 */
export async function inJobOrder(ctx: Ctx, messages: readonly Message[]): Promise<Message[]> {
  // Two are in order however they come.
  if (messages.length < 3) return [...messages];
  const idOf = (message: Message) => pipelineMessage.safeParse(message.body).data?.application_id;
  const ids = messages.flatMap((message) => idOf(message) ?? []);
  try {
    const rows = await ctx.db
      .select({ id: application.id, job_id: application.job_id })
      .from(application)
      .where(inArray(application.id, ids));
    const jobs = new Map(rows.map(({ id, job_id }) => [id, job_id]));
    return byJob(messages, (message) => jobs.get(idOf(message) ?? ""));
  } catch (error) {
    ctx.log("warn", "evaluations are taken in the order they came", { error: String(error) });
    return [...messages];
  }
}
