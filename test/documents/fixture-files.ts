/** Fixture files as bytes: Vite inlines them as data URLs, since tests in workerd have no file system. */
const inlined = import.meta.glob("../fixtures/documents/**/*.{pdf,docx,docm,odt,rtf,doc,txt}", {
  query: "?inline",
  import: "default",
  eager: true,
}) as Record<string, string>;

const ROOT = "../fixtures/documents/";

/** Bytes of a fixture by its path under test/fixtures/documents. */
export function fixture(path: string): Uint8Array {
  const url = inlined[ROOT + path];
  if (url === undefined) throw new Error(`no fixture ${path}`);
  return Uint8Array.from(atob(url.slice(url.indexOf(",") + 1)), (character) => character.charCodeAt(0));
}

export function fixtureText(path: string): string {
  return new TextDecoder().decode(fixture(path));
}
