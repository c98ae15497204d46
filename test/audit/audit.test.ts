import { env } from "cloudflare:test";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, chainHash, contentHash, GENESIS } from "../../workers/audit/chain.ts";
import { commit } from "../../workers/audit/commit.ts";
import { auditHead, headOf, sealAudit } from "../../workers/audit/seal.ts";
import { verifyAudit } from "../../workers/audit/verify.ts";
import { makeWorld } from "../support/world.ts";

const entry = (action: string) => ({ action, subject: "app_x", detail: { n: 1 } });
const stored = async (workspaceId: string) =>
  (
    await env.DB.prepare("SELECT * FROM audit_entry WHERE workspace_id = ? ORDER BY seq")
      .bind(workspaceId)
      .all<Record<string, string>>()
  ).results;

describe("canonical JSON", () => {
  it("is the same for equal values, whatever the order of their keys", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const shuffled = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(shuffled)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

const statement = (sql: string) => ({ toSQL: () => ({ sql, params: [] }) });

describe("a workspace's record", () => {
  it("links entries in the batch of their change while nobody else commits", async () => {
    const { ctx, workspaceId } = await makeWorld();
    const head = headOf(await auditHead(ctx, workspaceId));
    await commit(ctx, { workspaceId, head, statements: [], audit: [entry("a"), entry("b")] });
    const rows = await stored(workspaceId);
    expect(rows.every((row) => row.chain_hash !== null)).toBe(true);
    expect(await verifyAudit(ctx, workspaceId)).toMatchObject({ valid: true, entries: rows.length });
  });

  it("never links to a head that is no longer the head, and links it later", async () => {
    const { ctx, workspaceId } = await makeWorld();
    const stale = headOf(await auditHead(ctx, workspaceId));
    await commit(ctx, { workspaceId, head: stale, statements: [], audit: [entry("first")] });
    await commit(ctx, { workspaceId, head: stale, statements: [], audit: [entry("second")] });
    await commit(ctx, { workspaceId, head: null, statements: [], audit: [entry("third")] });
    expect((await stored(workspaceId)).slice(-2).map((row) => row.chain_hash)).toEqual([null, null]);
    expect(await sealAudit(ctx, workspaceId)).toBe(2);
    expect(await sealAudit(ctx, workspaceId)).toBe(0);
    expect((await verifyAudit(ctx, workspaceId)).valid).toBe(true);
  });

  it("stays whole when many commit and seal at once", async () => {
    const { ctx, workspaceId } = await makeWorld();
    const before = (await stored(workspaceId)).length;
    await Promise.all(
      Array.from({ length: 40 }, async (_, n) => {
        await commit(ctx, {
          workspaceId,
          head: headOf(await auditHead(ctx, workspaceId)),
          statements: [],
          audit: [entry(`n${n}`)],
        });
        if (n % 5 === 0) await sealAudit(ctx, workspaceId);
      }),
    );
    expect(await verifyAudit(ctx, workspaceId)).toMatchObject({
      valid: true,
      entries: before + 40,
      broken: null,
    });
  });

  it("can be recomputed by anyone from its rows", async () => {
    const { ctx, workspaceId } = await makeWorld();
    await commit(ctx, { workspaceId, head: null, statements: [], audit: [entry("a"), entry("b")] });
    const { head } = await verifyAudit(ctx, workspaceId);
    let previous = GENESIS;
    for (const row of await stored(workspaceId)) {
      const content = { ...row, detail: JSON.parse(row.detail!) } as unknown as Parameters<
        typeof contentHash
      >[0];
      previous = await chainHash(previous, Number(row.seq), await contentHash(content));
    }
    expect(previous).toBe(head);
  });

  it.each([
    [
      "a changed detail",
      "UPDATE audit_entry SET detail = '{}' WHERE workspace_id = ? AND seq = 2",
      "content",
    ],
    [
      "a changed actor",
      "UPDATE audit_entry SET actor = 'member:mallory' WHERE workspace_id = ? AND seq = 2",
      "content",
    ],
    ["a removed entry", "DELETE FROM audit_entry WHERE workspace_id = ? AND seq = 2", "missing"],
    [
      "a rewritten link",
      "UPDATE audit_entry SET chain_hash = content_hash WHERE workspace_id = ? AND seq = 2",
      "chain",
    ],
  ])("finds %s, once the database's own guards are out of the way", async (_, tampering, fault) => {
    const { ctx, workspaceId } = await makeWorld();
    await commit(ctx, { workspaceId, head: null, statements: [], audit: [entry("a")] });
    expect((await verifyAudit(ctx, workspaceId)).valid).toBe(true);
    await expect(env.DB.prepare(tampering).bind(workspaceId).run()).rejects.toThrow(/immutable: audit_entry/);

    const guards = await env.DB.prepare(
      "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_entry'",
    ).all<{ name: string; sql: string }>();
    for (const guard of guards.results) await env.DB.exec(`DROP TRIGGER ${guard.name}`);
    await env.DB.prepare(tampering).bind(workspaceId).run();
    for (const guard of guards.results) await env.DB.prepare(guard.sql).run();
    expect(await verifyAudit(ctx, workspaceId)).toMatchObject({ valid: false, broken: { seq: 2, fault } });
  });

  it("undoes the change when the entry cannot be written, and the entry when the change cannot", async () => {
    const { ctx, workspaceId, jobId } = await makeWorld();
    const before = (await stored(workspaceId)).length;
    const twice = statement(
      "INSERT INTO workspace (id, slug, name, created_at) VALUES ('ws_twice', 'twice', 'x', 0)",
    );
    await expect(
      commit(ctx, { workspaceId, statements: [twice, twice], audit: [entry("a")] }),
    ).rejects.toThrow(/UNIQUE/);
    expect((await stored(workspaceId)).length).toBe(before);
    const title = () => env.DB.prepare("SELECT title FROM job WHERE id = ?").bind(jobId).first("title");
    const was = await title();
    const change = statement(`UPDATE job SET title = 'changed' WHERE id = '${jobId}'`);
    const sameId = { ...ctx, id: () => "aud_same" };
    await expect(
      commit(sameId, { workspaceId, statements: [change], audit: [entry("a"), entry("b")] }),
    ).rejects.toThrow(/UNIQUE/);
    expect(await title()).toBe(was);
  });
});
