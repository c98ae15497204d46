/** Where the parts of a document lie in the object store. */

/**
 * A candidate's résumé as it was sent. Its metadata holds the candidate's wrapped key (see redaction/vault.ts).
 * Candidate ids are time-ordered, so a listing is by age.
 */
export const originalObject = (candidateId: string) => `originals/${candidateId}`;
/** Visible text without personal data: what prompts and search see. */
export const redactedObject = (documentId: string) => `redacted/${documentId}`;
/** Full text, hidden text and the map of what was taken out, sealed under the candidate's key. */
export const vaultObject = (documentId: string) => `vault/${documentId}`;
