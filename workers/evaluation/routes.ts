import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { streamSSE } from "hono/streaming";
import { getApplication } from "../applications/read-applications.ts";
import type { AppEnv } from "../http/app-env.ts";
import { idParam, json, jsonBody, keyed, keyedPost, problems } from "../http/openapi.ts";
import { Problem } from "../http/problem.ts";
import { explainEvaluation } from "./explain-evaluation.ts";
import { getEvaluation, listEvaluationIds } from "./read-evaluations.ts";
import { requestEvaluation } from "./request-evaluation.ts";
import { evaluationSchema } from "./schema.ts";

const tags = ["Evaluations"];
const params = z.object({ id: idParam() });

const listRoute = createRoute({
  method: "get",
  path: "/v1/applications/{id}/evaluations",
  tags,
  summary: "List an application's evaluations",
  ...keyed("applications:read"),
  request: { params },
  responses: { 200: json(z.object({ items: z.array(evaluationSchema) }), "Newest first"), ...problems },
});

const requestRoute = createRoute({
  method: "post",
  path: "/v1/applications/{id}/evaluations",
  tags,
  summary: "Ask for a new evaluation",
  ...keyedPost("applications:write"),
  request: { params },
  responses: {
    202: json(
      z.object({ application_id: z.string(), status: z.enum(["requested", "under_way"]) }),
      "It will be evaluated",
    ),
    ...problems,
  },
});

const explainRoute = createRoute({
  method: "post",
  path: "/v1/applications/{id}/evaluations/{evaluation_id}/explanation",
  tags,
  summary: "Explain an evaluation in words",
  description:
    "Streams server-sent events: `text` with a piece of the explanation, then `done`, or `problem`.",
  ...keyed("applications:read"),
  request: {
    params: params.extend({ evaluation_id: idParam("evaluation_id") }),
    body: jsonBody(
      z.object({
        language: z
          .string()
          .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
          .default("en"),
      }),
    ),
  },
  responses: {
    200: { description: "A stream of events", content: { "text/event-stream": { schema: z.string() } } },
    ...problems,
  },
});

export const evaluationRoutes = new OpenAPIHono<AppEnv>()
  .openapi(listRoute, async (c) => {
    const { id } = c.req.valid("param");
    await getApplication(c.var.ctx, c.var.workspaceId, id);
    const ids = await listEvaluationIds(c.var.ctx, c.var.workspaceId, id);
    const items = await Promise.all(ids.map((one) => getEvaluation(c.var.ctx, c.var.workspaceId, one.id)));
    return c.json({ items }, 200);
  })
  .openapi(requestRoute, async (c) => {
    const row = await getApplication(c.var.ctx, c.var.workspaceId, c.req.valid("param").id);
    return c.json(
      { application_id: row.application.id, status: await requestEvaluation(c.var.ctx, row) },
      202,
    );
  })
  .openapi(explainRoute, async (c) => {
    const { id, evaluation_id } = c.req.valid("param");
    const pieces = explainEvaluation(c.var.ctx, {
      workspaceId: c.var.workspaceId,
      applicationId: id,
      evaluationId: evaluation_id,
      language: c.req.valid("json").language,
      signal: c.req.raw.signal,
    });
    // The first piece is awaited here, so that a refusal is a status and not an event in a stream.
    const first = await pieces.next();
    return streamSSE(c, async (stream) => {
      try {
        for (let step = first; !step.done; step = await pieces.next()) {
          await stream.writeSSE({ event: "text", data: JSON.stringify(step.value) });
        }
        await stream.writeSSE({ event: "done", data: "{}" });
      } catch (error) {
        const code = error instanceof Problem ? error.code : "internal";
        c.var.ctx.log("warn", "explanation broke off", { evaluation_id, code });
        await stream.writeSSE({
          event: "problem",
          data: JSON.stringify({ code, request_id: c.var.requestId }),
        });
      } finally {
        await pieces.return();
      }
    });
  });
