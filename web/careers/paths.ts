/** Addresses of the careers pages. Pure: the routes and the links are spelled in one place each. */
import type { Locale } from "./types.ts";

export const STYLESHEET_PATH = "/assets/careers.css";

const segment = encodeURIComponent;

/**
 * Adds the page language. Links carry it, so that a choice of language lasts without a cookie.
 * @param path path with or without a query
 */
export function withLocale(path: string, locale: Locale): string {
  return `${path}${path.includes("?") ? "&" : "?"}lang=${locale}`;
}

/** The list of a workspace's open jobs. */
export const careersPath = (workspace: string) => `/careers/${segment(workspace)}`;

/** One job. */
export const jobPath = (workspace: string, job: string) => `${careersPath(workspace)}/jobs/${segment(job)}`;

/** The form of a job; it posts to the same path. */
export const applyPath = (workspace: string, job: string) => `${jobPath(workspace, job)}/apply`;

/** Status of one application, by its unguessable token. */
export const statusPath = (token: string) => `/careers/applications/${segment(token)}`;

/** POST: the applicant takes the application back. */
export const withdrawPath = (token: string) => `${statusPath(token)}/withdraw`;

/** POST: a person reads it in place of software. */
export const askPersonPath = (token: string) => `${statusPath(token)}/ask-person`;

/** GET asks whether to erase, POST with `confirm=yes` erases. */
export const erasePath = (token: string) => `${statusPath(token)}/erase`;
