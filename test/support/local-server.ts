/** The real server for end-to-end tests: the built worker in workerd on a port of its own, on a fresh state folder. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "../../bench/free-port.ts";
import { type Seeded, seedDemo } from "../../db/seed.ts";
import { type Server, type ServerOptions, startServer } from "../../scripts/server.ts";
import { createContext } from "../../workers/context.ts";

export interface LocalServer extends Server {
  state: string;
  demo: Seeded;
  /** GET with the demo key, as JSON. */
  read<T>(path: string): Promise<T>;
  apply(file: { name: string; text: string }, email: string): Promise<{ id: string }>;
  /** Waits until an application is evaluated or needs a person. */
  settled<T extends { state: string }>(id: string, until?: (application: T) => boolean): Promise<T>;
}

export async function startLocalServer(options: Partial<ServerOptions> = {}): Promise<LocalServer> {
  const state = options.state ?? (await mkdtemp(path.join(tmpdir(), "candor-test-")));
  const server = await startServer({ port: await freePort(), state, sweepEveryS: 1, ...options });
  const demo = await seedDemo(createContext(server.env), null);
  const read = async <T>(address: string): Promise<T> => {
    const response = await fetch(server.url + address, {
      headers: { authorization: `Bearer ${demo.api_key}` },
    });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  return {
    ...server,
    state,
    demo,
    read,
    apply: async (file, email) => {
      const form = new FormData();
      for (const [field, value] of Object.entries({ name: "Test Applicant", email, consent: "yes" }))
        form.set(field, value);
      form.set("resume", new Blob([file.text]), file.name);
      const job = demo.jobs.find(({ language }) => language === "en")!;
      const response = await fetch(`${server.url}/v1/public/jobs/${job.id}/applications`, {
        method: "POST",
        body: form,
      });
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
      return (await response.json()) as { id: string };
    },
    settled: async <T extends { state: string }>(
      id: string,
      until: (application: T) => boolean = ({ state }) => /evaluated|attention/.test(state),
    ) => {
      for (let tries = 0; tries < 300; tries++) {
        const application = await read<T>(`/v1/applications/${id}`);
        if (until(application)) return application;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`${id} did not settle`);
    },
    close: async () => {
      await server.close();
      if (options.state === undefined) await rm(state, { recursive: true, force: true });
    },
  };
}
