/** What a person sees in place of a problem document. */
import { Layout } from "./layout.tsx";
import { MESSAGES, type Messages } from "./messages/index.ts";
import { careersPath, withLocale } from "./paths.ts";
import type { CareersWorkspace, Locale } from "./types.ts";

export interface ProblemPageProps {
  locale: Locale;
  workspace: CareersWorkspace | null;
  /** HTTP status. */
  status: number;
  /** The problem's closed code. */
  code: string;
  /** The problem's own title, used in English where the page has no words for the code. */
  title: string;
  requestId?: string | null | undefined;
}

export type ProblemKind = keyof Messages["problem"]["kinds"];

const BY_STATUS: Record<number, ProblemKind> = {
  400: "invalid",
  404: "not_found",
  405: "not_found",
  409: "conflict",
  410: "gone",
  413: "too_large",
  415: "unsupported_type",
  422: "invalid",
  429: "rate_limited",
  503: "unavailable",
};

/** Which words fit. The code decides where two problems share a status. */
export function problemKind(status: number, code: string): ProblemKind {
  if (code === "job_closed") return "job_closed";
  return BY_STATUS[status] ?? (status >= 500 ? "internal" : "other");
}

export function ProblemPage({ locale, workspace, status, code, title, requestId }: ProblemPageProps) {
  const words = MESSAGES[locale].problem;
  const kind = problemKind(status, code);
  const { title: known, text } = words.kinds[kind];
  const heading = kind === "other" && locale === "en" ? title : known;
  return (
    <Layout locale={locale} title={heading} workspace={workspace} noindex narrow>
      <p class="eyebrow">{status}</p>
      <h1>{heading}</h1>
      <p class="lead">{text}</p>
      {workspace ? (
        <p>
          <a class="button quiet" href={withLocale(careersPath(workspace.slug), locale)}>
            {words.home}
          </a>
        </p>
      ) : null}
      {requestId ? (
        <p class="meta">
          {words.reference} <code>{requestId}</code>
        </p>
      ) : null}
    </Layout>
  );
}
