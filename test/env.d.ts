import type { D1Migration } from "@cloudflare/vitest-plugin/types";
import type { Env } from "../workers/env.ts";

declare global {
  namespace Cloudflare {
    interface Env extends CandorEnv {
      TEST_MIGRATIONS: D1Migration[];
    }
  }
}
type CandorEnv = Env;
