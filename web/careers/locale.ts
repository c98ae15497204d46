/** Which language a page is in. */
import { LOCALES, type Locale } from "./types.ts";

/**
 * The page's language: the choice in the address, else the best of `Accept-Language`, else English.
 * Any Chinese is answered in 简体中文, the one Chinese there is. Quality values by RFC 9110, 12.4.2.
 * @param chosen value of `?lang=`
 * @param acceptLanguage the request header
 */
export function localeOf(chosen: string | null | undefined, acceptLanguage?: string | null): Locale {
  const exact = LOCALES.find((locale) => locale === chosen);
  if (exact) return exact;
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { tag: tag.trim().toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    if (tag === "zh" || tag.startsWith("zh-")) return "zh-CN";
    if (tag === "en" || tag.startsWith("en-")) return "en";
  }
  return "en";
}
