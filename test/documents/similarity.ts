/** Twice the longest common subsequence over both lengths, white space left out: 1 when order and letters agree. */
export function similarity(left: string, right: string): number {
  const a = [...left.normalize("NFC").replace(/\s/g, "")];
  const b = [...right.normalize("NFC").replace(/\s/g, "")];
  let above = new Uint16Array(b.length + 1);
  let row = new Uint16Array(b.length + 1);
  for (const character of a) {
    for (let j = 0; j < b.length; j++) {
      row[j + 1] = character === b[j] ? above[j]! + 1 : Math.max(above[j + 1]!, row[j]!);
    }
    [above, row] = [row, above];
  }
  return (2 * above[b.length]!) / (a.length + b.length);
}
