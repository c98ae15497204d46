/** The requests that one vLLM server has: those running share the card evenly, the others wait in order. */
import { type Service, secondsEach } from "./service.ts";

interface Running {
  /** The résumé, by its place in the trace. */
  resume: number;
  size: number;
  /** Reading of the work clock at which it is done. */
  due: number;
  dispatched: number;
  began: number;
}

interface Waiting {
  resume: number;
  size: number;
  dispatched: number;
}

/** A finished request: which, and how long until its first token and in all, in seconds. */
export interface Finished {
  resume: number;
  ttft: number;
}

/**
 * Processor sharing with batch effects: with n running each advances at 1 / secondsEach(n). A work clock counts how
 * much one request has advanced, so that a change of n touches no request but the clock's speed.
 */
export class Batch {
  private work = 0;
  private at: number;
  private readonly heap: Running[] = [];
  private readonly queue: Waiting[] = [];

  constructor(
    private readonly service: Service,
    now: number,
    /** Share of a lone request's time that passes before its first token. */
    private readonly prefillShare: number,
  ) {
    this.at = now;
  }

  get running(): number {
    return this.heap.length;
  }

  get waiting(): number {
    return this.queue.length;
  }

  get inFlight(): number {
    return this.heap.length + this.queue.length;
  }

  /** When the next running request is done, if nothing changes; Infinity when none runs. */
  get nextFinish(): number {
    const first = this.heap[0];
    return first === undefined
      ? Number.POSITIVE_INFINITY
      : this.at + Math.max(0, first.due - this.work) * secondsEach(this.service, this.heap.length);
  }

  add(now: number, resume: number, size: number): void {
    this.advance(now);
    this.queue.push({ resume, size, dispatched: now });
    this.begin(now);
  }

  /** Takes out the request that is done now; call at `nextFinish`. */
  finish(now: number): Finished {
    const first = this.heap[0];
    if (first === undefined) throw new RangeError("nothing runs");
    this.advance(now);
    this.work = Math.max(this.work, first.due);
    this.removeFirst();
    this.begin(now);
    return {
      resume: first.resume,
      ttft: first.began - first.dispatched + this.prefillShare * (now - first.began),
    };
  }

  /** Ends everything: the requests that were not done, in the order in which they had come. */
  abort(): number[] {
    const unfinished = [...this.heap.map(({ resume }) => resume), ...this.queue.map(({ resume }) => resume)];
    this.heap.length = 0;
    this.queue.length = 0;
    return unfinished.sort((a, b) => a - b);
  }

  private advance(now: number): void {
    if (this.heap.length > 0) this.work += (now - this.at) / secondsEach(this.service, this.heap.length);
    this.at = now;
  }

  private begin(now: number): void {
    while (this.heap.length < this.service.slots) {
      const next = this.queue.shift();
      if (next === undefined) return;
      this.insert({ ...next, due: this.work + next.size, began: now });
    }
  }

  /** A binary heap by due reading, then by place in the trace, so that ties have one order. */
  private insert(entry: Running): void {
    const heap = this.heap;
    let index = heap.push(entry) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!earlier(entry, heap[parent]!)) break;
      heap[index] = heap[parent]!;
      index = parent;
    }
    heap[index] = entry;
  }

  private removeFirst(): void {
    const heap = this.heap;
    const last = heap.pop()!;
    if (heap.length === 0) return;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && earlier(heap[child + 1]!, heap[child]!)) child++;
      if (!earlier(heap[child]!, last)) break;
      heap[index] = heap[child]!;
      index = child;
    }
    heap[index] = last;
  }
}

const earlier = (a: Running, b: Running): boolean =>
  a.due < b.due || (a.due === b.due && a.resume < b.resume);
