/** Asking once more before everything about a person is deleted, and saying that it is done. */
import { Layout } from "./layout.tsx";
import { MESSAGES } from "./messages/index.ts";
import { careersPath, erasePath, statusPath, withLocale } from "./paths.ts";
import type { ApplicantView, CareersWorkspace, Locale } from "./types.ts";

export interface EraseConfirmPageProps {
  locale: Locale;
  workspace: CareersWorkspace;
  job: Pick<ApplicantView["job"], "title">;
  token: string;
}

/** Posts `confirm=yes` to its own address (WCAG 2.2, 3.3.4: deleting data is confirmed first). */
export function EraseConfirmPage({ locale, workspace, job, token }: EraseConfirmPageProps) {
  const words = MESSAGES[locale].erase;
  return (
    <Layout locale={locale} title={words.title} workspace={workspace} noindex narrow>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead(job.title)}</p>
      <div class="prose">
        <h2>{words.erasedTitle}</h2>
        <List items={words.erased} />
        <h2>{words.keptTitle}</h2>
        <List items={words.kept} />
      </div>
      <form class="actions" method="post" action={withLocale(erasePath(token), locale)}>
        <input type="hidden" name="confirm" value="yes" />
        <button class="button danger" type="submit">
          {words.confirm}
        </button>
        <a class="button quiet" href={withLocale(statusPath(token), locale)}>
          {words.cancel}
        </a>
      </form>
    </Layout>
  );
}

export interface ErasedPageProps {
  locale: Locale;
  /** Null where not even the workspace is known any more. */
  workspace: CareersWorkspace | null;
}

export function ErasedPage({ locale, workspace }: ErasedPageProps) {
  const { erase: words, problem } = MESSAGES[locale];
  return (
    <Layout locale={locale} title={words.doneTitle} workspace={workspace} noindex narrow>
      <h1>{words.doneTitle}</h1>
      <p class="lead">{words.done}</p>
      <p>{words.doneThanks}</p>
      {workspace ? (
        <p>
          <a class="button quiet" href={withLocale(careersPath(workspace.slug), locale)}>
            {problem.home}
          </a>
        </p>
      ) : null}
    </Layout>
  );
}

function List({ items }: { items: readonly string[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );
}
