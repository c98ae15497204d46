const SEPARATOR = /\s*(?:,(?!\d{3})|[，、;；|｜/·•・])\s*|\s{2,}/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** More names in a row than anyone uses in one job. */
const STUFFED = 15;

/**
 * A row of names rather than a sentence: three or more items of two words (or, in an unspaced script, eight characters)
 * on average. `Go, Java, Kubernetes` is one; `Go で決済基盤を刷新し、遅延を短縮` is none.
 */
export function isListing(lower: string): boolean {
  const items = itemsOf(lower);
  if (items.length < 3 || /[。！？!?]$/u.test(lower)) return false;
  if (
    items.some(
      (item) =>
        UNSPACED.test(item) && /(?:した|して|する|ます|です|负责|使用|完成|实现|优化|带领|提升)/u.test(item),
    )
  )
    return false;
  return mean(items.map(size)) <= 1;
}

/** So many names that the list says nothing about any of them. */
export function isStuffed(lower: string): boolean {
  return itemsOf(lower).length > STUFFED;
}

function itemsOf(lower: string): string[] {
  const body = lower.replace(/^[^:：]{1,30}[:：]\s*/u, "");
  return body.split(SEPARATOR).filter((item) => /[\p{L}\p{N}]/u.test(item));
}

/** 1 for the longest name that is still a name. */
function size(item: string): number {
  return UNSPACED.test(item) ? item.length / 8 : item.split(/\s+/u).length / 2;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
