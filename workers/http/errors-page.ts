import { html } from "hono/html";
import { PROBLEMS } from "./problem.ts";

/** Every problem code with its status and what to do: where the `type` of a problem document leads. */
export const errorsPage = () => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Errors · Candor API</title>
    <link rel="stylesheet" href="/assets/careers.css" />
    <link rel="icon" type="image/svg+xml" href="/assets/favicon.svg" />
  </head>
  <body>
    <main>
      <h1>Errors</h1>
      <p>Every error is a problem document (RFC 9457). Its <code>code</code> is one of these.</p>
      <dl>
        ${Object.entries(PROBLEMS).map(
          ([
            code,
            [status, title, remedy],
          ]) => html`<dt id="${code}"><code>${code}</code> · ${status} · ${title}</dt>
            <dd>${withCode(remedy)}</dd>`,
        )}
      </dl>
    </main>
  </body>
</html>`;

/** Text in which `this` is code. */
const withCode = (text: string) =>
  text.split("`").map((part, n) => (n % 2 === 1 ? html`<code>${part}</code>` : part));
