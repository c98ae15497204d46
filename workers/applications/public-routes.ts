import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { localeOf, reasonSentence, statusPath } from "../../web/careers/index.ts";
import type { Ctx } from "../context.ts";
import type { AppEnv } from "../http/app-env.ts";
import { idParam, iso, isoOrNull, json, jsonBody, problems } from "../http/openapi.ts";
import { limitPublic } from "../http/rate-limit.ts";
import { askForPerson, eraseCandidate, withdraw } from "./change-application.ts";
import { checkApplicationForm, readForm } from "./form.ts";
import { type ApplicationRow, getApplicationById } from "./read-applications.ts";
import { publicApplicationSchema } from "./schema.ts";
import { applicationOfToken, statusToken } from "./status-link.ts";
import { submitApplication } from "./submit.ts";

const tags = ["Applicants"];
const tokenParams = z.object({
  token: z
    .string()
    .max(120)
    .openapi({ param: { name: "token", in: "path" } }),
});

const submittedSchema = z
  .object({ id: z.string(), state: z.string(), status_url: z.url(), status_token: z.string() })
  .openapi("Submitted");

const submitRoute = createRoute({
  method: "post",
  path: "/v1/public/jobs/{job}/applications",
  tags,
  summary: "Apply for a job",
  description:
    "Multipart form data: `name`, `email`, `resume` (a file of at most 10 MB) and `consent=yes`; optionally `phone`, `external_id` and `manual_reading=yes` (a person reads it instead of software). The same file for the same job from the same address within a day returns the same application.",
  request: {
    params: z.object({ job: idParam("job") }),
    body: {
      required: true,
      content: {
        "multipart/form-data": {
          schema: z.object({
            name: z.string(),
            email: z.string(),
            phone: z.string().optional(),
            external_id: z.string().optional(),
            resume: z.any().openapi({ type: "string", format: "binary" }),
            consent: z.enum(["yes"]),
            manual_reading: z.enum(["yes"]).optional(),
          }),
        },
      },
    },
  },
  responses: {
    200: json(submittedSchema, "The same application, received before"),
    201: json(submittedSchema, "Received"),
    ...problems,
  },
});

const readRoute = createRoute({
  method: "get",
  path: "/v1/public/applications/{token}",
  tags,
  summary: "Read one's own application",
  request: { params: tokenParams },
  responses: { 200: json(publicApplicationSchema, "The application"), ...problems },
});
const patchRoute = createRoute({
  method: "patch",
  path: "/v1/public/applications/{token}",
  tags,
  summary: "Withdraw, or ask for a person",
  request: {
    params: tokenParams,
    body: jsonBody(
      z
        .object({ withdrawn: z.literal(true).optional(), person_requested: z.literal(true).optional() })
        .strict(),
    ),
  },
  responses: { 200: json(publicApplicationSchema, "The application"), ...problems },
});
const eraseRoute = createRoute({
  method: "delete",
  path: "/v1/public/applications/{token}",
  tags,
  summary: "Erase one's own data",
  request: { params: tokenParams },
  responses: { 204: { description: "Erased" }, ...problems },
});

/** The application behind a status link. @throws Problem `not_found`. */
export async function applicationBehind(ctx: Ctx, token: string): Promise<ApplicationRow> {
  return getApplicationById(ctx, await applicationOfToken(ctx, token));
}

/** An application as its applicant sees it. */
async function publicView(ctx: Ctx, row: ApplicationRow, language: string | undefined) {
  const { id, job_id, state, stage, attention_reason, person_requested_at, created_at, updated_at } =
    row.application;
  return {
    id,
    job_id,
    state,
    stage,
    attention_reason,
    advice: attention_reason === null ? null : reasonSentence(attention_reason, localeOf(null, language)),
    person_requested_at: isoOrNull(person_requested_at),
    status_url: statusUrl(ctx, await statusToken(ctx, id)),
    created_at: iso(created_at),
    updated_at: iso(updated_at),
  };
}

const statusUrl = (ctx: Ctx, token: string) => `${ctx.config.PUBLIC_URL}${statusPath(token)}`;

/** The context of somebody who acts on their own application. */
export const asApplicant = (ctx: Ctx, row: ApplicationRow): Ctx => ({
  ...ctx,
  actor: { kind: "applicant", application_id: row.application.id },
});

export const publicApplicationRoutes = new OpenAPIHono<AppEnv>()
  .openapi(readRoute, async (c) => {
    const row = await applicationBehind(c.var.ctx, c.req.valid("param").token);
    return c.json(await publicView(c.var.ctx, row, c.req.header("accept-language")), 200);
  })
  .openapi(patchRoute, async (c) => {
    const { token } = c.req.valid("param");
    const row = await applicationBehind(c.var.ctx, token);
    const ctx = asApplicant(c.var.ctx, row);
    const { withdrawn, person_requested } = c.req.valid("json");
    if (person_requested) await askForPerson(ctx, row);
    if (withdrawn) await withdraw(ctx, row);
    return c.json(
      await publicView(ctx, await applicationBehind(ctx, token), c.req.header("accept-language")),
      200,
    );
  })
  .openapi(eraseRoute, async (c) => {
    const row = await applicationBehind(c.var.ctx, c.req.valid("param").token);
    await eraseCandidate(asApplicant(c.var.ctx, row), row);
    return c.body(null, 204);
  });

// The body is read here, as it comes and under its cap: a validator would hold all of it first.
publicApplicationRoutes.openAPIRegistry.registerPath(submitRoute);
publicApplicationRoutes.post("/v1/public/jobs/:job/applications", limitPublic(), async (c) => {
  const ctx: Ctx = { ...c.var.ctx, actor: { kind: "applicant", application_id: null } };
  const form = checkApplicationForm(await readForm(c.req.raw));
  const { application_id, token, created } = await submitApplication(ctx, {
    jobId: c.req.param("job"),
    form,
    source: "api",
  });
  const body = {
    id: application_id,
    state: "received",
    status_url: statusUrl(ctx, token),
    status_token: token,
  };
  return c.json(body, created ? 201 : 200, { location: `/v1/public/applications/${token}` });
});
