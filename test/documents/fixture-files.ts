import gold from "../fixtures/documents/gold.json";
import hostile from "../fixtures/documents/hostile.json";
import layouts from "../fixtures/documents/layouts.json";

const decode = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

export interface HostileFile {
  name: string;
  /** `accept`, `flag:<code>`, `reject:<why>` or a choice of them. */
  expect: string;
  bytes: Uint8Array;
}

export const hostileFiles: HostileFile[] = Object.entries(hostile).map(([name, { expect, base64 }]) => ({
  name,
  expect,
  bytes: decode(base64),
}));

export interface GoldFile {
  name: string;
  /** What a person reads on it. */
  gold: string;
  bytes: Uint8Array;
}

export const goldFiles: GoldFile[] = Object.entries(gold).map(([name, file]) => ({
  name,
  gold: file.gold,
  bytes: decode(file.base64),
}));

export function layoutFile(name: keyof typeof layouts): Uint8Array {
  return decode(layouts[name].base64);
}
