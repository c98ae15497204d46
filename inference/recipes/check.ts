/** The recipes for platforms without a cluster: their shapes, since nothing here can run them. */
import { parse } from "yaml";
import type { Presets } from "../kubernetes/checks/pod.ts";

/** An H100 takes up to 160 s from cold; a platform that gives up earlier never has a server. */
const LEAST_START_S = 600;

export function recipeProblems(files: ReadonlyMap<string, string>, presets: Presets): string[] {
  return [
    ...runpodProblems(files, presets),
    ...modalProblems(files.get("modal/candor_inference.py") ?? "", presets),
    ...cloudRunProblems(files.get("cloud-run/service.yaml") ?? "", presets),
    ...containerProblems(
      files.get("single-container/Dockerfile") ?? "",
      files.get("single-container/start.sh") ?? "",
    ),
  ];
}

const when = (wrong: boolean, words: string): string[] => (wrong ? [words] : []);

const sequencesOf = (presets: Presets, name: string): number => {
  const flags = presets.get(name)?.flags ?? [];
  return Number(flags[flags.indexOf("--max-num-seqs") + 1]);
};

function runpodProblems(files: ReadonlyMap<string, string>, presets: Presets): string[] {
  const template = JSON.parse(files.get("runpod/template.json") ?? "{}") as {
    env?: Record<string, string>;
    ports?: string[];
    isServerless?: boolean;
  };
  const endpoint = JSON.parse(files.get("runpod/endpoint.json") ?? "{}") as Record<string, number | string>;
  const env = template.env ?? {};
  return [
    ...when(!presets.has(env.PRESET ?? ""), `runpod: ${env.PRESET} is no preset`),
    ...when(
      !/^\{\{ RUNPOD_SECRET_\w+ \}\}$/.test(env.VLLM_API_KEY ?? ""),
      "runpod: the key is no reference to a secret",
    ),
    ...when(
      !template.ports?.includes(`${env.PORT}/http`) || env.PORT !== "8000",
      "runpod: the load balancer asks a port that is not the proxy's",
    ),
    ...when(env.PORT_HEALTH !== "9090", "runpod: health is asked where it is not answered"),
    ...when(template.isServerless !== true, "runpod: a template of a pod never goes to zero"),
    ...when(
      endpoint.workersMin !== 0 || !(Number(endpoint.workersMax) > 0),
      "runpod: does not go from zero to many",
    ),
    ...when(
      !(Number(endpoint.executionTimeoutMs) >= 600_000),
      "runpod: cuts answers that nginx.conf waits for",
    ),
  ];
}

function modalProblems(source: string, presets: Presets): string[] {
  const constant = (name: string) => new RegExp(`^${name} = "?([^"\\n]+)"?$`, "m").exec(source)?.[1] ?? "";
  const preset = constant("PRESET");
  return [
    ...when(!presets.has(preset), `modal: ${preset} is no preset`),
    ...when(
      Number(constant("AT_ONCE")) !== sequencesOf(presets, preset),
      `modal: lets ${constant("AT_ONCE")} in at once, the preset ${sequencesOf(presets, preset)}`,
    ),
    ...when(
      !(Number(constant("START_TIMEOUT_S")) >= LEAST_START_S),
      "modal: gives up before a cold start is through",
    ),
    ...when(
      !/min_containers=0\b/.test(source) || !/max_containers=MOST\b/.test(source),
      "modal: does not go from zero to many",
    ),
    ...when(
      !/secrets=\[modal\.Secret\.from_name\(/.test(source) || /VLLM_API_KEY"?\s*[:=]\s*"/.test(source),
      "modal: the key is no secret",
    ),
    ...when(!/web_server\(port=8000\b/.test(source), "modal: shows another port than the proxy's"),
    ...when(!/"\/var\/cache\/vllm": compiled/.test(source), "modal: compiles anew at each start"),
  ];
}

interface CloudRun {
  spec?: {
    template: {
      metadata: { annotations: Record<string, string> };
      spec: {
        containerConcurrency: number;
        timeoutSeconds: number;
        containers: {
          name: string;
          ports?: { containerPort: number }[];
          env?: { name: string; value?: string }[];
          startupProbe?: { periodSeconds: number; failureThreshold: number };
          resources: { limits: Record<string, string> };
        }[];
      };
    };
  };
}

function cloudRunProblems(text: string, presets: Presets): string[] {
  const { template } = (parse(text) as CloudRun | null)?.spec ?? {};
  if (!template) return ["cloud-run: no service"];
  const { annotations } = template.metadata;
  const { containers, containerConcurrency, timeoutSeconds } = template.spec;
  const server = containers.find(({ name }) => name === "server");
  const open = containers.filter(({ ports }) => ports?.length).map(({ name }) => name);
  const value = (name: string) => server?.env?.find((one) => one.name === name)?.value ?? "";
  const probe = server?.startupProbe;
  const start = (probe?.periodSeconds ?? 0) * (probe?.failureThreshold ?? 0);
  return [
    ...when(annotations["autoscaling.knative.dev/minScale"] !== "0", "cloud-run: does not go to zero"),
    ...when(
      annotations["run.googleapis.com/cpu-throttling"] !== "false",
      "cloud-run: a GPU needs its CPU all the time",
    ),
    ...when(
      !annotations["run.googleapis.com/container-dependencies"]?.includes('"proxy":["server"]'),
      "cloud-run: requests arrive before the server",
    ),
    ...when(
      open.join() !== "proxy",
      `cloud-run: ${open.join(", ") || "nothing"} takes requests, not the proxy`,
    ),
    ...when(server?.resources.limits["nvidia.com/gpu"] !== "1", "cloud-run: the server has no card"),
    ...when(!presets.has(value("PRESET")), `cloud-run: ${value("PRESET")} is no preset`),
    ...when(
      value("VLLM_API_KEY") !== "" || value("VLLM_API_KEY_FILE") === "",
      "cloud-run: the key is no secret",
    ),
    ...when(
      containerConcurrency !== sequencesOf(presets, value("PRESET")),
      `cloud-run: lets ${containerConcurrency} in at once`,
    ),
    // Cloud Run's own limit for a GPU service is 1,800 s.
    ...when(start < LEAST_START_S || start > 1800, `cloud-run: ${start} s to start`),
    ...when(timeoutSeconds < 600, "cloud-run: cuts answers that nginx.conf waits for"),
  ];
}

function containerProblems(dockerfile: string, start: string): string[] {
  const user = [...dockerfile.matchAll(/^USER (.+)$/gm)].at(-1)?.[1];
  return [
    ...when(user !== "10001:10001", "single-container: runs as somebody else than the image"),
    ...when(
      !dockerfile.includes("COPY --chmod=0444 proxy/nginx.conf"),
      "single-container: no proxy before vLLM",
    ),
    ...when(
      !/^exec python3 \/opt\/candor\/serve\.py/m.test(start),
      "single-container: SIGTERM does not reach the server",
    ),
  ];
}
