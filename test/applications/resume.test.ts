import { env } from "cloudflare:test";
import { expect, it } from "vitest";
import { redactedObject } from "../../workers/documents/objects.ts";
import { sha256Hex } from "../../workers/secrets.ts";
import { makeWorld, type World } from "../support/world.ts";

interface Answer {
  resume: {
    basics: Record<string, unknown>;
    work: (Record<string, unknown> & { x_spans: Record<string, { start: number; end: number }[]> })[];
    education: Record<string, unknown>[];
    skills: { name: string }[];
  };
  sections: { kind: string; start: number; end: number }[];
  work_months: number;
  text_sha256: string;
}
const resumeOf = (world: World, id: string, key?: string) =>
  world.request(`/v1/applications/${id}/resume`, key === undefined ? {} : { key });
const code = async (response: Response) => [response.status, (await response.json<{ code: string }>()).code];

it("gives the structure of the redacted text, with offsets into the text that the API serves", async () => {
  const world = await makeWorld();
  const { body } = await world.apply();
  await world.drain();
  const response = await resumeOf(world, body.id);
  expect(response.status).toBe(200);
  const answer = await response.json<Answer>();
  const text = await (await world.request(`/v1/applications/${body.id}/text`)).text();
  expect(answer.text_sha256).toBe(await sha256Hex(text));
  expect(answer.sections.map(({ kind }) => kind)).toEqual(["experience", "education", "skills"]);
  const [job] = answer.resume.work;
  expect(job).toMatchObject({
    name: "Northwind Grid",
    position: "Backend engineer",
    startDate: "2018",
    endDate: "2024",
  });
  const [at] = job!.x_spans.name!;
  expect(text.slice(at!.start, at!.end)).toBe("Northwind Grid");
  expect(answer.resume.education).toMatchObject([{ institution: "University of Leeds", studyType: "BSc" }]);
  expect(answer.resume.skills.map(({ name }) => name)).toEqual(["Go", "PostgreSQL", "Kubernetes", "Kafka"]);
  expect(answer.work_months).toBe(72);
});

it("holds nothing that tells who it is", async () => {
  const world = await makeWorld();
  const { body } = await world.apply();
  await world.drain();
  expect(await (await resumeOf(world, body.id)).text()).not.toMatch(/ada|7946/i);
});

it("counts work until the month of the application, however late it is read", async () => {
  const world = await makeWorld();
  const bytes =
    "Ada Example\n\nExperience\n2026.01 - present Northwind Ltd, Engineer\nBuilt services in Go.\n";
  const { body } = await world.apply({ file: { name: "cv.txt", bytes } });
  await world.drain();
  world.clock.at += 400 * 24 * 3600 * 1000;
  expect((await (await resumeOf(world, body.id)).json<Answer>()).work_months).toBe(11);
});

it("answers a conflict before the document is read, and gone once the candidate is erased", async () => {
  const world = await makeWorld();
  const { body } = await world.apply();
  expect(await code(await resumeOf(world, body.id))).toEqual([409, "conflict"]);
  await world.drain();
  await world.request(`/v1/applications/${body.id}`, { method: "DELETE" });
  expect(await code(await resumeOf(world, body.id))).toEqual([410, "erased"]);
});

it("reads what is stored, and nothing of another workspace", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  const { body } = await world.apply();
  await world.drain();
  expect(await code(await other.request(`/v1/applications/${body.id}/resume`))).toEqual([404, "not_found"]);
  const row = await env.DB.prepare("SELECT id FROM document WHERE application_id = ?")
    .bind(body.id)
    .first<{ id: string }>();
  await env.FILES.put(redactedObject(row!.id), "Skills\nCOBOL, Fortran");
  const { resume } = await (await resumeOf(world, body.id)).json<Answer>();
  expect(resume.skills.map(({ name }) => name)).toEqual(["COBOL", "Fortran"]);
});
