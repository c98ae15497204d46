/** Dates, money and places as a reader of the page's language writes them. */
import type { CareersJob, Locale, Salary } from "./types.ts";

/**
 * A day, in UTC so that a page reads the same wherever it was rendered: "3 November 2026", "2026年11月3日".
 * @param iso ISO 8601 date or date-time
 */
export function formatDate(iso: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    dateStyle: "long",
    timeZone: "UTC",
  }).format(new Date(iso));
}

/** A day and a time, for a receipt: "3 November 2026 at 09:30 UTC", the zone kept on the line of the time. */
export function formatMoment(iso: string, locale: Locale): string {
  const text = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "UTC",
  }).format(new Date(iso));
  return `${text}\u00a0UTC`;
}

/** The amount without its period: "€65,000 – €80,000". One figure where both ends are the same. */
export function formatAmount(salary: Salary, locale: Locale): string {
  const whole = Number.isInteger(salary.min) && Number.isInteger(salary.max);
  const digits = whole
    ? { minimumFractionDigits: 0, maximumFractionDigits: 0 }
    : { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  // Intl refuses anything but three letters; a code it does not know is printed as it stands.
  const wellFormed = /^[A-Za-z]{3}$/.test(salary.currency);
  const format = wellFormed
    ? new Intl.NumberFormat(locale, { style: "currency", currency: salary.currency, ...digits })
    : new Intl.NumberFormat(locale, digits);
  const suffix = wellFormed ? "" : ` ${salary.currency}`;
  const least = `${format.format(salary.min)}${suffix}`;
  return salary.min === salary.max ? least : `${least} – ${format.format(salary.max)}${suffix}`;
}

/** Name of an ISO 3166-1 alpha-2 country in the page's language; anything else is returned as it stands. */
export function countryName(country: string, locale: Locale): string {
  if (!/^[A-Z]{2}$/.test(country)) return country;
  return new Intl.DisplayNames([locale], { type: "region", fallback: "code" }).of(country) ?? country;
}

/**
 * Where the work is: "Berlin, Germany", "Remote, Germany", "Berlin, Germany or remote".
 * @param words the page's words for remote work
 * @returns null where the job names no place and is not remote
 */
export function placeOf(
  job: Pick<CareersJob, "location" | "country" | "remote">,
  locale: Locale,
  words: { remote: string; orRemote: (place: string) => string; comma: string },
): string | null {
  const country = job.country ? countryName(job.country, locale) : null;
  if (job.remote && !job.location) return country ? `${words.remote}${words.comma}${country}` : words.remote;
  const parts = [job.location, job.location === country ? null : country].filter((part) => part !== null);
  if (parts.length === 0) return null;
  const place = parts.join(words.comma);
  return job.remote ? words.orRemote(place) : place;
}
