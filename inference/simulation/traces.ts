/** Arrivals: four synthetic days, and any file of timestamps. */
import { type Stream, stream } from "./random.ts";
import type { Arrival, Trace } from "./types.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;
/** Spread of résumé lengths: log-normal around the measured one, half of them within 0.76 and 1.25 of it. */
const SIZE_SIGMA = 0.35;

export const TRACE_NAMES = ["burst", "office", "bulk", "night"] as const;
export type TraceName = (typeof TRACE_NAMES)[number];

/** An import has its size whatever the deployment's, and so has a quiet night. */
const BULK_RESUMES = 50_000;
const NIGHT_RESUMES = 96;
/** What the edge accepts a second from a bucket or a recruiter's folder. */
const ACCEPTED_PER_SECOND = 100;

/**
 * A synthetic trace: a working day, the same with a fair or an import in it, or a night. Days begin at midnight.
 * Volumes are given in seconds of one card's work: autoscaling has a question to answer where one card is almost
 * enough, and a faster card is bought by whoever has more résumés.
 * @param rate résumés that one card does a second
 * @param scale multiplies the volume, but for the import's and the night's; the hours stay
 */
export function makeTrace(name: TraceName, seed: number, rate: number, scale = 1): Trace {
  const draws = stream(seed, name);
  const worth = (seconds: number) => seconds * rate * scale;
  switch (name) {
    case "burst":
      return trace(name, "a working day with a career fair at 11:00", DAY, draws, [
        ...applicants(draws, worth(720)),
        // 36 card minutes: visitors apply to several jobs each, most of them in the first half hour.
        ...times(worth(2160), () => 11 * HOUR + draws.exponential(0.4 * HOUR)).filter((at) => at < 14 * HOUR),
      ]);
    case "office":
      return trace(name, "a working day: applicants, and folders that recruiters bring in", DAY, draws, [
        ...applicants(draws, worth(1440)),
        ...folders(draws, 20, worth(72)),
      ]);
    case "bulk":
      return trace(name, "a working day with an import of 50,000 at 10:00", DAY, draws, [
        ...applicants(draws, worth(720)),
        ...times(BULK_RESUMES, (index) => 10 * HOUR + index / ACCEPTED_PER_SECOND),
      ]);
    case "night":
      return trace(name, "eight hours with one résumé every five minutes", 8 * HOUR, draws, [
        ...times(NIGHT_RESUMES, () => draws.uniform() * 8 * HOUR),
      ]);
  }
}

/** Applicants of a day: most in working hours, fewer in the evening, one in twenty at any hour. */
function applicants(draws: Stream, count: number): number[] {
  return times(count, () => {
    const part = draws.uniform();
    if (part < 0.05) return draws.uniform() * DAY;
    const hour = part < 0.8 ? 13 + 2.5 * draws.normal() : 20 + 1.5 * draws.normal();
    return (((hour % 24) + 24) % 24) * HOUR;
  });
}

/** Folders and syncs between 9:00 and 17:00; sizes log-normal around a median, twelve times it at most. */
function folders(draws: Stream, count: number, median: number): number[] {
  return Array.from({ length: count }, () => {
    const start = (9 + 8 * draws.uniform()) * HOUR;
    const files = Math.min(12, Math.exp(0.9 * draws.normal())) * median;
    return times(Math.max(1, files), (index) => start + index / ACCEPTED_PER_SECOND);
  }).flat();
}

const times = (count: number, draw: (index: number) => number): number[] =>
  Array.from({ length: Math.round(count) }, (_, index) => draw(index));

function trace(name: string, what: string, horizon: number, draws: Stream, at: number[]): Trace {
  return { name, what, horizon, arrivals: sized(draws, at) };
}

function sized(draws: Stream, at: number[]): Arrival[] {
  const ordered = Float64Array.from(at).sort();
  // The mean of exp(σz - σ²/2) is 1.
  const size = () => Math.exp(SIZE_SIGMA * draws.normal() - SIZE_SIGMA ** 2 / 2);
  return Array.from(ordered, (moment) => ({ at: moment, size: size() }));
}

/**
 * A trace of one's own: a line a résumé, an ISO 8601 time or seconds, in any order; empty lines and `#` do not count.
 * @throws RangeError with the number of the first line that is neither
 */
export function readTrace(name: string, text: string, seed: number): Trace {
  const moments = text.split(/\r?\n/).flatMap((raw, index) => {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) return [];
    const seconds = /^\d+(\.\d+)?$/.test(line) ? Number(line) : Date.parse(line) / 1000;
    if (!Number.isFinite(seconds)) throw new RangeError(`line ${index + 1} is neither a time nor seconds`);
    return [seconds];
  });
  if (moments.length === 0) throw new RangeError("no arrivals");
  const first = moments.reduce((least, moment) => Math.min(least, moment));
  // Hours of the day stay what they are, so that warm hours mean the same.
  const midnight = Math.floor(first / DAY) * DAY;
  const last = moments.reduce((most, moment) => Math.max(most, moment)) - midnight;
  const shifted = moments.map((moment) => moment - midnight);
  const draws = stream(seed, name);
  return trace(
    name,
    `${moments.length} arrivals from a file`,
    Math.ceil((last + 1) / HOUR) * HOUR,
    draws,
    shifted,
  );
}
