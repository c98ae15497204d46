import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { NEXT_STAGES } from "../../workers/review/decide.ts";
import { makeWorld, type World } from "../support/world.ts";

const decide = (world: World, id: string, body: unknown, key = world.key) =>
  world.request(`/v1/applications/${id}/decisions`, { method: "POST", key, body: JSON.stringify(body) });
const code = async (response: Response) => [response.status, (await response.json<{ code: string }>()).code];
const reject = { to_stage: "rejected", reason: "No backend work at all", seen: ["document", "evaluation"] };
const evaluated = async () => {
  const world = await makeWorld();
  const { body } = await world.apply();
  await world.drain();
  return { world, id: body.id };
};

describe("a rejection", () => {
  it("is a member's, with a reason and what was looked at", async () => {
    const { world, id } = await evaluated();
    expect((await decide(world, id, reject)).status).toBe(201);
    const { items } = await (await world.request(`/v1/applications/${id}/decisions`)).json<{
      items: unknown[];
    }>();
    expect(items).toEqual([
      expect.objectContaining({
        from_stage: "new",
        to_stage: "rejected",
        member_id: world.memberId,
        reason: reject.reason,
        seen: reject.seen,
        evaluation_id: expect.stringMatching(/^eval_/),
      }),
    ]);
    const types = await env.DB.prepare(
      "SELECT type FROM event WHERE workspace_id = ? ORDER BY seq DESC LIMIT 2",
    )
      .bind(world.workspaceId)
      .all<{ type: string }>();
    expect(types.results.map(({ type }) => type).sort()).toEqual([
      "application.rejected",
      "application.stage_changed",
    ]);
  });

  it("is refused to a key that is nobody's own", async () => {
    const { world, id } = await evaluated();
    const machine = await world.keyWith(["decisions:write", "applications:read"]);
    expect(await code(await decide(world, id, reject, machine.key))).toEqual([403, "human_required"]);
    const person = await world.keyWith(["decisions:write"], { personal: true });
    expect((await decide(world, id, reject, person.key)).status).toBe(201);
  });

  it.each([
    ["a reason", { ...reject, reason: null }, "reason"],
    ["something that was seen", { ...reject, seen: [] }, "seen"],
  ])("needs %s", async (_, body, field) => {
    const { world, id } = await evaluated();
    const response = await decide(world, id, body);
    expect(await response.json()).toMatchObject({ status: 422, errors: [{ field }] });
  });

  it("keeps the reason where an erasure reaches it", async () => {
    const { world, id } = await evaluated();
    await decide(world, id, reject);
    const stored = await env.DB.prepare("SELECT reason FROM decision WHERE application_id = ?")
      .bind(id)
      .first<string>("reason");
    expect(stored).not.toContain("backend");
    await world.request(`/v1/applications/${id}`, { method: "DELETE" });
    const { items } = await (await world.request(`/v1/applications/${id}/decisions`)).json<{
      items: { reason: null }[];
    }>();
    expect(items[0]!.reason).toBeNull();
  });
});

