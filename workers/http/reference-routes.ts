import { Hono } from "hono";
import { html } from "hono/html";
import type { App, AppEnv } from "./app-env.ts";
import { errorsPage } from "./errors-page.ts";

/** The API's own description: the document, a page to read and try it, and every error it can answer with. */
export function referenceRoutes(app: App): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/openapi.json", (c) => c.json(openApiDocument(app, c.env.PUBLIC_URL)))
    .get("/docs/errors", (c) => c.html(errorsPage()))
    .get("/docs", (c) => c.html(referencePage()));
}

export const openApiDocument = (app: App, publicUrl: string) =>
  app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Candor",
      version: "1",
      description:
        "A hiring screen at the edge. Errors are problem documents (RFC 9457) with a closed `code`; see /docs/errors.",
      license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
    },
    servers: [{ url: publicUrl }],
  });

const referencePage = () => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Candor API</title>
    <link rel="stylesheet" href="/assets/docs/swagger-ui.css" />
    <link rel="icon" type="image/svg+xml" href="/assets/favicon.svg" />
  </head>
  <body>
    <main id="swagger-ui"></main>
    <script src="/assets/docs/swagger-ui-bundle.js"></script>
    <script src="/assets/docs/reference.js"></script>
  </body>
</html>`;
