/** First words of phrases in Latin script that are personal without a label, folded. */

/** Of standing to live in a country, and of marriages with children. */
export const STANDING_WORDS: readonly string[] =
  "lawful|permanent|green|married|divorced|widowed|verheiratet|geschieden|marie|mariee|divorce|divorcee|casado|casada|coniugato|coniugata|sposato|sposata".split(
    "|",
  );

/** Of what a nationality stands before. */
export const CITIZEN_WORDS: readonly string[] =
  "citizen|national|passport|staatsburger|staatsburgerin|staatsangehorig|staatsangehorige|staatsangehoriger".split(
    "|",
  );

/** Of sentences about oneself. */
export const SELF_WORDS: readonly string[] = "i|i'm|as|ich|als|je|en|soy|como|sou|sono|come".split("|");
