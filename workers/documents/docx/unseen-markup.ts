import type { Attributes } from "../xml.ts";

/** Deleted text, field codes, former properties: never shown. */
const SKIPPED = new Set([
  "w:del",
  "w:moveFrom",
  "w:instrText",
  "w:delText",
  "w:delInstrText",
  "w:fldData",
  "w:rPrChange",
  "w:pPrChange",
  "w:tblPrChange",
  "w:trPrChange",
  "w:tcPrChange",
  "w:sectPrChange",
  "w:numberingChange",
  "w:binData",
]);
const UNDERSTOOD = /^(wps|wpg|wpc|wpi|w14|w15|w16\w*|wp14|a14|cx\d*|c14|c16|aink|am3d|v|o|m)$/;

/** Tells which elements are not shown, and which of several alternatives is. */
export class UnseenMarkup {
  /** For each open `mc:AlternateContent`, whether a choice has been taken. */
  private readonly chosen: boolean[] = [];

  /** True when an element and all in it are not shown. */
  starts(name: string, parent: string | undefined, attributes: Attributes): boolean {
    if (SKIPPED.has(name)) return true;
    if (name === "mc:AlternateContent") this.chosen.push(false);
    if (name === "mc:Choice") return !this.takes(attributes);
    if (name === "mc:Fallback") return this.chosen.at(-1) === true;
    if (name === "w:rPr") return parent === "w:pPr";
    return /^w:(foot|end)note$/.test(name) && /eparator/.test(attributes["w:type"] ?? "");
  }

  closeAlternatives(): void {
    this.chosen.pop();
  }

  /** Word shows the first choice whose namespaces it knows (ECMA-376 part 3, 7.6). */
  private takes(attributes: Attributes): boolean {
    const known = (attributes.Requires ?? "").split(/\s+/).every((prefix) => UNDERSTOOD.test(prefix));
    if (!known || this.chosen.at(-1) === true) return false;
    this.chosen[this.chosen.length - 1] = true;
    return true;
  }
}
