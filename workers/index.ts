import { createApp } from "./app.ts";
import { createContext } from "./context.ts";
import type { Env } from "./env.ts";
import { consumePipeline } from "./pipeline/consume.ts";
import { consumeDeadLetters } from "./pipeline/dead-letters.ts";
import { sweep, sweepOrphans } from "./pipeline/sweep.ts";
import { consumeWebhooks } from "./webhooks/consume.ts";

const app = createApp();

/** The three doors. */
export default {
  fetch: (request, env, execution) => app.fetch(request, env, execution),

  async queue(batch, env) {
    const ctx = createContext(env);
    switch (batch.queue) {
      case "pipeline":
        return consumePipeline(ctx, batch);
      case "pipeline-dead":
      case "webhooks-dead":
        return consumeDeadLetters(ctx, batch);
      case "webhooks":
        return consumeWebhooks(ctx, batch);
      default:
        throw new Error(`no consumer for the queue ${batch.queue}`);
    }
  },

  async scheduled(event, env) {
    const ctx = createContext(env);
    ctx.log("info", "sweep", { ...(await sweep(ctx)) });
    if (new Date(event.scheduledTime).getUTCMinutes() === 0) {
      ctx.log("info", "orphans", { deleted: await sweepOrphans(ctx) });
    }
  },
} satisfies ExportedHandler<Env>;
