/** Imports run one way: doors → routes → verbs → pure functions. */
const routes = "routes\\.tsx?$";

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "doors-are-not-imported",
      comment: "index.ts and app.ts import everything and nobody imports them.",
      severity: "error",
      from: { path: "^workers/", pathNot: "^workers/(index|app)\\.ts$" },
      to: { path: "^workers/(index|app)\\.ts$" },
    },
    {
      name: "routes-hold-no-sql",
      comment:
        "A route validates, calls one verb and answers: it imports neither drizzle nor the database client.",
      severity: "error",
      from: { path: `^workers/.*${routes}`, pathNot: "health-routes\\.ts$" },
      to: { path: "drizzle-orm|^db/client\\.ts$" },
    },
    {
      name: "pure-stays-pure",
      comment:
        "The cores that carry the product's worth take values and return values: no context, no database, no HTTP.",
      severity: "error",
      from: {
        path: "^workers/(redaction|documents|evaluation)/",
        pathNot:
          "^workers/(redaction/vault|documents/(read-application|preview-routes)|evaluation/(evaluate-application|evaluate-by-model|explain-evaluation|read-evaluations|record-evaluation|request-evaluation|routes|schema))\\.ts$",
      },
      to: {
        path: "^workers/(context|http|pipeline|audit|events|review|applications|jobs)|^db/|drizzle-orm|node_modules/hono/",
      },
    },
    {
      name: "pages-know-no-rows",
      comment: "web/ renders plain data; it may use the pure vocabulary of documents and evaluation.",
      severity: "error",
      from: { path: "^web/" },
      to: {
        path: "^db/|drizzle-orm|^workers/(?!documents/types|evaluation/types|applications/states|jobs/kinds)",
      },
    },
    {
      name: "schema-knows-types-alone",
      severity: "error",
      from: { path: "^db/(schema|client)" },
      to: { path: "^workers/(?!(documents|evaluation)/types|applications/states|jobs/kinds)" },
    },
    {
      name: "product-never-imports-tests",
      severity: "error",
      from: { path: "^(workers|db|web)/" },
      to: { path: "^(test|bench|scripts)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js"] },
  },
};
