import { describe, expect, it } from "vitest";
import { recipeProblems } from "../../../inference/recipes/check.ts";
import { PRESETS } from "./manifests.ts";

const FOLDER = "../../../inference/recipes/";
const texts = import.meta.glob<string>("../../../inference/recipes/*/*", {
  eager: true,
  import: "default",
  query: "?raw",
});
const FILES = new Map(Object.entries(texts).map(([path, text]) => [path.slice(FOLDER.length), text]));

it("every recipe has its shape", () => {
  expect(recipeProblems(FILES, PRESETS)).toEqual([]);
});

describe("a planted mistake is found:", () => {
  it.each([
    ["runpod/template.json", "bf16-24gb", "bf16-23gb", /runpod: bf16-23gb is no preset/],
    [
      "runpod/template.json",
      "{{ RUNPOD_SECRET_vllm_api_key }}",
      "sk-0123456789",
      /runpod: the key is no reference/,
    ],
    ["runpod/template.json", '"PORT_HEALTH": "9090"', '"PORT_HEALTH": "8001"', /runpod: health is asked/],
    ["runpod/endpoint.json", '"workersMin": 0', '"workersMin": 1', /runpod: does not go from zero/],
    ["modal/candor_inference.py", "AT_ONCE = 32", "AT_ONCE = 1000", /modal: lets 1000 in at once/],
    ["modal/candor_inference.py", "START_TIMEOUT_S = 900", "START_TIMEOUT_S = 60", /modal: gives up/],
    ["modal/candor_inference.py", "min_containers=0", "min_containers=1", /modal: does not go from zero/],
    ["modal/candor_inference.py", "port=8000", "port=8001", /modal: shows another port/],
    ["cloud-run/service.yaml", 'minScale: "0"', 'minScale: "1"', /cloud-run: does not go to zero/],
    ["cloud-run/service.yaml", "failureThreshold: 60", "failureThreshold: 3", /cloud-run: 30 s to start/],
    [
      "cloud-run/service.yaml",
      'nvidia.com/gpu: "1"',
      'nvidia.com/gpu: "0"',
      /cloud-run: the server has no card/,
    ],
    ["cloud-run/service.yaml", "VLLM_API_KEY_FILE", "VLLM_API_KEY", /cloud-run: the key is no secret/],
    [
      "single-container/Dockerfile",
      "USER 10001:10001",
      "USER root",
      /single-container: runs as somebody else/,
    ],
    ["single-container/start.sh", "exec python3", "python3", /SIGTERM does not reach/],
  ] as const)("%s: %s", (file, from, to, words) => {
    const text = FILES.get(file)!;
    expect(text).toContain(from);
    expect(recipeProblems(new Map(FILES).set(file, text.replace(from, to)), PRESETS).join("\n")).toMatch(
      words,
    );
  });
});
