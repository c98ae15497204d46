/** The application form. It says how software takes part before it asks for anything to be agreed to. */
import { Checkbox, describedBy, ErrorSummary, Field } from "./form-field.tsx";
import { Layout } from "./layout.tsx";
import { MESSAGES } from "./messages/index.ts";
import { applyPath, jobPath, withLocale } from "./paths.ts";
import {
  type ApplyError,
  type ApplyField,
  type ApplyValues,
  type CareersJob,
  type CareersWorkspace,
  HONEYPOT_FIELD,
  type Locale,
} from "./types.ts";

/** By extension and by media type: phones know one or the other. */
export const RESUME_ACCEPT = [
  ".pdf,application/pdf",
  ".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ".doc,application/msword",
  ".odt,application/vnd.oasis.opendocument.text",
  ".rtf,application/rtf,text/rtf",
  ".html,.htm,text/html",
  ".txt,.md,text/plain,text/markdown",
].join(",");

export const EMPTY_VALUES: ApplyValues = {
  name: "",
  email: "",
  phone: "",
  consent: false,
  manual_reading: false,
};

export interface ApplyPageProps {
  locale: Locale;
  workspace: CareersWorkspace;
  job: Pick<CareersJob, "slug" | "title" | "language">;
  /** What had been typed, after an error. */
  values?: ApplyValues | undefined;
  /** In the order of the form. */
  errors?: readonly ApplyError[] | undefined;
}

export function ApplyPage({ locale, workspace, job, values = EMPTY_VALUES, errors = [] }: ApplyPageProps) {
  const words = MESSAGES[locale].apply;
  const title = words.title(job.title);
  return (
    <Layout
      locale={locale}
      title={errors.length > 0 ? `${words.errorPrefix}${title}` : title}
      workspace={workspace}
      noindex
      narrow
    >
      <p class="back">
        <a href={withLocale(jobPath(workspace.slug, job.slug), locale)}>{words.back}</a>
      </p>
      <h1>
        <span class="eyebrow">{words.eyebrow} </span>
        <span lang={job.language}>{job.title}</span>
      </h1>
      {errors.length > 0 ? (
        <ErrorSummary
          title={words.errorsTitle}
          errors={errors.map(({ field, code }) => ({ field, text: words.errors[code] }))}
          note={words.fileAgain}
        />
      ) : null}
      <form
        class="apply"
        method="post"
        enctype="multipart/form-data"
        action={withLocale(applyPath(workspace.slug, job.slug), locale)}
      >
        <PersonFields locale={locale} values={values} errors={errors} />
        <ReadingSection locale={locale} workspace={workspace} values={values} errors={errors} />
        <ConsentSection locale={locale} workspace={workspace} values={values} errors={errors} />
        <div class="honeypot" aria-hidden="true">
          <label for={HONEYPOT_FIELD}>{words.honeypot}</label>
          <input id={HONEYPOT_FIELD} name={HONEYPOT_FIELD} type="text" tabindex={-1} autocomplete="off" />
        </div>
        <button class="button" type="submit">
          {words.submit}
        </button>
      </form>
    </Layout>
  );
}

interface SectionProps {
  locale: Locale;
  values: ApplyValues;
  errors: readonly ApplyError[];
}

/** The words of a field's error, undefined where it has none. */
function errorOf({ locale, errors }: SectionProps, field: ApplyField): string | undefined {
  const found = errors.find((error) => error.field === field);
  return found && MESSAGES[locale].apply.errors[found.code];
}

function PersonFields(section: SectionProps) {
  const words = MESSAGES[section.locale].apply;
  const { values } = section;
  /** What every input has in common: its id is its name, and it points at its hint and error. */
  const wiring = (field: ApplyField, hint: boolean) => {
    const error = errorOf(section, field) !== undefined;
    const described = describedBy(field, hint, error);
    return {
      id: field,
      name: field,
      ...(error ? { "aria-invalid": "true" as const } : {}),
      ...(described ? { "aria-describedby": described } : {}),
    };
  };
  const frame = (field: ApplyField) => ({
    field,
    errorPrefix: words.errorPrefix,
    error: errorOf(section, field),
  });
  return (
    <fieldset>
      <legend>
        <h2>{words.you}</h2>
      </legend>
      <Field {...frame("name")} label={words.name}>
        <input
          {...wiring("name", false)}
          type="text"
          value={values.name}
          autocomplete="name"
          maxlength={200}
          required
        />
      </Field>
      <Field {...frame("email")} label={words.email} hint={words.emailHint}>
        <input
          {...wiring("email", true)}
          type="email"
          value={values.email}
          autocomplete="email"
          maxlength={254}
          required
        />
      </Field>
      <Field {...frame("phone")} label={words.phone} optional={words.optional}>
        <input
          {...wiring("phone", false)}
          type="tel"
          value={values.phone}
          autocomplete="tel"
          maxlength={40}
        />
      </Field>
      <Field {...frame("resume")} label={words.resume} hint={words.resumeHint}>
        <input {...wiring("resume", true)} type="file" accept={RESUME_ACCEPT} required />
      </Field>
    </fieldset>
  );
}

function ReadingSection({ workspace, ...section }: SectionProps & { workspace: CareersWorkspace }) {
  const words = MESSAGES[section.locale].apply;
  return (
    <section class="panel" aria-labelledby="reading">
      <h2 id="reading">{words.reading}</h2>
      <ol class="steps">
        {words.steps(workspace.name).map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <Checkbox
        field="manual_reading"
        label={words.manual}
        hint={words.manualHint}
        checked={section.values.manual_reading}
        errorPrefix={words.errorPrefix}
      />
    </section>
  );
}

function ConsentSection({ workspace, ...section }: SectionProps & { workspace: CareersWorkspace }) {
  const words = MESSAGES[section.locale].apply;
  return (
    <section aria-labelledby="agreement">
      <h2 id="agreement">{words.consentTitle}</h2>
      <Checkbox
        field="consent"
        label={words.consent(workspace.name)}
        hint={words.consentHint}
        checked={section.values.consent}
        required
        errorPrefix={words.errorPrefix}
        error={errorOf(section, "consent")}
      />
    </section>
  );
}
