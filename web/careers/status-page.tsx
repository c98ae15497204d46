/** Where an application stands, by its unguessable link. It shows no score: there is none in its props. */
import {
  choicesOf,
  currentStep,
  headlineOf,
  PROGRESS_STEPS,
  type StatusHeadline,
} from "./application-status.ts";
import { formatMoment } from "./format.ts";
import { Layout } from "./layout.tsx";
import { MESSAGES } from "./messages/index.ts";
import { applyPath, askPersonPath, erasePath, statusPath, withdrawPath, withLocale } from "./paths.ts";
import { reasonWords } from "./reasons.ts";
import type { ApplicantView, AttentionReason, CareersWorkspace, Locale } from "./types.ts";

export type StatusNotice = "submitted" | "person_asked" | "withdrawn";

export interface StatusPageProps {
  locale: Locale;
  workspace: CareersWorkspace;
  application: ApplicantView;
  token: string;
  /** What the applicant has just done. */
  notice?: StatusNotice | null | undefined;
}

export function StatusPage({ locale, workspace, application, token, notice = null }: StatusPageProps) {
  const words = MESSAGES[locale].status;
  const headline = headlineOf(application);
  const waiting = headline === "received" || headline === "reading";
  // A reason is the applicant's business while the application waits because of it.
  const reason = headline === "resend" || headline === "person" ? application.reason : null;
  return (
    <Layout locale={locale} title={words.title} workspace={workspace} noindex narrow>
      {notice ? (
        <p class="notice" role="status">
          {words.notice[notice]}
        </p>
      ) : null}
      <p class="eyebrow">
        {words.forJob}
        <span lang={application.job.language}>{application.job.title}</span>
      </p>
      <h1>{words.headline[headline]}</h1>
      <p class="lead">{words.detail[headline](workspace.name)}</p>
      {waiting ? (
        <p>
          <a class="button quiet" href={withLocale(statusPath(token), locale)}>
            {words.refresh}
          </a>
        </p>
      ) : null}
      {reason ? (
        <Attention locale={locale} workspace={workspace} application={application} reason={reason} />
      ) : null}
      <Progress locale={locale} headline={headline} />
      <p class="meta">{words.receivedOn(formatMoment(application.received_at, locale))}</p>
      <section class="panel" aria-labelledby="keep">
        <h2 id="keep">{words.keepTitle}</h2>
        <p>{words.keep}</p>
      </section>
      <Choices locale={locale} application={application} token={token} />
    </Layout>
  );
}

function Progress({ locale, headline }: { locale: Locale; headline: StatusHeadline }) {
  const words = MESSAGES[locale].status;
  const current = currentStep(headline);
  if (current === null) return null;
  const position = PROGRESS_STEPS.indexOf(current);
  return (
    <section aria-labelledby="progress">
      <h2 id="progress" class="visually-hidden">
        {words.progress}
      </h2>
      <ol class="progress">
        {PROGRESS_STEPS.map((step, index) => {
          const when = index < position ? "done" : index === position ? "now" : "next";
          return (
            <li class={when} aria-current={when === "now" ? "step" : undefined}>
              <span class="visually-hidden">{words[when]} </span>
              {words.steps[step]}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

type AttentionProps = Pick<StatusPageProps, "locale" | "workspace" | "application"> & {
  reason: AttentionReason;
};

function Attention({ locale, workspace, application, reason }: AttentionProps) {
  const words = MESSAGES[locale].status;
  const { happened, advice } = reasonWords(reason, locale);
  const resend = headlineOf(application) === "resend";
  return (
    <section class={resend ? "panel attention" : "panel"} aria-labelledby="happened">
      <h2 id="happened">{words.whatHappened}</h2>
      <p>{happened}</p>
      {resend ? <h3>{words.whatToDo}</h3> : null}
      <p>{advice}</p>
      {resend && application.job.open ? (
        <a class="button" href={withLocale(applyPath(workspace.slug, application.job.slug), locale)}>
          {words.applyAgain}
        </a>
      ) : null}
    </section>
  );
}

function Choices({ locale, application, token }: Pick<StatusPageProps, "locale" | "application" | "token">) {
  const words = MESSAGES[locale].status;
  const choices = choicesOf(application);
  return (
    <section aria-labelledby="choices">
      <h2 id="choices">{words.choices}</h2>
      <ul class="choices">
        {choices.askPerson ? (
          <li>
            <h3>{words.askTitle}</h3>
            <p>{words.askHint}</p>
            <form method="post" action={withLocale(askPersonPath(token), locale)}>
              <button class="button quiet" type="submit">
                {words.ask}
              </button>
            </form>
          </li>
        ) : null}
        {choices.withdraw ? (
          <li>
            <h3>{words.withdrawTitle}</h3>
            <p>{words.withdrawHint}</p>
            <details>
              <summary class="button quiet">{words.withdrawOpen}</summary>
              <form method="post" action={withLocale(withdrawPath(token), locale)}>
                <button class="button" type="submit">
                  {words.withdraw}
                </button>
              </form>
            </details>
          </li>
        ) : null}
        <li>
          <h3>{words.eraseTitle}</h3>
          <p>{words.eraseHint}</p>
          <a class="button quiet" href={withLocale(erasePath(token), locale)}>
            {words.erase}
          </a>
        </li>
      </ul>
    </section>
  );
}
