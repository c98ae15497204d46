import { numberStart, runsOf } from "../digit-runs.ts";
import { digitsOf, fold } from "../normalise.ts";
import type { Page } from "../page.ts";
import { RANK, type Span } from "../spans.ts";
import type { SubjectHints } from "../types.ts";

/** The last nine digits tell a number whatever stands before them: `+49`, `0049`, `0`. */
const TELLING_DIGITS = 9;

/** Finds the e-mail address that is known of the applicant. */
export function findHintedEmails(page: Page, hints: SubjectHints): Span[] {
  const { folded } = page.view;
  const spans: Span[] = [];
  const email = hints.email ? fold(hints.email.trim()) : "";
  for (
    let at = email.length > 3 ? folded.indexOf(email) : -1;
    at !== -1;
    at = folded.indexOf(email, at + email.length)
  ) {
    spans.push({ type: "EMAIL", start: at, end: at + email.length, rank: RANK.email });
  }
  return spans;
}

/** Finds the phone number that is known of the applicant, however it is written. */
export function findHintedPhones(page: Page, hints: SubjectHints): Span[] {
  const { text } = page.view;
  const spans: Span[] = [];
  const phone = digitsOf(hints.phone ?? "").slice(-TELLING_DIGITS);
  if (phone.length < 7) return spans;
  for (const { digits, groups } of page.lines) {
    if (digits < phone.length) continue;
    for (const run of runsOf(text, groups)) {
      const first = run.groups[0]!;
      const last = run.groups.at(-1)!;
      if (run.digits < phone.length || last.end - first.start > 40) continue;
      if (!digitsOf(text.slice(first.start, last.end)).endsWith(phone)) continue;
      spans.push({ type: "PHONE", start: numberStart(text, first.start), end: last.end, rank: RANK.phone });
    }
  }
  return spans;
}
