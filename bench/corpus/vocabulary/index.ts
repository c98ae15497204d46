import { DE } from "./de.ts";
import { EN_GB } from "./en-gb.ts";
import { EN_IN } from "./en-in.ts";
import { EN_US } from "./en-us.ts";
import { ES } from "./es.ts";
import { FR } from "./fr.ts";
import { IT } from "./it.ts";
import { JA } from "./ja.ts";
import { KO } from "./ko.ts";
import { PT } from "./pt.ts";
import type { Some, Vocabulary } from "./types.ts";
import { ZH_CN } from "./zh-cn.ts";
import { ZH_TW } from "./zh-tw.ts";

export const VOCABULARIES: Some<Vocabulary> = [ZH_CN, EN_US, JA, DE, ZH_TW, FR, KO, EN_GB, ES, EN_IN, PT, IT];
