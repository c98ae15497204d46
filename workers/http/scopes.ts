/** What a key may do. Names and e-mail addresses need `candidates:read`, original files `documents:original`. */
export const SCOPES = {
  "jobs:read": "Read jobs and rubrics",
  "jobs:write": "Create jobs, publish and close them, add rubric versions",
  "applications:read": "Read applications, evaluations and redacted text",
  "applications:write": "Add applications, ask for evaluations, write notes",
  "candidates:read": "See names, addresses and notes",
  "documents:original": "Download original files",
  "decisions:write": "Move applications between stages",
  "candidates:erase": "Erase a candidate",
  "events:read": "Read the event feed",
  "audit:read": "Read and verify the audit log",
  "api-keys:read": "List API keys",
  "api-keys:write": "Create and revoke API keys",
} as const;
export type Scope = keyof typeof SCOPES;
export const ALL_SCOPES = Object.keys(SCOPES) as [Scope, ...Scope[]];
/** The scopes of a key that can look but not touch. */
export const READ_SCOPES = ALL_SCOPES.filter((scope) => scope.endsWith(":read"));
