import type { z } from "@hono/zod-openapi";
import type { jobInput } from "../../workers/jobs/schema.ts";

/** A small opening whose rubric has one criterion of most kinds. */
export const englishJob = {
  slug: "backend-engineer",
  title: "Backend engineer",
  description: "You build services in Go.",
  language: "en",
  rubric: {
    threshold: 7,
    criteria: [
      {
        id: "go",
        kind: "skill",
        label: "Go in production",
        terms: ["Go", "Golang"],
        weight: 4,
        must_have: true,
      },
      { id: "postgresql", kind: "skill", label: "PostgreSQL", terms: ["PostgreSQL", "Postgres"], weight: 2 },
      {
        id: "years",
        kind: "experience",
        label: "Three years of backend work",
        terms: [],
        min_years: 3,
        weight: 2,
      },
      {
        id: "degree",
        kind: "education",
        label: "A degree in computing",
        terms: ["Computer Science"],
        min_degree: "bachelor",
        weight: 1,
      },
      {
        id: "german",
        kind: "language",
        label: "German, B2",
        terms: ["German", "Deutsch"],
        min_language_level: "B2",
        weight: 1,
      },
    ],
  },
} satisfies z.input<typeof jobInput>;
