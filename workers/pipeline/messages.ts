import { z } from "zod";

/** What travels on the `pipeline` queue: a version and ids, never personal data. */
export const pipelineMessage = z.discriminatedUnion("type", [
  z.object({
    v: z.literal(1),
    type: z.literal("application.read"),
    workspace_id: z.string(),
    application_id: z.string(),
  }),
  z.object({
    v: z.literal(1),
    type: z.literal("application.evaluate"),
    workspace_id: z.string(),
    application_id: z.string(),
  }),
]);
export type PipelineMessage = z.infer<typeof pipelineMessage>;

export const readMessage = (workspace_id: string, application_id: string): PipelineMessage => ({
  v: 1,
  type: "application.read",
  workspace_id,
  application_id,
});

export const evaluateMessage = (workspace_id: string, application_id: string): PipelineMessage => ({
  v: 1,
  type: "application.evaluate",
  workspace_id,
  application_id,
});
