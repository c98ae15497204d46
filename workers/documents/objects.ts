/** Where the parts of a document lie in the object store. */

/** The file as it was sent. Document ids are time-ordered, so a listing is by age. */
export const originalObject = (documentId: string) => `originals/${documentId}`;
/** Visible text without personal data: what prompts and search see. */
export const redactedObject = (documentId: string) => `redacted/${documentId}`;
/** Full text, hidden text and the map of what was taken out, sealed under the candidate's key. */
export const vaultObject = (documentId: string) => `vault/${documentId}`;
