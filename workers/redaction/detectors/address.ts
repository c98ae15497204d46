import { labelFrom, type Page } from "../page.ts";
import type { Span } from "../spans.ts";

/** Wraps a finder of addresses: labels in front are left standing, postcodes in brackets behind are taken along. */
export const wholeAddresses =
  (find: (page: Page) => Span[]) =>
  (page: Page): Span[] =>
    find(page).map((span) => withoutLabel(page, withPostcode(page, span)));

/** Words that are no part of an address, as `Résidence` and `PO Box` are. */
const ONLY_LABEL =
  /addres|adres|location|anschrift|wohn|domicil|direcci|endere|morada|indirizz|residente|\breside\b|\blive|住所|地址|住址|주소|거주/;

/** What a grammar took for the beginning of an address may be the label in front of it. */
function withoutLabel(page: Page, span: Span): Span {
  const label = labelFrom(page, span.start);
  if (!label?.fields.some((field) => field === "ADDRESS" || field === "OTHER")) return span;
  const inFront =
    label.mode !== "loose" &&
    !label.below &&
    label.start - span.start < 3 &&
    label.valueStart < span.end &&
    (label.mode === "explicit" || ONLY_LABEL.test(page.view.folded.slice(label.start, label.end)));
  return inFront ? { ...span, start: label.valueStart } : span;
}

const POSTCODE_BEHIND =
  /^ ?\((?:邮编|郵編|邮政编码|郵遞區號|郵便番号|우편번호|우)?[ :]{0,2}\d{3,6}(?:-\d{4})?\)/;

/** `…2005室（邮编：420054）`. */
function withPostcode(page: Page, span: Span): Span {
  const postcode = POSTCODE_BEHIND.exec(page.view.text.slice(span.end, span.end + 24));
  return postcode ? { ...span, end: span.end + postcode[0].length } : span;
}
