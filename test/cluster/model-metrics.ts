/** What vLLM would say of itself in every pod: the stand-in that Prometheus reads. */
import { createServer } from "node:http";

export interface ModelMetrics {
  port: number;
  /** Requests that wait inside vLLM: all in one pod, as long as that one serves. They never move to another. */
  waiting: number;
  /** Share of the KV cache in use, in each pod that serves. */
  cache: number;
  close(): Promise<void>;
}

/** @param serving names of the pods that are ready now */
export async function startModelMetrics(serving: () => readonly string[]): Promise<ModelMetrics> {
  let holder = "";
  const server = createServer((request, response) => {
    const pod = new URL(request.url ?? "/", "http://model.test").searchParams.get("pod") ?? "";
    if (!serving().includes(pod)) {
      response.writeHead(502).end();
      return;
    }
    response.writeHead(200, { "content-type": "text/plain; version=0.0.4" });
    if (!serving().includes(holder)) holder = pod;
    response.end(page(pod === holder ? metrics.waiting : 0, metrics.cache));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const metrics: ModelMetrics = {
    port: (server.address() as { port: number }).port,
    waiting: 0,
    cache: 0,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return metrics;
}

function page(waiting: number, cache: number): string {
  const labels = '{engine="0",model_name="Qwen/Qwen3-4B-Instruct-2507"}';
  return [
    "# TYPE vllm:num_requests_waiting gauge",
    `vllm:num_requests_waiting${labels} ${waiting}`,
    "# TYPE vllm:num_requests_running gauge",
    `vllm:num_requests_running${labels} ${cache > 0 ? 8 : 0}`,
    "# TYPE vllm:kv_cache_usage_perc gauge",
    `vllm:kv_cache_usage_perc${labels} ${cache}`,
    "",
  ].join("\n");
}
