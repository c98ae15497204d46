/** @module The public careers pages: pure components from plain data to HTML documents. */
export { applyErrorsOf } from "./apply-errors.ts";
export { ApplyPage, type ApplyPageProps, EMPTY_VALUES, RESUME_ACCEPT } from "./apply-page.tsx";
export {
  EraseConfirmPage,
  type EraseConfirmPageProps,
  ErasedPage,
  type ErasedPageProps,
} from "./erase-pages.tsx";
export { type JobFilter, readJobFilter } from "./job-filter.ts";
export { JobListPage, type JobListPageProps } from "./job-list-page.tsx";
export { JobPage, type JobPageProps } from "./job-page.tsx";
export { jobPostingJsonLd, scriptSafeJson } from "./job-posting.ts";
export { Layout, type LayoutProps } from "./layout.tsx";
export { localeOf } from "./locale.ts";
export * from "./paths.ts";
export { ProblemPage, type ProblemPageProps } from "./problem-page.tsx";
export { reasonSentence, wantsAnotherFile } from "./reasons.ts";
export { type StatusNotice, StatusPage, type StatusPageProps } from "./status-page.tsx";
export * from "./types.ts";
