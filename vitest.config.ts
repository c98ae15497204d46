import path from "node:path";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

/** Tests of pure functions: they share one runtime, since there is nothing in it that one could leave to another. */
const PURE = [
  "bench",
  "documents",
  "inference/simulation",
  "reading",
  "redaction",
  "evaluation/{lines,score,verify,summary,demo}*",
  "evaluation/{rules,model}/",
  "routing",
  "web",
];
/** Tests of what runs outside workerd: servers, browsers, files of the GPU tier and the programs that read them. */
const NODE = ["test/e2e/**/*.test.ts", "test/inference/**/*.test.ts"];
const pureFiles = PURE.map((part) =>
  `test/${part}${part.endsWith("*") ? "" : "/**/*"}.test.{ts,tsx}`.replace("//", "/"),
);

export default defineConfig(async () => {
  const migrations = await readD1Migrations(path.join(import.meta.dirname, "db/migrations"));
  const bindings = {
    TEST_MIGRATIONS: migrations,
    PUBLIC_URL: "http://candor.test",
    INTERNAL_TOKEN: "test-token-of-the-operator",
    CANDOR_SECRET: Buffer.alloc(32, "test secret").toString("base64"),
  };
  const workerd = () =>
    cloudflareTest({ wrangler: { configPath: "./wrangler.toml" }, miniflare: { bindings } });
  return {
    test: {
      projects: [
        {
          plugins: [workerd()],
          test: { name: "pure", include: pureFiles, isolate: false, css: true, testTimeout: 30_000 },
        },
        {
          plugins: [workerd()],
          test: {
            name: "workerd",
            include: ["test/**/*.test.{ts,tsx}"],
            exclude: [...NODE, ...pureFiles],
            testTimeout: 30_000,
          },
        },
        {
          test: {
            name: "node",
            include: NODE,
            exclude: pureFiles,
            testTimeout: 120_000,
            hookTimeout: 120_000,
            fileParallelism: false,
          },
        },
      ],
    },
  };
});
