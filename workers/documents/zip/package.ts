import { inflateCounted, type Sink } from "../counted-inflate.ts";
import type { ReadLimits } from "../limits.ts";
import { Unreadable } from "../unreadable.ts";
import { centralDirectory, entryData } from "./central-directory.ts";

/** A zip container whose parts are read by name, within one budget of inflated bytes. */
export interface Package {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Feeds a part's bytes to `sink` as they inflate. @throws Unreadable */
  stream(name: string, sink: Sink): void;
  /** The whole part as UTF-8 text, or null when there is none; for small parts. @throws Unreadable */
  text(name: string): string | null;
}

/** A part's path has to stay inside the container; others are never looked at. */
const isInside = (name: string) => !/^[/\\]|(^|[/\\])\.\.([/\\]|$)|^[A-Za-z]:/.test(name);

/** Opens a zip container. @throws Unreadable */
export function openPackage(bytes: Uint8Array, limits: ReadLimits): Package {
  const entries = centralDirectory(bytes, limits);
  let budget = limits.markupBytes;
  const stream = (name: string, sink: Sink) => {
    const entry = entries.get(name);
    if (!entry || !isInside(name)) throw new Unreadable("damaged", "a part is missing");
    const { data, stored } = entryData(bytes, entry);
    if (entry.declaredBytes > budget) throw new Unreadable("too_large", "a part is too large");
    if (stored) sink(data);
    const out = stored ? data.length : inflateCounted(data, "raw", budget, sink);
    if (out !== entry.declaredBytes) throw new Unreadable("damaged", "a part's size is not the declared one");
    budget -= out;
  };
  return {
    names: [...entries.keys()].filter(isInside),
    has: (name) => entries.has(name) && isInside(name),
    stream,
    text(name) {
      if (!entries.has(name)) return null;
      const decoder = new TextDecoder();
      let text = "";
      stream(name, (chunk) => {
        text += decoder.decode(chunk, { stream: true });
      });
      return text + decoder.decode();
    },
  };
}
