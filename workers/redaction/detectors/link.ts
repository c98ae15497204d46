import { isAlphanumeric, isAsciiLetter, isNewline } from "../characters.ts";
import { matchesOf } from "../matching.ts";
import { labelAround, type Page } from "../page.ts";
import { OPENS } from "../page-vocabulary.ts";
import { RANK, type Span } from "../spans.ts";

const HOST_LABEL = "[a-z\\d](?:[a-z\\d-]{0,61}[a-z\\d])?";
/** RFC 3986 characters; blanks, quotes, brackets and CJK end a link. */
const PATH_CHARACTERS = "[a-z\\d\\-._~:/?#@!$&'*+,;=%\\u00e0-\\u00ff]";

const WITH_SCHEME = new RegExp(
  `(?<![a-z\\d])(?:https?|ftp)\\s?:\\s?//\\s?(?:${HOST_LABEL}\\.){1,8}[a-z\\d-]{2,24}(?::\\d{2,5})?(?:[/?#]${PATH_CHARACTERS}{0,400})?`,
  "g",
);
const WITH_WWW = new RegExp(
  `(?<![a-z\\d@./-])www\\.(?:${HOST_LABEL}\\.){1,8}[a-z]{2,24}(?::\\d{2,5})?(?:[/?#]${PATH_CHARACTERS}{0,400})?`,
  "g",
);

/** Top-level domains that personal and company sites use; a bare host must end in one to be a link. */
const TLD =
  "com|org|net|io|dev|me|co|info|biz|app|ai|tech|xyz|page|site|online|blog|name|pro|cv|work|works|design|art|studio|codes|engineer|software|systems|cloud|digital|space|website|cn|com\\.cn|net\\.cn|org\\.cn|tw|com\\.tw|hk|com\\.hk|jp|co\\.jp|ne\\.jp|or\\.jp|ac\\.jp|kr|co\\.kr|or\\.kr|pe\\.kr|in|co\\.in|uk|co\\.uk|org\\.uk|ac\\.uk|de|fr|es|it|pt|br|com\\.br|eu|ch|at|be|nl|pl|se|no|dk|fi|ru|ie|ca|us|au|com\\.au|nz|co\\.nz|za|co\\.za|sg|com\\.sg|my|vn|id|ph|th|mx|com\\.mx|ar|com\\.ar|cl|gg|tv|fm|so|to|sh|is|ly|id|moe|zone|link|live|life|world|club|fun|top|vip|wiki|edu|gov|il|co\\.il|tr|com\\.tr|ro|gr|hu|cz|ua|edu\\.[a-z]{2}|github\\.io|gitlab\\.io|vercel\\.app|netlify\\.app|notion\\.site|webcam|vlaanderen";
const BARE_HOST = `(?:${HOST_LABEL}\\.){1,4}(?:${TLD})(?![a-z\\d-]|\\.[a-z\\d])`;
const BARE = new RegExp(`${BARE_HOST}(?::\\d{2,5})?(/${PATH_CHARACTERS}{0,400})?`, "y");

/** Hosts that carry profiles of persons: a path on them is a link wherever it stands. */
const FILE_NAMES = /\.(?:js|ts|py|md|rs|go|sh|so|cc|pl|ml|net|ai|io)$/;
const PRODUCT_HOSTS =
  /^(?:node|vue|next|nuxt|react|three|d3|express|nest|backbone|ember|chart|moment|socket|asp|ado|vb|ml|draw|fast|keras|hugging|crates|fly|booking|monday|salesforce|amazon|amazonaws|hotels|cars|priceline|overstock|alibaba|jd|ctrip|trip|58|ask|about|1688|make|cal|render|pkg|go|deno|val|shields|readme|npm|tailwind|discord|p5|solid|svelte|polymer|lit|angular|require|bn|web3|ethers|total|system|vb6|c3|paper|fabric|tone|matter|babylon|plotly|handlebars|underscore)\.(?:js|io|net|com|ai|org|dev|rs|build|town|md)$/;
/** Identifiers of publications, not of persons' pages. */
const PUBLICATION = /^(?:https?\s?:\s?\/\/\s?)?(?:dx\.)?(?:doi\.org|arxiv\.org)\//;

