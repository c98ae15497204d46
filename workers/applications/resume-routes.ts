import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { AppEnv } from "../http/app-env.ts";
import { idParam, json, keyed, problems } from "../http/openapi.ts";
import { getApplication } from "./read-applications.ts";
import { readResume, resumeSchema } from "./resume.ts";

const resumeRoute = createRoute({
  method: "get",
  path: "/v1/applications/{id}/resume",
  tags: ["Applications"],
  summary: "Read the résumé as JSON Resume, without personal data",
  ...keyed("applications:read"),
  request: { params: z.object({ id: idParam() }) },
  responses: { 200: json(resumeSchema, "The structure of the redacted text"), ...problems },
});

export const resumeRoutes = new OpenAPIHono<AppEnv>().openapi(resumeRoute, async (c) => {
  const row = await getApplication(c.var.ctx, c.var.workspaceId, c.req.valid("param").id);
  return c.json(await readResume(c.var.ctx, row), 200);
});
