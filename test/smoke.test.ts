import { exports } from "cloudflare:workers";
import { expect, it } from "vitest";

it("answers", async () => {
  const r = await (exports as unknown as { default: { fetch(u: string): Promise<Response> } }).default.fetch(
    "http://x/",
  );
  expect(await r.text()).toBe("candor");
});
