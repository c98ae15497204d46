/** A door before the edge that a test can shut: what is behind it goes on living. */
import { createServer } from "node:http";

export interface Door {
  url: string;
  /** While true, everything is answered with 503. */
  shut: boolean;
  /** Requests so far, by the status of their answers. */
  answered: Record<number, number>;
  close(): Promise<void>;
}

/** @param target root of the server behind it; only GET goes through */
export async function openDoor(target: string): Promise<Door> {
  const pass = async (path: string, authorization: string | undefined) => {
    if (door.shut) return { status: 503, body: "{}" };
    const headers = authorization === undefined ? {} : { authorization };
    const response = await fetch(target + path, { headers });
    return { status: response.status, body: await response.text() };
  };
  const server = createServer((request, response) => {
    pass(request.url ?? "/", request.headers.authorization)
      .catch(() => ({ status: 502, body: "{}" }))
      .then(({ status, body }) => {
        door.answered[status] = (door.answered[status] ?? 0) + 1;
        response.writeHead(status, { "content-type": "application/json" }).end(body);
      });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const door: Door = {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    shut: false,
    answered: {},
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return door;
}
