import { expect, it } from "vitest";
import type { ApplicationSummary, FeedEvent } from "../chaos/api.ts";
import { check, type Submission } from "../chaos/check.ts";
import { seeded } from "../chaos/random.ts";
import { makeApplicant } from "../chaos/resumes.ts";

const applicant = makeApplicant(seeded(1), 1, 0);
const other = makeApplicant(seeded(2), 1, 1);
const submission = (...ids: string[]): Submission => ({ applicant, jobId: "job_1", ids: new Set(ids) });
const told = (type: string, id: string): FeedEvent => ({ type, data: { application_id: id } });
const evaluated = (id: string): ApplicationSummary => ({ id, state: "evaluated", attention_reason: null });

interface World {
  applications: ApplicationSummary[];
  events: FeedEvent[];
  evaluations: { id: string; superseded: boolean }[];
  original: Uint8Array;
  valid: boolean;
}

/** One application that went well. */
const sound: World = {
  applications: [evaluated("app_1")],
  events: [told("application.created", "app_1"), told("application.evaluated", "app_1")],
  evaluations: [{ id: "eval_1", superseded: false }],
  original: applicant.file.bytes,
  valid: true,
};

const viewOf = (world: World): Parameters<typeof check>[0] => ({
  applications: async () => world.applications,
  events: async () => world.events,
  evaluations: async () => world.evaluations,
  original: async () => world.original,
  auditVerification: async () => ({
    valid: world.valid,
    entries: 4,
    broken: world.valid ? null : { seq: 3 },
  }),
});

it("finds nothing wrong with an application that went well", async () => {
  expect(await check(viewOf(sound), [submission("app_1")])).toEqual({
    acknowledged: 1,
    evaluated: 1,
    lost: 0,
    doubled: 0,
    chain_valid: true,
    faults: [],
  });
});

it.each<[string, Partial<World>, Submission, { lost?: number; doubled?: number; chain_valid?: boolean }]>([
  ["an application that is gone", { applications: [] }, submission("app_1"), { lost: 1 }],
  [
    "one that waits for ever",
    { applications: [{ ...evaluated("app_1"), state: "reading" }] },
    submission("app_1"),
    { lost: 1 },
  ],
  ["one without its evaluation", { evaluations: [] }, submission("app_1"), { lost: 1 }],
  ["one with somebody else's file", { original: other.file.bytes }, submission("app_1"), { lost: 1 }],
  [
    "one the feed never told of",
    { events: [told("application.created", "app_1")] },
    submission("app_1"),
    { lost: 1 },
  ],
  [
    "two ids for one applicant",
    { applications: [evaluated("app_1"), evaluated("app_2")] },
    submission("app_1", "app_2"),
    { doubled: 1 },
  ],
  [
    "one that nobody was told of",
    { applications: [evaluated("app_1"), evaluated("app_2")] },
    submission("app_1"),
    { doubled: 1 },
  ],
  [
    "two evaluations of one crash",
    {
      evaluations: [
        { id: "eval_1", superseded: true },
        { id: "eval_2", superseded: false },
      ],
    },
    submission("app_1"),
    { doubled: 1 },
  ],
  [
    "an event that was told twice",
    { events: [...sound.events, told("application.evaluated", "app_1")] },
    submission("app_1"),
    { doubled: 1 },
  ],
  ["a broken chain", { valid: false }, submission("app_1"), { chain_valid: false }],
])("the chaos run's check sees %s", async (_, change, submitted, wanted) => {
  const verdict = await check(viewOf({ ...sound, ...change }), [submitted]);
  expect(verdict).toMatchObject({ lost: 0, doubled: 0, chain_valid: true, ...wanted });
  expect(verdict.faults).not.toHaveLength(0);
});

it("makes the same applicants out of the same seed, and no two alike", () => {
  const make = () => {
    const random = seeded(42);
    return Array.from({ length: 100 }, (_, index) => makeApplicant(random, 42, index));
  };
  expect(make()).toEqual(make());
  expect(new Set(make().map(({ file }) => Buffer.from(file.bytes).toString("base64"))).size).toBe(100);
  expect(new Set(make().map(({ language }) => language))).toEqual(new Set(["en", "de", "zh", "ja"]));
});
