import type { Ctx } from "../context.ts";
import type { PipelineMessage } from "./messages.ts";

/**
 * Sends what has already been committed. A send that fails loses nothing: the row says what is due, and the sweep
 * sends it again, so the caller goes on.
 */
export async function sendDue(ctx: Ctx, message: PipelineMessage): Promise<void> {
  try {
    await ctx.pipeline.send(message);
  } catch (error) {
    ctx.log("warn", "queue send failed; the sweep will send it", {
      type: message.type,
      application_id: message.application_id,
      error: String(error),
    });
  }
}
