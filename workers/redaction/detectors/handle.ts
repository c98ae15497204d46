import { isAlphanumeric, isCjk } from "../characters.ts";
import type { Label } from "../labels.ts";
import { cellEnd, lineIndexAt } from "../lines.ts";
import { fold } from "../normalise.ts";
import type { Page } from "../page.ts";
import { RANK, type Span } from "../spans.ts";
import type { EntityType } from "../types.ts";

const TOKEN =
  /(?:live:)?@?[a-z\d\u00c0-\u024f_][a-z\d\u00c0-\u024f_.-]{1,48}(?:#\d{3,6}|(?:\/[a-z\d_.-]{1,48}){1,4})?/y;
/** Labels that are ordinary words or products of their own: their value has to look like an account. */
const AMBIGUOUS = new Set(
  [
    "line",
    "x",
    "slack",
    "signal",
    "medium",
    "matrix",
    "steam",
    "threads",
    "messenger",
    "im",
    "handle",
    "aim",
    "github",
    "gitlab",
    "gitee",
    "bitbucket",
    "npm",
    "pypi",
    "facebook",
    "twitter",
    "instagram",
    "linkedin",
    "wechat",
    "qq",
    "telegram",
    "skype",
    "discord",
    "youtube",
    "tiktok",
    "kaggle",
    "微信",
    "微博",
    "钉钉",
    "飞书",
    "企业微信",
    "公众号",
    "赖",
    "賴",
    "docker hub",
    "dockerhub",
    "reddit",
    "web",
    "site",
    "profile",
    "link",
    "links",
    "perfil",
    "profil",
    "profilo",
    "kakaotalk",
    "카카오톡",
    "라인",
    "아이디",
    "sns",
    "username",
    "user name",
    "user id",
    "usuario",
    "usuário",
    "utilizador",
    "social media",
    "google scholar",
    "hugging face",
    "huggingface",
    "vk",
    "zalo",
    "viber",
    "bluesky",
    "mastodon",
    "xing",
    "stack overflow",
    "stackoverflow",
    "leetcode",
    "ユーザー名",
    "アカウント",
    "url",
    "domain",
    "domains",
    "internet",
    "blog",
    "portfolio",
    "aim",
    "msn",
    "icq",
    "fb",
    "ig",
    "tg",
    "博客",
    "主页",
    "网站",
    "네이버",
    "블로그",
    "홈페이지",
    "포트폴리오",
    "링크",
  ].map(fold),
);
const ACCOUNT = /[\d_@#/]|^live:|^[a-z]+[.-][a-z]|wxid/;
/** What nothing but an account looks like, wherever the label stands: `live:jane`, `@jane_doe`, `jane_doe88`. */
const SURE_ACCOUNT = /^live:|^@[a-z]|^(?=.{5,})[a-z][a-z\d.]*_[a-z\d_]*$|^(?=.{5,})[a-z]{3,}-?\d{1,6}$/;
const NOT_A_HANDLE =
  /^(?:n\/?a|none|same|see|here|link|api|apis|sdk|pay|actions?|login|bot|bots|ads|pages|copilot|official|available|upon|on|request|com|https?|www\.?)$/;

/**
 * Reads the account behind a messenger's, network's or page's label. Where the label is also an ordinary word the
 * account has to fill its cell and, without a colon, to have a digit, an underscore or an at sign.
 */
export function readHandle(page: Page, label: Label, type: EntityType): Span[] {
  const { text, folded } = page.view;
  const at = label.valueStart;
  TOKEN.lastIndex = at;
  const match = TOKEN.exec(folded);
  if (!match || at + match[0].length > label.limit) return [];
  const token = match[0].replace(/[.-]+$/, "");
  const end = at + token.length;
  if (token.length < 2 || NOT_A_HANDLE.test(token)) return [];
  if (token.startsWith("wxid_")) return [{ type, start: at, end, rank: RANK.handle }];
  const name = folded.slice(label.start, label.end).replace(/[\s:]+$/, "");
  const looksLikeAccount = ACCOUNT.test(token);
  const line = page.lines[lineIndexAt(page.lines, at)]!;
  const fills =
    cellEnd(text, at, Math.min(label.limit, line.end)) === end ||
    /^\s?[,，、/(（。;；]/.test(text.slice(end, end + 2));
  const inForm = label.below && page.formLines.has(lineIndexAt(page.lines, label.start));
  const plain = (label.mode === "explicit" || inForm) && fills;
  if (AMBIGUOUS.has(name) || label.mode !== "explicit") {
    const cjk = isCjk(text.charCodeAt(label.end - 1));
    const certain = fills && SURE_ACCOUNT.test(token) && (cjk || label.mode !== "loose");
    const inPersonal = at < page.personalEnd || plain || certain;
    const sure = looksLikeAccount && (label.mode !== "loose" || cjk || token.startsWith("@"));
    if (!(sure && inPersonal && (fills || label.mode !== "loose")) && !(plain && at < page.personalEnd))
      return [];
  }
  if (/^\d+$/.test(token) && token.length < 5) return [];
  return [{ type, start: at, end, rank: RANK.handle }];
}

const AT_HANDLE = /(?<![\p{L}\d@._/-])@[a-z_\d][a-z\d_.]{2,30}(?![@/\w])/uy;

/** `@name` in the personal block; in the rest of a résumé it is code. */
export function findAtHandles({ view: { text, folded }, personalEnd }: Page): Span[] {
  const spans: Span[] = [];
  let block: string | undefined;
  for (let at = folded.indexOf("@"); at !== -1 && at < personalEnd; at = folded.indexOf("@", at + 1)) {
    // Nearly all at signs stand behind the local part of an address.
    if (isAlphanumeric(folded.charCodeAt(at - 1))) continue;
    block ??= folded.slice(0, personalEnd);
    AT_HANDLE.lastIndex = at;
    const match = AT_HANDLE.exec(block);
    if (!match) continue;
    const before = /\S(?=\s{0,2}$)/.exec(text.slice(Math.max(0, at - 3), at));
    if (before && !/[:|,/(•·;\t-]/.test(before[0])) continue;
    const end = at + match[0].replace(/\.$/, "").length;
    spans.push({ type: "HANDLE", start: at, end, rank: RANK.handle });
  }
  return spans;
}
