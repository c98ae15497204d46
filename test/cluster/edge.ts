/** The edge that the cluster asks for its queue: Candor's own server, or one that says what it is told. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { buildAssets, buildWorker, ROOT } from "../../scripts/build.ts";
import { type LocalServer, startLocalServer } from "../support/local-server.ts";
import { startQueueEndpoint } from "../support/queue-endpoint.ts";
import { type RecordedInference, startRecordedInference } from "../support/recorded-inference-server.ts";
import { scriptedModel } from "../support/scripted-model.ts";
import { openDoor } from "./door.ts";
import { pause } from "./watch.ts";

export interface Edge {
  name: string;
  /** Where KEDA asks. */
  url: string;
  token: string;
  /** As many applications wait as this; fewer than before means that the model has answered all of them first. */
  setWaiting(count: number): Promise<void>;
  /** The oldest has waited so long. */
  setOldest(seconds: number): Promise<void>;
  setDown(down: boolean): Promise<void>;
  /** Answers to KEDA so far, by status. */
  answered(): Record<number, number>;
  close(): Promise<void>;
}

const QUEUE = "/internal/queue-depth";
const EMPTY_WITHIN_MS = 180_000;
const AT_ONCE = 8;

/** An edge that says what a test tells it to. */
export async function standInEdge(token: string): Promise<Edge> {
  const endpoint = await startQueueEndpoint(token);
  return {
    name: "a stand-in",
    url: endpoint.url,
    token,
    setWaiting: async (count) => {
      endpoint.waiting = count;
    },
    setOldest: async (seconds) => {
      endpoint.oldest = seconds;
    },
    setDown: async (down) => {
      endpoint.down = down;
    },
    answered: () => endpoint.answered,
    close: () => endpoint.close(),
  };
}

/**
 * Candor's worker in workerd with its database and queues. Applications are handed in over HTTP; the model behind it
 * refuses connections, as one without a card does, until the queue is to be emptied.
 */
export async function candorEdge(token: string): Promise<Edge> {
  await Promise.all([buildAssets(), buildWorker()]);
  const tier = await startRecordedInference({ answers: scriptedModel() });
  await tier.set({ fault: "refused" });
  const vars = { INTERNAL_TOKEN: token, INFERENCE_URL: tier.url, INFERENCE_RETRY_AFTER_MS: "2000" };
  const server = await startLocalServer({ vars });
  const door = await openDoor(server.url);
  const queue = new ApplicationQueue(server, tier, token);
  return {
    name: "Candor's own server",
    url: door.url + QUEUE,
    token,
    setWaiting: (count) => queue.become(count),
    setOldest: async (seconds) => {
      const came = Date.now() - seconds * 1000;
      await server.env.DB.prepare("UPDATE application SET created_at = ? WHERE created_at > ?")
        .bind(came, came)
        .run();
    },
    setDown: async (down) => {
      door.shut = down;
    },
    answered: () => door.answered,
    close: async () => {
      await door.close();
      await server.close();
      await tier.close();
    },
  };
}

class ApplicationQueue {
  private handedIn = 0;
  private readonly resume = readFile(path.join(ROOT, "docs/example-resume.md"), "utf8");

  constructor(
    private readonly server: LocalServer,
    private readonly tier: RecordedInference,
    private readonly token: string,
  ) {}

  async become(count: number): Promise<void> {
    let now = await this.wanted();
    if (count < now) {
      await this.empty();
      now = 0;
    }
    for (let missing = count - now; missing > 0; missing -= AT_ONCE) {
      await Promise.all(Array.from({ length: Math.min(missing, AT_ONCE) }, () => this.handIn()));
    }
  }

  private async wanted(): Promise<number> {
    const headers = { authorization: `Bearer ${this.token}` };
    const response = await fetch(this.server.url + QUEUE, { headers });
    if (!response.ok) throw new Error(`${QUEUE}: ${response.status}`);
    return ((await response.json()) as { wanted: number }).wanted;
  }

  private async handIn(): Promise<void> {
    const number = ++this.handedIn;
    const text = `${await this.resume}\nReference ${number}\n`;
    await this.server.apply({ name: "resume.md", text }, `applicant-${number}@example.org`);
  }

  /** The model answers until nothing waits. */
  private async empty(): Promise<void> {
    await this.tier.set(null);
    const begun = Date.now();
    while ((await this.wanted()) > 0) {
      if (Date.now() - begun > EMPTY_WITHIN_MS)
        throw new Error(`${await this.wanted()} applications are still waiting`);
      await pause(250);
    }
    await this.tier.set({ fault: "refused" });
  }
}
