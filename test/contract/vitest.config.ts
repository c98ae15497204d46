import path from "node:path";
import { defineConfig } from "vitest/config";

/** Against real servers, one after the other: `npm run test:contract`. No part of the ordinary tests. */
export default defineConfig({
  root: path.join(import.meta.dirname, "../.."),
  test: {
    include: ["test/contract/*.contract.ts"],
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 20 * 60_000,
  },
});
