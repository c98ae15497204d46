import { Parser } from "htmlparser2";
import type { ReadLimits } from "./limits.ts";
import { enforce, Unreadable } from "./unreadable.ts";

export type Attributes = Readonly<Record<string, string>>;

/** What a reader of XML hears. Names are `prefix:local` with the prefixes that the reader asked for. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

/** Prefixes in the file may be any; a namespace's canonical prefix is the reader's. */
export type Namespaces = Readonly<Record<string, string>>;

export interface XmlWriter {
  write(chunk: Uint8Array): void;
  end(): void;
}

function canonicalName(name: string, prefixes: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(":");
  const prefix = colon < 0 ? "" : name.slice(0, colon);
  const canonical = prefixes.get(prefix);
  return canonical === undefined ? name : `${canonical}:${name.slice(colon + 1)}`;
}

/**
 * A streaming XML reader over htmlparser2. Document type declarations are refused, so no entity but XML's
 * own five and character references is ever expanded; depth and number of nodes are bounded.
 * @throws Unreadable `forbidden_markup`, `too_complex`
 */
export function xmlReader(handler: XmlHandler, namespaces: Namespaces, limits: ReadLimits): XmlWriter {
  const prefixes = new Map<string, string>();
  const names: string[] = [];
  let nodes = 0;
  const parser = new Parser(
    {
      onopentag(raw, attributes) {
        for (const [key, value] of Object.entries(attributes)) {
          if (key !== "xmlns" && !key.startsWith("xmlns:")) continue;
          const canonical = namespaces[value];
          if (canonical !== undefined) prefixes.set(key.slice(6), canonical);
        }
        const name = canonicalName(raw, prefixes);
        names.push(name);
        enforce(limits, "depth", names.length);
        enforce(limits, "nodes", ++nodes);
        const renamed: Record<string, string> = {};
        for (const key in attributes)
          renamed[key.includes(":") ? canonicalName(key, prefixes) : key] = attributes[key]!;
        handler.open(name, renamed);
      },
      onattribute() {
        enforce(limits, "nodes", ++nodes);
      },
      onclosetag() {
        const name = names.pop();
        if (name !== undefined) handler.close(name);
      },
      ontext(text) {
        handler.text(text);
      },
      onprocessinginstruction(name) {
        if (/^!doctype|^!entity/i.test(name)) {
          throw new Unreadable("forbidden_markup", "a document type declaration");
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  let decoder: TextDecoder | null = null;
  return {
    write(chunk) {
      decoder ??= new TextDecoder(byteOrder(chunk));
      parser.write(decoder.decode(chunk, { stream: true }));
    },
    end() {
      if (decoder) parser.write(decoder.decode());
      parser.end();
    },
  };
}

function byteOrder(chunk: Uint8Array): string {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return "utf-16le";
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return "utf-16be";
  return "utf-8";
}
