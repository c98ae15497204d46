/** Form parts that tie label, hint and error together (WCAG 2.2: 1.3.1, 3.3.1, 3.3.2). */
import type { Child } from "hono/jsx";
import type { ApplyField } from "./types.ts";

export const hintId = (field: ApplyField) => `${field}-hint`;
export const errorId = (field: ApplyField) => `${field}-error`;

/** Value of `aria-describedby`: the hint, then the error; undefined where there is neither. */
export function describedBy(field: ApplyField, hint: boolean, error: boolean): string | undefined {
  const ids = [hint ? hintId(field) : null, error ? errorId(field) : null].filter((id) => id !== null);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

interface FieldProps {
  field: ApplyField;
  label: string;
  /** "optional", shown behind the label; every other field is required. */
  optional?: string | undefined;
  hint?: string | undefined;
  /** Said before the message for those who do not see its colour. */
  errorPrefix: string;
  error?: string | undefined;
  children: Child;
}

/** Label, hint, error and the input itself, in reading order. The input's id is the field's name. */
export function Field({ field, label, optional, hint, errorPrefix, error, children }: FieldProps) {
  return (
    <div class={error ? "field invalid" : "field"}>
      <label for={field}>
        {label}
        {optional ? <span class="optional"> ({optional})</span> : null}
      </label>
      {hint ? (
        <p class="hint" id={hintId(field)}>
          {hint}
        </p>
      ) : null}
      <ErrorLine field={field} prefix={errorPrefix} error={error} />
      {children}
    </div>
  );
}

interface CheckboxProps {
  field: ApplyField;
  label: string;
  hint: string;
  checked: boolean;
  required?: boolean;
  errorPrefix: string;
  error?: string | undefined;
}

/** A checkbox with value "yes" and its words to the right of it. */
export function Checkbox({
  field,
  label,
  hint,
  checked,
  required = false,
  errorPrefix,
  error,
}: CheckboxProps) {
  return (
    <div class={error ? "check invalid" : "check"}>
      <ErrorLine field={field} prefix={errorPrefix} error={error} />
      <input
        type="checkbox"
        id={field}
        name={field}
        value="yes"
        checked={checked}
        required={required}
        aria-invalid={error ? "true" : undefined}
        aria-describedby={describedBy(field, true, error !== undefined)}
      />
      <label for={field}>{label}</label>
      <p class="hint" id={hintId(field)}>
        {hint}
      </p>
    </div>
  );
}

function ErrorLine({
  field,
  prefix,
  error,
}: {
  field: ApplyField;
  prefix: string;
  error?: string | undefined;
}) {
  if (!error) return null;
  return (
    <p class="error" id={errorId(field)}>
      <span class="visually-hidden">{prefix}</span>
      {error}
    </p>
  );
}

interface ErrorSummaryProps {
  title: string;
  errors: { field: ApplyField; text: string }[];
  /** A sentence under the list. */
  note: string;
}

/** All errors at the top, each a link to its field. `autofocus` lets a screen reader start here, without script. */
export function ErrorSummary({ title, errors, note }: ErrorSummaryProps) {
  return (
    <div class="summary" role="alert" aria-labelledby="errors" tabindex={-1} autofocus>
      <h2 id="errors">{title}</h2>
      <ul>
        {errors.map(({ field, text }) => (
          <li>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
      <p>{note}</p>
    </div>
  );
}
