import type { Namespaces } from "../xml.ts";

const TRANSITIONAL = "http://schemas.openxmlformats.org";
const STRICT = "http://purl.oclc.org/ooxml";

/** Canonical prefixes of the namespaces that a DOCX uses, transitional and strict (ECMA-376, ISO/IEC 29500). */
export const WORD_NAMESPACES: Namespaces = {
  [`${TRANSITIONAL}/wordprocessingml/2006/main`]: "w",
  [`${STRICT}/wordprocessingml/main`]: "w",
  [`${TRANSITIONAL}/drawingml/2006/main`]: "a",
  [`${STRICT}/drawingml/main`]: "a",
  [`${TRANSITIONAL}/drawingml/2006/wordprocessingDrawing`]: "wp",
  [`${STRICT}/drawingml/wordprocessingDrawing`]: "wp",
  [`${TRANSITIONAL}/officeDocument/2006/math`]: "m",
  [`${TRANSITIONAL}/markup-compatibility/2006`]: "mc",
  [`${TRANSITIONAL}/package/2006/relationships`]: "rel",
  [`${TRANSITIONAL}/package/2006/content-types`]: "ct",
  "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
  "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
  "urn:schemas-microsoft-com:vml": "v",
};

/** On by its presence, off by `w:val` of 0, false or off (ST_OnOff). */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(0|false|off)$/i.test(value);
}
