/** One unit for one unit: the cheap part of the normal form, which is nearly all of it. */
function plainUnit(c: number): number {
  if (c < 0xa0) return c === 0x0b || c === 0x0c || c === 0x85 ? 10 : c;
  if (c === 0xa0 || c === 0x1680 || (c >= 0x2000 && c <= 0x200a) || c === 0x202f || c === 0x205f) return 32;
  if (c === 0x3000) return 32;
  if (c >= 0x2010 && c <= 0x2015) return 45;
  if (c === 0x2212 || c === 0xfe58 || c === 0xfe63) return 45;
  if (c === 0x2028 || c === 0x2029) return 10;
  if (c === 0x2018 || c === 0x2019 || c === 0x2032 || c === 0x02bc) return 39;
  if (c >= 0xff01 && c <= 0xff5e) return c - 0xfee0;
  if (c >= 0x0660 && c <= 0x0669) return c - 0x0660 + 48;
  if (c >= 0x06f0 && c <= 0x06f9) return c - 0x06f0 + 48;
  if (c >= 0x0966 && c <= 0x096f) return c - 0x0966 + 48;
  if ((c >= 0x2e80 && c <= 0x2fdf) || (c >= 0xf900 && c <= 0xfaff)) {
    const plain = String.fromCharCode(c).normalize("NFKC");
    return plain.length === 1 ? plain.charCodeAt(0) : c;
  }
  return c;
}

/** Units with a normal form of one unit, for all 65,536: a look-up costs less than the questions above. */
export const PLAIN: Uint16Array = (() => {
  const table = new Uint16Array(0x10000);
  for (let c = 0; c < table.length; c++) table[c] = c < 0x80 ? c : plainUnit(c);
  table[11] = table[12] = table[13] = 10;
  return table;
})();

/** Lower case without accents, for the scripts that have either. */
export const FOLDED: Uint16Array = (() => {
  const table = new Uint16Array(0x10000);
  for (let c = 0; c < table.length; c++) {
    table[c] = c;
    if (c > 0x52f && !(c >= 0x1e00 && c < 0x2000)) continue;
    const base = String.fromCharCode(c).normalize("NFD").charAt(0).toLowerCase();
    if (base.length === 1) table[c] = base.charCodeAt(0);
  }
  for (const pair of ["øo", "łl", "đd", "ðd", "ıi", "Øo", "Łl", "Đd", "ÐD", "ºo", "°o", "ªa"]) {
    table[pair.charCodeAt(0)] = pair.toLowerCase().charCodeAt(1);
  }
  return table;
})();
