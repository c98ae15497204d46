import { drizzle } from "drizzle-orm/d1";

/**
 * The typed door to D1. Transactions do not exist there: write with `db.batch([...])`, which is atomic. The schema is
 * not handed over: only drizzle's relational queries want it, and preparing it costs time in every request.
 */
export const createDb = (d1: D1Database) => drizzle(d1);
export type Db = ReturnType<typeof createDb>;
