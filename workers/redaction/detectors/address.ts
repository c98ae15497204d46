import type { Page } from "../page.ts";
import type { Span } from "../spans.ts";
import { findChineseAddresses } from "./address-chinese.ts";
import { findJapaneseAddresses } from "./address-japanese.ts";
import { findKoreanAddresses } from "./address-korean.ts";
import { findLabelledAddresses } from "./address-labelled.ts";
import { findPostalAddresses } from "./address-postal.ts";
import { findStreetAddresses } from "./address-street.ts";

/** Finds postal addresses: what labels announce, and by the grammar of each country's way of writing them. */
export function findAddresses(page: Page): Span[] {
  return [
    ...findLabelledAddresses(page),
    ...(page.view.han ? [...findChineseAddresses(page), ...findJapaneseAddresses(page)] : []),
    ...(page.view.hangul ? findKoreanAddresses(page) : []),
    ...findStreetAddresses(page),
    ...findPostalAddresses(page),
  ];
}
