/** The frame of every page: head, skip link, masthead, language switch, footer. */
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { MESSAGES } from "./messages/index.ts";
import { careersPath, STYLESHEET_PATH, withLocale } from "./paths.ts";
import { type CareersWorkspace, LOCALES, type Locale } from "./types.ts";

/** A dot in the accent colour. `data:` because the content security policy allows it and no request is needed. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Ccircle cx='16' cy='16' r='12' fill='%231f6b52'/%3E%3C/svg%3E";

export interface LayoutProps {
  locale: Locale;
  /** Title of the page; the workspace's name is added. */
  title: string;
  /** Null where the page belongs to no workspace. */
  workspace: CareersWorkspace | null;
  /** For search results and link previews. */
  description?: string | undefined;
  /** Absolute address to index this page under. */
  canonical?: string | undefined;
  /** Pages about a person, and answers to a mistake, stay out of search engines. */
  noindex?: boolean | undefined;
  /** A page to read or fill in from top to bottom: one column, and the frame as narrow as it. */
  narrow?: boolean | undefined;
  /** Query that the language switch keeps, without "?" and without `lang`. */
  query?: string | undefined;
  children?: Child;
}

/** A whole HTML document. Needs nothing but `/assets/careers.css`. */
export function Layout(props: LayoutProps) {
  const { locale, workspace, children } = props;
  const words = MESSAGES[locale].layout;
  return (
    <>
      {raw("<!DOCTYPE html>")}
      <html lang={locale}>
        <Head {...props} />
        <body class={props.narrow ? "narrow" : undefined}>
          <a class="skip" href="#content">
            {words.skip}
          </a>
          <header class="masthead">
            {workspace ? (
              <a class="brand" href={withLocale(careersPath(workspace.slug), locale)}>
                {workspace.name}
              </a>
            ) : (
              <span class="brand">Candor</span>
            )}
            <LanguageSwitch locale={locale} query={props.query ?? ""} />
          </header>
          <main id="content" tabindex={-1}>
            {children}
          </main>
          <footer class="foot">
            <p>{words.footer}</p>
          </footer>
        </body>
      </html>
    </>
  );
}

function Head({ title, workspace, description, canonical, noindex }: LayoutProps) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{workspace ? `${title} · ${workspace.name}` : title}</title>
      {description ? <meta name="description" content={description} /> : null}
      {noindex ? <meta name="robots" content="noindex, nofollow" /> : null}
      {noindex ? <meta name="referrer" content="no-referrer" /> : null}
      {canonical ? <link rel="canonical" href={canonical} /> : null}
      <link rel="icon" href={ICON} />
      <link rel="stylesheet" href={STYLESHEET_PATH} />
    </head>
  );
}

function LanguageSwitch({ locale, query }: { locale: Locale; query: string }) {
  return (
    <nav class="languages" aria-label={MESSAGES[locale].layout.language}>
      {LOCALES.filter((other) => other !== locale).map((other) => (
        <a href={withLocale(query ? `?${query}` : "", other)} lang={other} hreflang={other}>
          {MESSAGES[other].languageName}
        </a>
      ))}
    </nav>
  );
}
