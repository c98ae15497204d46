/** What has to hold after any number of crashes. */
import type { Api, FeedEvent } from "./api.ts";
import type { Applicant } from "./resumes.ts";

/** One applicant's application and every id that any answer gave it. */
export interface Submission {
  applicant: Applicant;
  jobId: string;
  ids: Set<string>;
}

export interface Verdict {
  acknowledged: number;
  evaluated: number;
  /** Acknowledged, and not there, without its file, or without its evaluation. */
  lost: number;
  /** More than once: an application, its evaluation, or what the feed tells of it. */
  doubled: number;
  chain_valid: boolean;
  /** One sentence for each thing that is wrong. */
  faults: string[];
}

type View = Pick<Api, "applications" | "events" | "evaluations" | "original" | "auditVerification">;

const AT_ONCE = 8;

/** Asks the API alone, as an integrator could. Every submission has been acknowledged by now. */
export async function check(api: View, submissions: readonly Submission[]): Promise<Verdict> {
  const [applications, events, chain] = [
    await api.applications(),
    await api.events(),
    await api.auditVerification(),
  ];
  const states = new Map(applications.map((one) => [one.id, one]));
  const told = countEvents(events);
  const faults: string[] = [];
  let [lost, doubled, evaluated] = [0, 0, 0];
  const turns = submissions.values();
  const examine = async ({ applicant, ids }: Submission) => {
    const [id = "none", ...others] = ids;
    const state = states.get(id);
    const missing: string[] = [];
    const twice: string[] = others.map((other) => `${applicant.email} is ${id} and ${other}`);
    if (state === undefined) missing.push(`${id} was acknowledged and is not listed`);
    else {
      if (state.state !== "evaluated") missing.push(`${id} is ${state.state} (${state.attention_reason})`);
      const evaluations = await api.evaluations(id);
      const standing = evaluations.filter(({ superseded }) => !superseded).length;
      if (standing === 0 && state.state === "evaluated") missing.push(`${id} has no standing evaluation`);
      if (evaluations.length > 1)
        twice.push(`${id} has ${evaluations.length} evaluations, ${standing} of them standing`);
      if (!Buffer.from(await api.original(id)).equals(applicant.file.bytes))
        missing.push(`${id} has another file`);
      for (const type of ["application.created", "application.evaluated"]) {
        const times = told.get(`${type} ${id}`) ?? 0;
        if (times === 0) missing.push(`the feed lacks ${type} of ${id}`);
        if (times > 1) twice.push(`the feed has ${type} of ${id} ${times} times`);
      }
    }
    faults.push(...missing, ...twice);
    if (missing.length > 0) lost++;
    if (twice.length > 0) doubled++;
    if (state?.state === "evaluated") evaluated++;
  };
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const submission of turns) await examine(submission);
    }),
  );
  const known = new Set(submissions.flatMap(({ ids }) => [...ids]));
  for (const { id } of applications.filter((one) => !known.has(one.id))) {
    doubled++;
    faults.push(`${id} is listed and was never acknowledged`);
  }
  if (!chain.valid) faults.push(`the audit chain is broken: ${JSON.stringify(chain.broken)}`);
  return { acknowledged: submissions.length, evaluated, lost, doubled, chain_valid: chain.valid, faults };
}

function countEvents(events: readonly FeedEvent[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { type, data } of events) {
    const key = `${type} ${data.application_id}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
