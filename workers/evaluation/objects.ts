/** Where the record of the calls behind evaluations lies: prompts as sent, raw output as received. */
export const callsPrefix = (applicationId: string) => `calls/${applicationId}/`;
export const callsObject = (applicationId: string, evaluationId: string) =>
  `${callsPrefix(applicationId)}${evaluationId}.json`;