describe("the database, whatever code runs above it", () => {
  const update = (id: string) =>
    env.DB.prepare("UPDATE application SET stage = 'rejected' WHERE id = ?").bind(id).run();
  const insert = (world: World, id: string, over: Record<string, unknown>) => {
    const row = {
      id: crypto.randomUUID(),
      member_id: world.memberId,
      reason: "sealed",
      seen: '["document"]',
      ...over,
    };
    return env.DB.prepare(
      "INSERT INTO decision (id, workspace_id, application_id, from_stage, to_stage, actor, member_id, reason, seen, created_at) VALUES (?, ?, ?, 'new', 'rejected', 'x', ?, ?, ?, 0)",
    )
      .bind(row.id, world.workspaceId, id, row.member_id, row.reason, row.seen)
      .run();
  };

  it("lets no statement reject without a decision", async () => {
    const { id } = await evaluated();
    await expect(update(id)).rejects.toThrow(/human_required/);
  });

  it.each([
    ["no member", { member_id: null }],
    ["a member who does not exist", { member_id: "mem_nobody" }],
    ["no reason", { reason: null }],
    ["an empty reason", { reason: "  " }],
    ["nothing seen", { seen: "[]" }],
  ])("takes no rejection with %s", async (_, over) => {
    const { world, id } = await evaluated();
    await expect(insert(world, id, over)).rejects.toThrow(/human_required/);
  });

  it("takes no member of another workspace for a judge", async () => {
    const { world, id } = await evaluated();
    const other = await makeWorld();
    await expect(insert(world, id, { member_id: other.memberId })).rejects.toThrow(/human_required/);
  });

  it("wants a new decision for a second rejection", async () => {
    const { world, id } = await evaluated();
    await decide(world, id, reject);
    await decide(world, id, { to_stage: "review" });
    await expect(update(id)).rejects.toThrow(/human_required/);
    expect((await decide(world, id, reject)).status).toBe(201);
  });

  it("lets no application arrive rejected, and no decision be rewritten", async () => {
    const { world, id } = await evaluated();
    await decide(world, id, reject);
    const copy =
      "INSERT INTO application (id, workspace_id, job_id, candidate_id, source, state, stage, epoch, lease_until, queued_at, attempts, manual_reading, consented_at, created_at, updated_at) SELECT 'app_copy', workspace_id, job_id, candidate_id, source, state, stage, epoch, lease_until, queued_at, attempts, manual_reading, consented_at, created_at, updated_at FROM application WHERE id = ?";
    await expect(env.DB.prepare(copy).bind(id).run()).rejects.toThrow(/human_required/);
    await expect(
      env.DB.prepare("UPDATE decision SET actor = 'system' WHERE application_id = ?").bind(id).run(),
    ).rejects.toThrow(/immutable/);
    await expect(
      env.DB.prepare("DELETE FROM decision WHERE application_id = ?").bind(id).run(),
    ).rejects.toThrow(/immutable/);
  });

  it.each(["evaluation", "finding", "rubric", "criterion", "event"])(
    "keeps every %s as it was written",
    async (table) => {
      const { world } = await evaluated();
      await expect(
        env.DB.prepare(`UPDATE ${table} SET workspace_id = 'ws_other' WHERE workspace_id = ?`)
          .bind(world.workspaceId)
          .run(),
      ).rejects.toThrow(/immutable/);
    },
  );

  it("bites: without its trigger a machine could reject", async () => {
    const { id } = await evaluated();
    const guard = await env.DB.prepare(
      "SELECT sql FROM sqlite_master WHERE name = 'application_rejected_by_decision'",
    ).first<string>("sql");
    await env.DB.exec("DROP TRIGGER application_rejected_by_decision");
    await update(id);
    expect(await env.DB.prepare("SELECT stage FROM application WHERE id = ?").bind(id).first("stage")).toBe(
      "rejected",
    );
    await env.DB.prepare(guard!).run();
  });
});

describe("stages", () => {
  it("go only where they can, and two people at once cannot both move an application", async () => {
    const { world, id } = await evaluated();
    expect(await code(await decide(world, id, { to_stage: "hired" }))).toEqual([409, "conflict"]);
    expect(await code(await decide(world, id, { to_stage: "withdrawn" }))).toEqual([
      422,
      "validation_failed",
    ]);
    const answers = await Promise.all([
      decide(world, id, { to_stage: "interview" }),
      decide(world, id, { to_stage: "review" }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(expect.arrayContaining([201]));
    const made = await env.DB.prepare(
      "SELECT from_stage FROM decision WHERE application_id = ? ORDER BY rowid",
    )
      .bind(id)
      .all<{ from_stage: string }>();
    expect(made.results.filter(({ from_stage }) => from_stage === "new")).toHaveLength(1);
  });

  it("end for good with withdrawal and hiring", () => {
    expect([NEXT_STAGES.withdrawn, NEXT_STAGES.hired]).toEqual([[], []]);
  });
});

it("keeps notes sealed, and shows them only to who may see people", async () => {
  const { world, id } = await evaluated();
  await world.request(`/v1/applications/${id}/notes`, {
    method: "POST",
    body: JSON.stringify({ body: "Spoke with Ada" }),
  });
  expect(
    await env.DB.prepare("SELECT body FROM note WHERE application_id = ?").bind(id).first("body"),
  ).not.toContain("Ada");
  const { items } = await (await world.request(`/v1/applications/${id}/notes`)).json<{
    items: { body: string; actor: string }[];
  }>();
  expect(items).toMatchObject([{ body: "Spoke with Ada", actor: `member:${world.memberId}` }]);
  const blind = await world.keyWith(["applications:read"]);
  expect((await world.request(`/v1/applications/${id}/notes`, { key: blind.key })).status).toBe(403);
  expect(await (await world.request(`/v1/applications/${id}`, { key: blind.key })).json()).toMatchObject({
    candidate: { name: null, email: null, phone: null },
  });
});
