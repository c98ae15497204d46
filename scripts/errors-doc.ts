/** Writes docs/errors.md from the table of problems; with `--check` fails when the file says something else. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { PROBLEMS } from "../workers/http/problem.ts";
import { ROOT } from "./build.ts";

const file = path.join(ROOT, "docs/errors.md");
const rows = Object.entries(PROBLEMS).map(
  ([code, [status, title, remedy]]) =>
    `| <a id="${code}"></a>\`${code}\` | ${status} | ${title} | ${remedy} |`,
);
const text = `# Errors

Every error of the API is a problem document ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)), \`application/problem+json\`:

\`\`\`json
{ "type": "https://…/docs/errors#validation_failed", "title": "Some fields are not valid", "status": 422,
  "code": "validation_failed", "detail": "…", "request_id": "req_…", "errors": [{ "field": "email", "message": "invalid_email" }] }
\`\`\`

\`code\` is one of these, and no other. \`errors\` is there for \`validation_failed\`. Details of 5xx answers stay inside; quote the \`request_id\`.

| code | status | what it says | what to do |
|---|---|---|---|
${rows.join("\n")}

An application that the machine cannot finish is not an error of the API: it goes to the state \`needs_attention\` with an \`attention_reason\`, and \`GET /v1/public/applications/{token}\` says in \`advice\` what to send instead.
`;

if (process.argv.includes("--check")) {
  if ((await readFile(file, "utf8")) !== text) {
    console.error("docs/errors.md is out of date: run `npm run docs:errors`.");
    process.exitCode = 1;
  }
} else {
  await writeFile(file, text);
}
