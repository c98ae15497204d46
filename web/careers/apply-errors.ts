/** From what a check of the form found to the words the form has for it. */
import {
  APPLY_FIELDS,
  type ApplyError,
  type ApplyErrorCode,
  type ApplyField,
  type ApplyValues,
} from "./types.ts";

/** Problems with the uploaded file that are found while it arrives. */
const FILE_PROBLEMS: Record<string, ApplyErrorCode> = {
  document_too_large: "resume_too_large",
  unsupported_media_type: "resume_type",
};

/**
 * Errors in the order of the form, one a field. Whether a field is empty or wrong is seen from its value.
 * Fields that the form does not have are left out.
 * @param fields names of the fields that did not pass
 * @param values what the applicant had sent
 * @param problem code of the problem document, where the file itself was refused
 */
export function applyErrorsOf(
  fields: readonly string[],
  values: ApplyValues,
  problem?: string,
): ApplyError[] {
  const refused = problem === undefined ? undefined : FILE_PROBLEMS[problem];
  return APPLY_FIELDS.filter((field) => fields.includes(field) || (field === "resume" && refused)).flatMap(
    (field) => {
      const code = field === "resume" ? (refused ?? "resume_required") : codeOf(field, values);
      return code ? [{ field, code }] : [];
    },
  );
}

function codeOf(field: Exclude<ApplyField, "resume">, values: ApplyValues): ApplyErrorCode | null {
  switch (field) {
    case "name":
      return values.name.trim() === "" ? "name_required" : "name_too_long";
    case "email":
      return values.email.trim() === "" ? "email_required" : "email_invalid";
    case "phone":
      return "phone_invalid";
    case "consent":
      return "consent_required";
    case "manual_reading":
      return null;
  }
}
