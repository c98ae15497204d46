import { DE_PERSONAL } from "./de.ts";
import { EN_GB_PERSONAL } from "./en-gb.ts";
import { EN_IN_PERSONAL } from "./en-in.ts";
import { EN_US_PERSONAL } from "./en-us.ts";
import { ES_PERSONAL } from "./es.ts";
import { FR_PERSONAL } from "./fr.ts";
import { IT_PERSONAL } from "./it.ts";
import { JA_PERSONAL } from "./ja.ts";
import { KO_PERSONAL } from "./ko.ts";
import { PT_PERSONAL } from "./pt.ts";
import type { PersonalVocabulary } from "./types.ts";
import { ZH_CN_PERSONAL } from "./zh-cn.ts";
import { ZH_TW_PERSONAL } from "./zh-tw.ts";

export const PERSONAL: Readonly<Record<string, PersonalVocabulary>> = {
  "zh-CN": ZH_CN_PERSONAL,
  "zh-TW": ZH_TW_PERSONAL,
  "en-US": EN_US_PERSONAL,
  "en-GB": EN_GB_PERSONAL,
  "en-IN": EN_IN_PERSONAL,
  ja: JA_PERSONAL,
  ko: KO_PERSONAL,
  de: DE_PERSONAL,
  fr: FR_PERSONAL,
  es: ES_PERSONAL,
  pt: PT_PERSONAL,
  it: IT_PERSONAL,
};
