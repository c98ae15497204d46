import { sealAudit } from "../audit/seal.ts";
import type { Ctx } from "../context.ts";
import { inJobOrder } from "./job-order.ts";
import { pipelineMessage } from "./messages.ts";
import { processMessage } from "./process.ts";

/** Seconds before a message that failed is handed out again: 2, 4, 8 … up to 5 minutes. */
export const retryDelayS = (attempts: number): number => Math.min(300, 2 ** Math.min(attempts, 9));

/**
 * Works off a batch of the `pipeline` queue. Each message is acknowledged after its own commit and retried alone.
 * Model calls wait on the network, so evaluations of a batch run side by side, begun job by job; reading holds files
 * in memory, so files are read one after another.
 */
export async function consumePipeline(ctx: Ctx, batch: MessageBatch): Promise<void> {
  const workspaces = new Set<string>();
  const handle = async (message: Message): Promise<void> => {
    try {
      const body = pipelineMessage.parse(message.body);
      await processMessage(ctx, body);
      workspaces.add(body.workspace_id);
      message.ack();
    } catch (error) {
      ctx.log("error", "message failed", {
        id: message.id,
        attempts: message.attempts,
        error: String(error),
      });
      message.retry({ delaySeconds: retryDelayS(message.attempts) });
    }
  };
  const isRead = (message: Message) =>
    (message.body as { type?: unknown } | null)?.type === "application.read";
  const readings = async () => {
    for (const message of batch.messages.filter(isRead)) await handle(message);
  };
  const evaluations = async () => {
    const waiting = batch.messages.filter((message) => !isRead(message));
    await Promise.all((await inJobOrder(ctx, waiting)).map(handle));
  };
  await Promise.all([readings(), evaluations()]);
  for (const workspaceId of workspaces) {
    await sealAudit(ctx, workspaceId).catch((error) =>
      ctx.log("warn", "sealing is left to the sweep", { error: String(error) }),
    );
  }
}