function trimLink(folded: string, start: number, end: number): number {
  while (end > start && /[.,;:!?'*_~&=+@#-]/.test(folded[end - 1]!)) end--;
  return end;
}

/** A link with these bounds, without what ends the sentence and with what goes on in the next line. */
function linkAt(page: Page, start: number, length: number): Span[] {
  const { folded } = page.view;
  const end = trimLink(folded, start, start + length);
  return PUBLICATION.test(folded.slice(start, start + 40))
    ? []
    : [{ type: "LINK", start, end: wrappedEnd(page, start, end), rank: RANK.link }];
}

/** Finds addresses of pages with a scheme or `www.`, anywhere. */
export function findLinks(page: Page): Span[] {
  const { folded } = page.view;
  return [
    ...((page.opened & OPENS.slashes) !== 0 ? matchesOf(WITH_SCHEME, folded) : []),
    ...(folded.includes("www.") ? matchesOf(WITH_WWW, folded) : []),
  ].flatMap((match) => linkAt(page, match.index, match[0].length));
}

/** Finds bare hosts with a path, and bare hosts where contact details stand. */
export function findBareLinks(page: Page): Span[] {
  return bareHosts(page.view.folded).flatMap((match) => {
    const { index } = match;
    const [host, path = ""] = match;
    const own = isContactPlace(page, index, index + host.length) && !isProduct(host);
    return path.length > 1 || own ? linkAt(page, index, host.length) : [];
  });
}

/** Letters, digits and marks of host names and of what they may be a part of. */
const isRun = (c: number): boolean =>
  isAlphanumeric(c) || c === 46 || c === 45 || c === 95 || c === 64 || c === 47;

/** Hosts without a scheme, by their dots: each unbroken run of characters is looked at once, from its start. */
function bareHosts(folded: string): RegExpExecArray[] {
  const hosts: RegExpExecArray[] = [];
  let behind = 0;
  for (let dot = folded.indexOf("."); dot !== -1; dot = folded.indexOf(".", Math.max(dot + 1, behind))) {
    if (!isAsciiLetter(folded.charCodeAt(dot + 1)) || !isAlphanumeric(folded.charCodeAt(dot - 1))) continue;
    let start = dot;
    while (start > behind && isRun(folded.charCodeAt(start - 1))) start--;
    BARE.lastIndex = start;
    const match = isRun(folded.charCodeAt(start - 1)) ? null : BARE.exec(folded);
    if (match) hosts.push(match);
    behind = match ? start + match[0].length : dot;
    while (!match && behind < folded.length && isRun(folded.charCodeAt(behind))) behind++;
  }
  return hosts;
}

/** `M.Tech`, `B.Arch` are degrees. */
const DEGREE = /^[mb]\.(?:tech|design|pro|cloud|engineer)$/;

const isProduct = (host: string): boolean =>
  DEGREE.test(host) ||
  PRODUCT_HOSTS.test(host) ||
  (FILE_NAMES.test(host) && !/\.(?:io|ai|net|me)$/.test(host));

/** A bare host is a person's page where a label announces one, or alone in a cell of the personal block. */
function isContactPlace(page: Page, start: number, end: number): boolean {
  const { text } = page.view;
  const label = labelAround(page, start);
  if (
    label?.fields.some(
      (field) => field === "LINK" || field === "HANDLE" || field === "EMAIL" || field === "PHONE",
    )
  ) {
    return label.mode !== "loose" || start - label.end < 24;
  }
  if (start >= page.personalEnd) return false;
  const before = text.slice(Math.max(0, start - 4), start);
  const after = text.slice(end, end + 4);
  return (
    /(?:^|\n|[|·•,;/\t:—-])\s*$/.test(start < 4 ? `\n${before}` : before) &&
    /^\s*?(?:$|\n|[|·•,;/\t—-])/.test(after)
  );
}

/** A link that ends its line in a hyphen or slash goes on at the next line's start. */
function wrappedEnd(page: Page, start: number, end: number): number {
  const { text, folded } = page.view;
  const last = folded[end];
  const breaks = (last === "-" || last === "_") && isNewline(text.charCodeAt(end + 1));
  const slash =
    folded[end - 1] === "/" &&
    isNewline(text.charCodeAt(end)) &&
    end - start > 12 &&
    /\/(?:in|pub|u|user|users|profile)\/$/.test(folded.slice(start, end));
  if (!breaks && !slash) return end;
  const from = breaks ? end + 2 : end + 1;
  const rest = /^[a-z\d\-._~/%]{2,80}(?=\s|$)/.exec(folded.slice(from, from + 82));
  return rest && (slash || !/[A-Z]/.test(text[from]!)) ? trimLink(folded, start, from + rest[0].length) : end;
}
