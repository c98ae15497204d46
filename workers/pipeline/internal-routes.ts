import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../http/app-env.ts";
import { json, problems } from "../http/openapi.ts";
import { Problem } from "../http/problem.ts";
import { sameText } from "../secrets.ts";
import { EXPOSITION_TYPE } from "./exposition.ts";
import { modelMetrics } from "./model-metrics.ts";
import { queueDepth } from "./queue-depth.ts";

const depth = z.object({
  waiting: z.number().int(),
  running: z.number().int(),
  wanted: z.number().int(),
  oldest_s: z.number().int(),
});
const depthSchema = depth
  .extend({ pools: z.object({ batch: depth, long: depth, embeddings: depth }) })
  .openapi("QueueDepth");

const depthRoute = createRoute({
  // For the operator's machines, who hold another kind of key than the API's.
  hide: true,
  method: "get",
  path: "/internal/queue-depth",
  tags: ["Operations"],
  summary: "How much work waits for the model tier",
  description:
    "For the scaler of the GPU tier: `waiting` applications that nobody works on, `running` ones, both as `wanted`, and the age of the oldest in seconds; the same in `pools` for those of ordinary length, for those that only the long-context server takes, and for embeddings. Needs `Authorization: Bearer` with the deployment's INTERNAL_TOKEN; without one set, there is no such route.",
  responses: { 200: json(depthSchema, "The depth now"), ...problems },
});

const metricsRoute = createRoute({
  hide: true,
  method: "get",
  path: "/internal/metrics",
  tags: ["Operations"],
  summary: "The model tier as the edge sees it, for Prometheus",
  description:
    "Text exposition format 0.0.4: times, tokens, failures, breakers and limits of the last minutes, over all workspaces (docs/observability.md). The same token as the queue depth's.",
  responses: {
    200: { description: "The metrics now", content: { "text/plain": { schema: z.string() } } },
    ...problems,
  },
});

/** Lets the operator's own machines in: they hold the one token of the deployment, not a workspace's key. */
const operatorOnly = createMiddleware<AppEnv>(async function operator(c, next) {
  const token = c.var.ctx.config.INTERNAL_TOKEN;
  if (token === undefined) throw new Problem("not_found");
  const given = /^Bearer +(\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1] ?? "";
  if (!sameText(given, token)) throw new Problem("invalid_api_key");
  await next();
});

export const internalRoutes = new OpenAPIHono<AppEnv>();
internalRoutes.use("/internal/*", operatorOnly);
internalRoutes.openapi(depthRoute, async (c) => c.json(await queueDepth(c.var.ctx), 200));
internalRoutes.openapi(metricsRoute, async (c) =>
  c.text(await modelMetrics(c.var.ctx), 200, { "content-type": EXPOSITION_TYPE }),
);
