/** The edge's `/internal/queue-depth` and nothing else: what a cluster is scaled by, with numbers that a test sets. */
import { createServer } from "node:http";

export interface QueueEndpoint {
  url: string;
  token: string;
  /** Applications that wait for the model. */
  waiting: number;
  /** Seconds that the oldest of them has waited. */
  oldest: number;
  /** While true, everything is answered with 503. */
  down: boolean;
  /** Requests so far, by the status of their answers. */
  answered: Record<number, number>;
  close(): Promise<void>;
}

export async function startQueueEndpoint(token: string): Promise<QueueEndpoint> {
  const server = createServer((request, response) => {
    const status = statusOf(endpoint, request.url ?? "", request.headers.authorization);
    endpoint.answered[status] = (endpoint.answered[status] ?? 0) + 1;
    response.writeHead(status, { "content-type": "application/json" });
    response.end(status === 200 ? JSON.stringify(answer(endpoint)) : "{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  const endpoint: QueueEndpoint = {
    url: `http://127.0.0.1:${port}/internal/queue-depth`,
    token,
    waiting: 0,
    oldest: 0,
    down: false,
    answered: {},
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return endpoint;
}

function statusOf({ down, token }: QueueEndpoint, path: string, authorization: string | undefined): number {
  if (down) return 503;
  if (path !== "/internal/queue-depth") return 404;
  return authorization === `Bearer ${token}` ? 200 : 401;
}

const answer = ({ waiting, oldest }: QueueEndpoint) => ({
  waiting,
  running: 0,
  wanted: waiting,
  oldest_s: oldest,
});
