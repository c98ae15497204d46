/** Destinations without text of the page. */
export const SKIPPED = new Set(
  "stylesheet info pict themedata colorschememapping datastore latentstyles listtable listoverridetable rsidtbl generator xmlnstbl revtbl filetbl object objdata nonshppict sp sn sv bkmkstart bkmkend atnid atnauthor atndate atnref atntime listtext pntext pnseclvl tc xe txe rxe fontemb falt panose template operator userprops docvar wgrffmtfilter mmathPr passwordhash pgptbl ftnsep ftnsepc aftnsep aftnsepc".split(
    " ",
  ),
);
/** Optional destinations whose text is shown. */
export const SHOWN = new Set(
  "shptxt shpinst shppict fldrslt footnote cs ds do dptxbxtext nesttableprops upr ud".split(" "),
);
/** Control words and symbols that stand for characters. */
export const SYMBOLS: Readonly<Record<string, string>> = {
  tab: "\t",
  cell: "\t",
  nestcell: "\t",
  line: "\n",
  par: "\n",
  row: "\n",
  nestrow: "\n",
  sect: "\n",
  page: "\n",
  column: "\n",
  emdash: "—",
  endash: "–",
  bullet: "•",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  emspace: " ",
  enspace: " ",
  qmspace: " ",
  "~": " ",
  "-": "\u00ad",
  _: "-",
  zwj: "\u200d",
  zwnj: "\u200c",
};
