/** Words of a table, written one after the other with semicolons between. */
export function list(words: string): string[] {
  return words
    .split(";")
    .map((word) => word.trim())
    .filter((word) => word !== "");
}
