/**
 * `npm run workspace:create -- --slug acme --name "Acme" --member "Kim Lee"`: prints the SQL that makes a workspace
 * with its first member and key, for `wrangler d1 execute candor --remote --file`, and the key, once, on stderr.
 */
import { parseArgs } from "node:util";
import { apiKeyHash, apiKeyPrefix, makeApiKey } from "../workers/http/api-key.ts";
import { ALL_SCOPES } from "../workers/http/scopes.ts";
import { makeId } from "../workers/ids.ts";

const { values } = parseArgs({
  options: { slug: { type: "string" }, name: { type: "string" }, member: { type: "string" } },
});
const { slug, name, member } = values;
if (!slug || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || !name || !member) {
  console.error(
    'usage: npm run --silent workspace:create -- --slug acme --name "Acme" --member "Kim Lee" > workspace.sql',
  );
  process.exit(2);
}
const now = Date.now();
const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
const [workspaceId, memberId, keyId] = (["workspace", "member", "api_key"] as const).map((kind) =>
  makeId(kind, now, random(10)),
);
const key = await makeApiKey(random(96));
const text = (value: string) => `'${value.replaceAll("'", "''")}'`;

console.log(`INSERT INTO workspace (id, slug, name, created_at) VALUES (${text(workspaceId!)}, ${text(slug)}, ${text(name)}, ${now});
INSERT INTO member (id, workspace_id, name, created_at) VALUES (${text(memberId!)}, ${text(workspaceId!)}, ${text(member)}, ${now});
INSERT INTO api_key (id, workspace_id, member_id, name, prefix, hash, scopes, created_at) VALUES (${text(keyId!)}, ${text(workspaceId!)}, ${text(memberId!)}, 'First key', ${text(apiKeyPrefix(key))}, ${text(await apiKeyHash(key))}, ${text(JSON.stringify(ALL_SCOPES))}, ${now});`);
console.error(`${member}'s key, shown this once: ${key}`);
