import { createMiddleware } from "hono/factory";
import type { AppEnv } from "./app-env.ts";
import { Problem } from "./problem.ts";

/** A server on one's own machine has one sender: itself. */
const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/**
 * Bounds what one address can send to the public routes. The edge sets `CF-Connecting-IP` itself and a sender cannot;
 * without it (another host, a test) there is nothing to count by.
 */
export const limitPublic = () =>
  createMiddleware<AppEnv>(async function publicLimited(c, next) {
    const address = c.req.header("cf-connecting-ip");
    if (c.env.PUBLIC_LIMIT && address !== undefined && !LOOPBACK.test(address)) {
      const { success } = await c.env.PUBLIC_LIMIT.limit({ key: address });
      if (!success) throw new Problem("rate_limited", null, { retryAfterS: 60 });
    }
    await next();
  });
