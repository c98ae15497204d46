import type { Ctx } from "../context.ts";
import { Problem } from "../http/problem.ts";
import { keyedHash, sameText } from "../secrets.ts";

/** The applicant's key to their own application: nothing about it is stored, so nothing about it can leak. */
export async function statusToken(ctx: Ctx, applicationId: string): Promise<string> {
  return `${applicationId}.${await keyedHash(ctx.config.CANDOR_SECRET, "status_link", applicationId)}`;
}

/** @throws Problem `not_found` for a token that was not made here. */
export async function applicationOfToken(ctx: Ctx, token: string): Promise<string> {
  const dot = token.indexOf(".");
  const applicationId = token.slice(0, dot);
  if (dot < 1 || !sameText(token, await statusToken(ctx, applicationId))) throw new Problem("not_found");
  return applicationId;
}
