/** Talks to an isolate of a running server through V8's inspector (Chrome DevTools Protocol). */

/** The isolate that runs Candor itself; the stores' simulators have their own. */
export const CANDOR_ISOLATE = "core:user:candor";

const ANSWER_MS = 30_000;

export interface Inspector {
  /** Where expressions are evaluated; workerd names no default one. */
  context: Promise<number>;
  send<T>(method: string, params?: Record<string, unknown>): Promise<T>;
  close(): void;
}

/** What an isolate holds outside WebAssembly, in bytes. */
export interface HeapUsage {
  /** JavaScript objects, garbage that has not been collected yet included. */
  heap: number;
  /** ArrayBuffers, which live outside the heap. */
  backing: number;
}

/** @throws Error when no such isolate is served on the port. */
export async function openInspector(port: number, isolate: string = CANDOR_ISOLATE): Promise<Inspector> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/${isolate}`);
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  const fail = (reason: string) => {
    for (const { reject } of waiting.values()) reject(new Error(reason));
    waiting.clear();
  };
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener("open", () => resolve());
    socket.addEventListener("error", () => reject(new Error(`no inspector for ${isolate} on port ${port}`)));
  });
  let entered: (context: number) => void = () => undefined;
  const context = new Promise<number>((resolve) => {
    entered = resolve;
  });
  socket.addEventListener("close", () => fail("the inspector closed"));
  socket.addEventListener("message", (message) => {
    const answer = JSON.parse(String(message.data)) as {
      id?: number;
      method?: string;
      params?: { context?: { id: number } };
      result?: unknown;
      error?: { message: string };
    };
    if (answer.method === "Runtime.executionContextCreated" && answer.params?.context)
      entered(answer.params.context.id);
    const asked = answer.id === undefined ? undefined : waiting.get(answer.id);
    if (answer.id === undefined || asked === undefined) return;
    waiting.delete(answer.id);
    if (answer.error) asked.reject(new Error(answer.error.message));
    else asked.resolve(answer.result);
  });
  let last = 0;
  return {
    context,
    send<T>(method: string, params: Record<string, unknown> = {}): Promise<T> {
      const id = ++last;
      return new Promise<T>((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(id);
          reject(new Error(`${method} got no answer in ${ANSWER_MS} ms`));
        }, ANSWER_MS);
        waiting.set(id, {
          resolve: (result) => {
            clearTimeout(timer);
            resolve(result as T);
          },
          reject: (error) => {
            clearTimeout(timer);
            reject(error);
          },
        });
        socket.send(JSON.stringify({ id, method, params }));
      });
    },
    close: () => socket.close(),
  };
}

/** Cheap. Asked between two turns of the isolate: what one turn took and gave back inside itself is not seen. */
export async function heapUsage(inspector: Inspector): Promise<HeapUsage> {
  const usage = await inspector.send<{ usedSize: number; backingStorageSize?: number }>(
    "Runtime.getHeapUsage",
  );
  return { heap: usage.usedSize, backing: usage.backingStorageSize ?? 0 };
}

/**
 * Bytes of all WebAssembly memories of the isolate: V8 counts them in neither of the above. A memory never shrinks,
 * so this is also its peak. Collects garbage on the way, which takes some 500 ms.
 */
export async function wasmMemory(inspector: Inspector): Promise<number> {
  await inspector.send("Runtime.enable");
  const contextId = await inspector.context;
  const prototype = await inspector.send<{ result: { objectId: string } }>("Runtime.evaluate", {
    expression: "WebAssembly.Memory.prototype",
    contextId,
  });
  const found = await inspector.send<{ objects: { objectId: string } }>("Runtime.queryObjects", {
    prototypeObjectId: prototype.result.objectId,
  });
  const sum = await inspector.send<{ result: { value: number } }>("Runtime.callFunctionOn", {
    objectId: found.objects.objectId,
    functionDeclaration: "function () { return this.reduce((sum, one) => sum + one.buffer.byteLength, 0); }",
    returnByValue: true,
  });
  await inspector.send("Runtime.releaseObject", { objectId: found.objects.objectId });
  return sum.result.value;
}

interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; lineNumber: number }; children?: number[] }[];
  samples: number[];
  /** Microseconds since the sample before. */
  timeDeltas: number[];
}

export interface ProfileLine {
  name: string;
  /** In the function itself, and with all that it called. */
  selfMs: number;
  totalMs: number;
}

const SAMPLE_US = 200;

/**
 * Samples an isolate while `work` runs. An isolate is sampled only while it runs, so each sample counts for the usual
 * distance of two, whatever time has passed since the one before.
 */
export async function profile(
  inspector: Inspector,
  work: () => Promise<void>,
): Promise<{ busyMs: number; lines: ProfileLine[] }> {
  await inspector.send("Profiler.enable");
  await inspector.send("Profiler.setSamplingInterval", { interval: SAMPLE_US });
  await inspector.send("Profiler.start");
  await work();
  const { profile: taken } = await inspector.send<{ profile: CpuProfile }>("Profiler.stop");
  await inspector.send("Profiler.disable");
  const deltas = [...taken.timeDeltas].sort((a, b) => a - b);
  const sampleMs = (deltas[deltas.length >> 1] ?? SAMPLE_US) / 1000;
  const nodes = new Map(taken.nodes.map((node) => [node.id, node]));
  const parents = new Map(
    taken.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])),
  );
  const lines = new Map<string, ProfileLine>();
  let busyMs = 0;
  for (const id of taken.samples) {
    const seen = new Set<string>();
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const name = nameOf(nodes.get(at)?.callFrame);
      if (name === "(idle)") break;
      if (at === id) busyMs += sampleMs;
      if (seen.has(name)) continue;
      seen.add(name);
      const line = lines.get(name) ?? { name, selfMs: 0, totalMs: 0 };
      lines.set(name, line);
      line.totalMs += sampleMs;
      if (at === id) line.selfMs += sampleMs;
    }
  }
  lines.delete("(root)");
  return { busyMs, lines: [...lines.values()] };
}

function nameOf(frame: CpuProfile["nodes"][number]["callFrame"] | undefined): string {
  if (frame === undefined) return "?";
  const { functionName, lineNumber } = frame;
  return functionName.startsWith("(") ? functionName : `${functionName || "(anonymous)"}:${lineNumber + 1}`;
}
