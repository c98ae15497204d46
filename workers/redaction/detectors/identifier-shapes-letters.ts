import * as check from "../checksums.ts";
import { dateAt, type IdentifierShape } from "./identifier-shapes.ts";

/** Identifiers that begin with a letter. */
export const LETTER_SHAPES: readonly IdentifierShape[] = [
  {
    name: "codice fiscale",
    leads: [6],
    type: "TAX_ID",
    pattern: /[a-z]{6}\d[\dl-v][abcdehlmprst][\dl-v]{2}[a-z][\dl-v]{3}[a-z]/y,
    accepts: () => true,
  },
  {
    name: "codice fiscale with letters for digits",
    leads: [6],
    type: "TAX_ID",
    pattern: /[a-z]{6} ?[\dl-v]{2}[abcdehlmprst][\dl-v]{2} ?[a-z][\dl-v]{3}[a-z]/y,
    accepts: check.italianFiscalCode,
  },
  {
    name: "Taiwan number",
    leads: [1],
    type: "NATIONAL_ID", // TW; elsewhere a letter and nine digits are many other things
    pattern: /[a-z][1289]\d{8}/y,
    accepts: (id, { labelled, hasHan }) => (labelled || hasHan) && check.taiwanId(id),
  },
  {
    name: "Hong Kong number",
    leads: [1, 2],
    type: "NATIONAL_ID",
    pattern: /[a-z]{1,2}\d{6} ?\([\da]\)/y,
    accepts: check.hongKongId,
  },
  {
    name: "Hong Kong number, labelled",
    leads: [1, 2],
    type: "NATIONAL_ID",
    pattern: /[a-z]{1,2}\d{6}[\da]/y,
    accepts: (id, { labelled }) => labelled && check.hongKongId(id),
  },
  {
    name: "Spanish NIE",
    leads: [1],
    type: "NATIONAL_ID",
    pattern: /[xyz]-?\d{7}-?[a-z]/y,
    accepts: check.spanishNif,
  },
  {
    name: "National Insurance number",
    leads: [2],
    type: "SOCIAL_ID", // UK NINO, HMRC NIM39110
    pattern: /(?!bg|gb|nk|kn|tn|nt|zz)[a-ceghj-prtw-z][a-ceghj-nprtw-z] ?\d{2} ?\d{2} ?\d{2} ?[a-d]/y,
    accepts: () => true,
  },
  {
    name: "Indian PAN",
    leads: [5],
    type: "TAX_ID",
    pattern: /[a-z]{3}[abcfghljptns][a-z]\d{4}[a-z]/y,
    accepts: () => true,
  }, // IN PAN
  {
    name: "Singapore NRIC",
    leads: [1],
    type: "NATIONAL_ID",
    pattern: /[stfgm]\d{7}[a-z]/y,
    accepts: () => true,
  }, // SG: the check letter varies by series
  {
    name: "UK driving licence",
    leads: [1, 2, 3, 4, 5],
    type: "DRIVING_LICENCE", // UK, DVLA: surname, decade, month (+50 for women), day, year, initials
    pattern: /[a-z]{1,5}9{0,4} ?\d[0156]\d[0-3]\d{2} ?[a-z9]{2}[\da-z]{3}/y,
    accepts: (id) => id.length === 16,
  },
  {
    name: "CURP",
    leads: [4],
    type: "NATIONAL_ID",
    pattern: /[a-z]{4}\d{6}[hmx][a-z]{5}[\da-z]\d/y,
    accepts: () => true,
  }, // MX CURP
  {
    name: "RFC",
    leads: [4],
    type: "TAX_ID",
    pattern: /[a-z]{4}\d{6}[\da-z]{3}/y,
    accepts: (id) => dateAt(id, 4, 1900),
  }, // MX RFC
];
