/**
 * Joins words divided at a line end where that is certain: the file marks the hyphen as a soft one, or the
 * undivided word stands elsewhere in the text and the hyphenated one does not.
 */
export function joinDividedWords(text: string): string {
  const joined = text.replace(/(\p{L})\u00ad\n(\p{L}[^\s]{0,80})[ ]?/gu, "$1$2\n");
  const divided = /(\p{L}{2,40})-\n(\p{Ll}{2,40})/gu;
  if (!divided.test(joined)) return joined;
  const known = new Set(joined.toLowerCase().match(/[\p{L}-]+/gu) ?? []);
  return joined.replace(
    /(\p{L}{2,40})-\n(\p{Ll}{2,40})([^\s]{0,80})[ ]?/gu,
    (whole, first: string, second: string, rest: string) => {
      const certain =
        known.has((first + second).toLowerCase()) && !known.has(`${first}-${second}`.toLowerCase());
      return certain ? `${first}${second}${rest}\n` : whole;
    },
  );
}
