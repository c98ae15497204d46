import type { Ctx } from "../context.ts";

/**
 * The consumer of the `webhooks` queue. Nothing sends to it while endpoints cannot be registered, so whatever
 * arrives is foreign: it is logged and goes to the dead letters, never silently away.
 */
export function consumeWebhooks(ctx: Ctx, batch: MessageBatch): void {
  for (const message of batch.messages) {
    ctx.log("error", "unknown message on the webhooks queue", { id: message.id, attempts: message.attempts });
    message.retry({ delaySeconds: 60 });
  }
}
