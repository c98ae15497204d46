/** The API server, asked as its administrator: reads by HTTP, writes by kubectl. */
import { readFile } from "node:fs/promises";
import { Agent, get } from "node:https";
import path from "node:path";
import { run } from "./engines/folders.ts";

export class Api {
  private constructor(
    private readonly url: string,
    private readonly agent: Agent,
    private readonly engine: string,
    private readonly kubeconfig: string,
  ) {}

  static async open(url: string, keys: string, engine: string, kubeconfig: string): Promise<Api> {
    const [ca, cert, key] = await Promise.all(
      ["ca.crt", "admin.crt", "admin.key"].map((name) => readFile(path.join(keys, name))),
    );
    const agent = new Agent({ keepAlive: true, ca: ca!, cert: cert!, key: key! });
    return new Api(url, agent, engine, kubeconfig);
  }

  /** @throws Error for any status but 200 */
  text(target: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const request = get(this.url + target, { agent: this.agent, timeout: 5000 }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () => {
          const body = Buffer.concat(parts).toString();
          if (response.statusCode === 200) resolve(body);
          else reject(new Error(`${target}: ${response.statusCode} ${body.slice(0, 300)}`));
        });
        response.on("error", reject);
      });
      request.on("timeout", () => request.destroy(new Error(`${target}: no answer`)));
      request.on("error", reject);
    });
  }

  async read<T>(target: string): Promise<T> {
    return JSON.parse(await this.text(target)) as T;
  }

  exists(target: string): Promise<boolean> {
    return this.text(target).then(
      () => true,
      () => false,
    );
  }

  kubectl(args: readonly string[], input = ""): Promise<string> {
    return run(this.engine, ["kubectl", "--kubeconfig", this.kubeconfig, ...args], { input });
  }

  /** Applies objects as they are; a field that the server does not know is an error. */
  apply(objects: readonly object[], ...flags: string[]): Promise<string> {
    const list = { apiVersion: "v1", kind: "List", items: objects };
    return this.kubectl(
      ["apply", "--server-side", "--force-conflicts", "--validate=strict", ...flags, "-f", "-"],
      JSON.stringify(list),
    );
  }
}
