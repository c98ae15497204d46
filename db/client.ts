import { drizzle } from "drizzle-orm/d1";
import * as schema from "./schema/index.ts";

/** The typed door to D1. Transactions do not exist there: write with `db.batch([...])`, which is atomic. */
export const createDb = (d1: D1Database) => drizzle(d1, { schema });
export type Db = ReturnType<typeof createDb>;
