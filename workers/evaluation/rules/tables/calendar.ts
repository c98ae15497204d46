/** Words of dates in the languages Candor reads, folded (no accents, lower case) and ready for a regular expression. */

/** Names of months, January first. A full stop may follow the short ones. */
export const MONTHS: readonly string[] = [
  "january|januar|janvier|enero|janeiro|gennaio|januari|janv|jan|ene",
  "february|februar|fevrier|febrero|fevereiro|febbraio|februari|fevr|feb|fev",
  "march|marz|mars|marzo|marco|maart|mar|mrz",
  "april|avril|abril|aprile|apr|avr|abr",
  "may|mai|mayo|maio|maggio|mei",
  "june|juni|juin|junio|junho|giugno|jun",
  "july|juli|juillet|julio|julho|luglio|juil|jul",
  "august|aout|agosto|augustus|aug|ago",
  "september|septembre|septiembre|setembro|settembre|sept|sep|set",
  "october|oktober|octobre|octubre|outubro|ottobre|oct|okt|out|ott",
  "november|novembre|noviembre|novembro|nov",
  "december|dezember|decembre|diciembre|dezembro|dicembre|dec|dez|dic",
];

/** Still going on. */
export const PRESENT =
  "present|current|currently|now|today|ongoing|to date|heute|aktuell|derzeit|jetzt|laufend|gegenwart|aujourd'hui|a ce jour|en cours|actuel|actuellement|maintenant|actualidad|actual|actualmente|presente|hoy|atual|atualmente|hoje|oggi|attuale|in corso|heden|obecnie|现在|現在|现今|目前|今日|今|当前|当下|當前|현재|재직 ?중|настоящее время";
/** As {@link PRESENT}, with "until" in the same word. */
export const UNTIL_NOW = "to date|至今|迄今|現在に至る|現在まで";

/** Between the two ends of a range. */
export const UNTIL =
  "-|–|—|―|−|~|〜|→|to|until|till|thru|through|and|bis(?: zum)?|a|au|hasta(?: la)?|al?|ate|fino a|tot|do|至|到|から|부터";

/** Before the only end that a range has. */
export const SINCE = "since|seit|depuis|desde|dal|sinds|od";

/** First year of an era, in which it counts as year 1: Japanese eras and the Minguo calendar of Taiwan. */
export const ERAS: Readonly<Record<string, number>> = {
  昭和: 1926,
  平成: 1989,
  令和: 2019,
  民國: 1912,
  民国: 1912,
  s: 1926,
  h: 1989,
  r: 2019,
};
