/** Which servers the overlays stand for: a cloud's way to a card, a preset, and what it answers. */
import type { CardName } from "../../simulation/cards.ts";

export interface Overlay {
  /** Folder under overlays/. */
  name: string;
  /** Folder under components/. */
  cloud: "gke" | "eks" | "aks" | "metal";
  /** Pool of the edge that it answers: a key of `pools` in `/internal/queue-depth`, or all of them. */
  pool: "all" | "long" | "embeddings";
  namespace: string;
  /** File in presets/. */
  preset: string;
  /** Whose measured or derived speed the thresholds come from. */
  card: CardName;
  /**
   * How a node with that card is found. It has to be a label which the cloud's autoscaler knows before the node is
   * there; those of GPU feature discovery appear afterwards, and from zero nodes nothing would ever match.
   */
  nodeSelector: Record<string, string>;
  /** Memory of the machine, in GiB: vLLM's processes, pinned buffers, and the weights once while they are loaded. */
  memory: { request: number; limit: number };
  /**
   * Cores asked for. An H100 keeps up to 5.6 of them busy with grammars and four front ends (docs/gpu-measured.md);
   * the small cards' machines have four.
   */
  cpus: number;
  maxReplicas: number;
}

const SCREENING = { pool: "all", namespace: "candor-inference", maxReplicas: 4 } as const;

export const OVERLAYS: readonly Overlay[] = [
  {
    ...SCREENING,
    name: "gke-l4",
    cloud: "gke",
    preset: "bf16-24gb",
    card: "l4",
    nodeSelector: { "cloud.google.com/gke-accelerator": "nvidia-l4" },
    memory: { request: 16, limit: 24 },
    cpus: 3,
  },
  {
    ...SCREENING,
    name: "eks-l40s",
    cloud: "eks",
    preset: "fp8-48gb",
    card: "l40s",
    nodeSelector: { "karpenter.k8s.aws/instance-gpu-name": "l40s" },
    memory: { request: 20, limit: 28 },
    cpus: 6,
  },
  {
    name: "eks-l40s-long",
    cloud: "eks",
    pool: "long",
    namespace: "candor-inference-long",
    preset: "bf16-48gb-262k-kv8",
    card: "l40s",
    nodeSelector: { "karpenter.k8s.aws/instance-gpu-name": "l40s" },
    memory: { request: 20, limit: 28 },
    cpus: 6,
    maxReplicas: 2,
  },
  {
    ...SCREENING,
    name: "aks-h100",
    cloud: "aks",
    preset: "fp8-80gb",
    card: "h100-fp8",
    // Given to the node pool when it is made: `az aks nodepool add --labels candor.dev/node=h100 …`.
    nodeSelector: { "candor.dev/node": "h100" },
    memory: { request: 32, limit: 48 },
    cpus: 8,
  },
  {
    name: "gke-l4-embedding",
    cloud: "gke",
    pool: "embeddings",
    namespace: "candor-inference-embedding",
    preset: "embedding-8gb",
    card: "l4",
    nodeSelector: { "cloud.google.com/gke-accelerator": "nvidia-l4" },
    memory: { request: 8, limit: 12 },
    cpus: 3,
    maxReplicas: 2,
  },
  {
    ...SCREENING,
    name: "metal-rtx4060",
    cloud: "metal",
    preset: "awq-8gb",
    card: "rtx4060",
    // The machine is there, and so is the label that GPU feature discovery gave it.
    nodeSelector: { "nvidia.com/gpu.product": "NVIDIA-GeForce-RTX-4060" },
    memory: { request: 8, limit: 14 },
    cpus: 3,
    maxReplicas: 1,
  },
];
