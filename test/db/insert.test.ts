import { env } from "cloudflare:test";
import { inArray } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { describe, expect, it } from "vitest";
import { insertInto } from "../../db/insert.ts";
import { event } from "../../db/schema/index.ts";
import { makeWorld } from "../support/world.ts";

const fields = {
  id: "evt_1",
  type: "application.created",
  payload: { quote: "it's", n: 1 },
  created_at: 5,
};

describe("an insert made once from the schema", () => {
  it("writes what drizzle's own builder writes", async () => {
    const { ctx, workspaceId } = await makeWorld();
    const row = { ...fields, workspace_id: workspaceId };
    const { sql, params } = insertInto(event)(row).toSQL();
    await env.DB.prepare(sql)
      .bind(...params)
      .run();
    await ctx.db.insert(event).values({ ...row, id: "evt_2" });
    const [ours, theirs] = await ctx.db
      .select()
      .from(event)
      .where(inArray(event.id, ["evt_1", "evt_2"]))
      .orderBy(event.id);
    expect({ ...ours, seq: 0, id: "" }).toEqual({ ...theirs, seq: 0, id: "" });
    expect(ours?.payload).toEqual(row.payload);
  });

  it("refuses a table whose default a null would override", () => {
    const table = sqliteTable("t", { id: text("id"), tries: integer("tries").default(3) });
    expect(() => insertInto(table)).toThrow(/t has a default/);
  });
});
