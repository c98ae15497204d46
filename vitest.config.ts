import path from "node:path";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

export default defineConfig(async () => {
  const migrations = await readD1Migrations(path.join(import.meta.dirname, "db/migrations"));
  return {
    test: {
      projects: [
        {
          plugins: [
            cloudflareTest({
              wrangler: { configPath: "./wrangler.toml" },
              miniflare: {
                bindings: {
                  TEST_MIGRATIONS: migrations,
                  PUBLIC_URL: "http://candor.test",
                  CANDOR_SECRET: Buffer.alloc(32, "test secret").toString("base64"),
                },
              },
            }),
          ],
          test: {
            name: "workerd",
            include: ["test/**/*.test.{ts,tsx}"],
            exclude: ["test/e2e/**", "test/chaos/**"],
          },
        },
        {
          test: {
            name: "node",
            include: ["test/e2e/**/*.test.ts"],
            testTimeout: 120_000,
            hookTimeout: 120_000,
          },
        },
      ],
    },
  };
});
