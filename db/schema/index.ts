export * from "./application.ts";
export * from "./evaluation.ts";
export * from "./job.ts";
export * from "./record.ts";
export * from "./review.ts";
export * from "./tier.ts";
export * from "./workspace.ts";
