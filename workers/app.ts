import { OpenAPIHono } from "@hono/zod-openapi";
import { except } from "hono/combine";
import { publicApplicationRoutes } from "./applications/public-routes.ts";
import { resumeRoutes } from "./applications/resume-routes.ts";
import { applicationRoutes } from "./applications/routes.ts";
import { auditRoutes } from "./audit/routes.ts";
import { careersRoutes } from "./careers/routes.tsx";
import { type Ctx, createContext } from "./context.ts";
import { previewRoutes } from "./documents/preview-routes.ts";
import type { Env } from "./env.ts";
import { evaluationRoutes } from "./evaluation/routes.ts";
import { eventRoutes } from "./events/routes.ts";
import { apiKeyRoutes } from "./http/api-key-routes.ts";
import type { App, AppEnv } from "./http/app-env.ts";
import { answerError, answerUnrouted, invalidRequest } from "./http/errors.tsx";
import { healthRoutes } from "./http/health-routes.ts";
import { referenceRoutes } from "./http/reference-routes.ts";
import { referenceHeaders, strictHeaders } from "./http/security-headers.ts";
import { jobRoutes } from "./jobs/routes.ts";
import { internalRoutes } from "./pipeline/internal-routes.ts";
import { reviewRoutes } from "./review/routes.ts";

/**
 * The HTTP application: what every request passes through, and where each capability is mounted.
 * @param contextOf makes the context of a request; tests give their own clock, ids or model through it.
 */
export function createApp(contextOf: (env: Env) => Ctx = createContext): App {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: invalidRequest });
  app.use(async function requestContext(c, next) {
    const ctx = contextOf(c.env);
    c.set("ctx", ctx);
    c.set("requestId", ctx.id("request"));
    await next();
    c.header("x-request-id", c.var.requestId);
  });
  app.use("/docs", referenceHeaders());
  app.use(except("/docs", strictHeaders()));
  app.onError(answerError);
  app.openAPIRegistry.registerComponent("securitySchemes", "api_key", {
    type: "http",
    scheme: "bearer",
    description: "`cdr_live_…`",
  });
  for (const routes of [
    healthRoutes,
    jobRoutes,
    applicationRoutes,
    resumeRoutes,
    evaluationRoutes,
    reviewRoutes,
    eventRoutes,
    auditRoutes,
    apiKeyRoutes,
    publicApplicationRoutes,
    previewRoutes,
    internalRoutes,
  ]) {
    app.route("/", routes);
  }
  app.route("/", careersRoutes);
  app.route("/", referenceRoutes(app));
  app.notFound(answerUnrouted(app.routes));
  return app;
}
