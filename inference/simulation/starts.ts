/** How a replica comes to be ready, in places with different habits. */
import type { StartProfile } from "./types.ts";

/**
 * vLLM's own part is measured (`npm run bench:gpu`, bf16-80gb with its four front ends, 2026-11-23): from the command to
 * the first good `/health` 134 s, and 95 s with the compile cache kept. A single front end, timed by hand, took 124 and
 * 87 s; the first start of a machine, which reads its libraries from disk, 208 s (FP8). The weights there were made, not
 * read. Machines, images and weights are assumed: a GPU machine within one to three minutes, an image of 10 GB at
 * 170 MB/s, 8 GB of weights at half a gigabyte a second.
 */
const ENGINE_COLD = 134;
const ENGINE_CACHED = 95;

const CLOUD: StartProfile = {
  name: "cloud",
  what: "machines on demand, compile cache kept on a volume",
  provision: 120,
  imagePull: 60,
  weights: 16,
  engine: ENGINE_CACHED,
  jitter: 0.2,
  nodeIdle: 120,
  grace: 120,
  provenance: "assumed",
};

export const STARTS = {
  cloud: CLOUD,
  cold: {
    ...CLOUD,
    name: "cold",
    what: "as cloud, with a slow registry and nothing cached",
    provision: 180,
    imagePull: 120,
    weights: 40,
    engine: ENGINE_COLD,
  },
  prepared: {
    ...CLOUD,
    name: "prepared",
    what: "image and weights on the machine's disk image",
    provision: 90,
    imagePull: 0,
    weights: 8,
  },
  lingering: {
    ...CLOUD,
    name: "lingering",
    what: "as cloud; the cluster autoscaler keeps empty machines for its default 10 min",
    nodeIdle: 600,
  },
  serverless: {
    ...CLOUD,
    name: "serverless",
    what: "a pool of machines that is not ours: no provisioning, nothing billed when empty",
    provision: 0,
    imagePull: 10,
    nodeIdle: 0,
  },
} as const satisfies Record<string, StartProfile>;

export type StartName = keyof typeof STARTS;
