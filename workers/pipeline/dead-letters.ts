import type { Ctx } from "../context.ts";
import { claim, needsAttention } from "./claim.ts";
import { pipelineMessage } from "./messages.ts";

/**
 * A message that failed too often becomes a state that people see. An application that is finished, or that somebody
 * works on right now, is left alone: the sweep looks after it.
 */
export async function consumeDeadLetters(ctx: Ctx, batch: MessageBatch): Promise<void> {
  for (const message of batch.messages) {
    const parsed = pipelineMessage.safeParse(message.body);
    if (!parsed.success) {
      ctx.log("error", "dead letter of an unknown kind", { queue: batch.queue, id: message.id });
      message.ack();
      continue;
    }
    const held = await claim(ctx, {
      workspaceId: parsed.data.workspace_id,
      applicationId: parsed.data.application_id,
      states: ["received", "reading", "evaluating"],
      leaseMs: 30_000,
    });
    if (held !== null) {
      await needsAttention(ctx, held, "processing_failed", `${parsed.data.type} failed again and again`);
    }
    message.ack();
  }
}
