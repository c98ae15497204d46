/** How at signs are spelled: what patterns of addresses are made of, and what tells that a text may have one. */

/** What opens a bracket around a spelled at sign. */
export const OPENING_BRACKETS = "[({<〔【〈《";

/** Between brackets. */
export const BRACKETED_ATS: readonly string[] =
  "at|a|ät|@|arroba|arobase|arobas|chez|chiocciola|klammeraffe|apenstaartje|골뱅이|アットマーク|アット|艾特|小老鼠".split(
    "|",
  );

/** As words of their own. */
export const WORD_ATS: readonly string[] = "at|ät|arroba|arobase|chiocciola|골뱅이|アットマーク|アット".split(
  "|",
);

/** Providers before which Chinese texts put a number sign for the at sign. */
export const NUMBER_SIGN_PROVIDERS: readonly string[] =
  "qq|gmail|163|126|outlook|hotmail|foxmail|sina|yahoo".split("|");
