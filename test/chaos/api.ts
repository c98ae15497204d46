/** Candor as an integrator sees it: the REST calls that the checks need. */
import type { Applicant } from "./resumes.ts";
import type { DemoFile } from "./server-process.ts";

const PAGE = 200;
const ANSWER_MS = 60_000;

export interface ApplicationSummary {
  id: string;
  state: string;
  attention_reason: string | null;
}
export interface FeedEvent {
  type: string;
  data: Record<string, string | number | boolean | null>;
}

/** The answer to an application that was taken. */
export interface Receipt {
  id: string;
  /** False when it had been taken before. */
  created: boolean;
}

export class Api {
  readonly #demo: DemoFile;

  constructor(demo: DemoFile) {
    this.#demo = demo;
  }

  /** @throws Error when no answer came, or one that is neither 200 nor 201. */
  async apply(jobId: string, { name, email, file }: Applicant): Promise<Receipt> {
    const form = new FormData();
    form.set("name", name);
    form.set("email", email);
    form.set("consent", "yes");
    form.set("resume", new Blob([new Uint8Array(file.bytes)]), file.name);
    const response = await fetch(`${this.#demo.url}/v1/public/jobs/${jobId}/applications`, {
      method: "POST",
      body: form,
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    const body = await response.text();
    if (response.status !== 200 && response.status !== 201) throw new Error(`${response.status} ${body}`);
    return { id: (JSON.parse(body) as { id: string }).id, created: response.status === 201 };
  }

  applications(): Promise<ApplicationSummary[]> {
    return this.#pages<ApplicationSummary>("/v1/applications", (page) => page.next_cursor !== null);
  }

  events(): Promise<FeedEvent[]> {
    return this.#pages<FeedEvent>("/v1/events", (page) => page.items.length === PAGE);
  }

  async evaluations(id: string): Promise<{ id: string; superseded: boolean }[]> {
    const { items } = await this.#get<{ items: { id: string; superseded: boolean }[] }>(
      `/v1/applications/${id}/evaluations`,
    );
    return items;
  }

  async original(id: string): Promise<Uint8Array> {
    const response = await this.#fetch(`/v1/applications/${id}/document`);
    return new Uint8Array(await response.arrayBuffer());
  }

  auditVerification(): Promise<{ valid: boolean; entries: number; broken: unknown }> {
    return this.#get("/v1/audit/verify");
  }

  async #pages<T>(
    path: string,
    more: (page: { items: T[]; next_cursor: string | null }) => boolean,
  ): Promise<T[]> {
    const all: T[] = [];
    for (let cursor: string | null = null; ; ) {
      const query: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
      const page: { items: T[]; next_cursor: string | null } = await this.#get(
        `${path}?limit=${PAGE}${query}`,
      );
      all.push(...page.items);
      if (!more(page)) return all;
      cursor = page.next_cursor;
    }
  }

  async #get<T>(path: string): Promise<T> {
    const response = await this.#fetch(path);
    return (await response.json()) as T;
  }

  /** Waits when it is asked to. @throws Error for any other answer than 200. */
  async #fetch(path: string): Promise<Response> {
    for (;;) {
      const response = await fetch(this.#demo.url + path, {
        headers: { authorization: `Bearer ${this.#demo.api_key}` },
        signal: AbortSignal.timeout(ANSWER_MS),
      });
      if (response.status === 200) return response;
      const body = await response.text();
      if (response.status !== 429) throw new Error(`${path}: ${response.status} ${body}`);
      const seconds = Number(response.headers.get("retry-after") ?? 1);
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    }
  }
}
