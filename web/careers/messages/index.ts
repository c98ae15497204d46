import type { Locale } from "../types.ts";
import { en, type Messages } from "./en.ts";
import { zhCN } from "./zh-CN.ts";

export type { Messages };

export const MESSAGES: Record<Locale, Messages> = { en, "zh-CN": zhCN };
