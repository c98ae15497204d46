/** Numbers and names that look personal in any language, and are none. */
import type { Some } from "../vocabulary/types.ts";

export const COMMON_LOOKALIKES: Some<string> = [
  "ISBN ⟦NOT:isbn|978-7-111-5####-6⟧",
  "ISBN ⟦NOT:isbn|978-0-13-46####-1⟧",
  "ISSN ⟦NOT:isbn|2####-8#1X⟧",
  "doi:⟦NOT:doi|10.1145/329####.333####⟧",
  "https://doi.org/⟦NOT:doi|10.1038/s41586-02#-0####-#⟧",
  "arXiv:⟦NOT:doi|2106.0####v2⟧",
  "US ⟦NOT:patent|10,1##,4## B2⟧",
  "EP ⟦NOT:patent|3 1## 4## B1⟧",
  "WO ⟦NOT:patent|2019/12####⟧",
  "⟦NOT:patent|ZL20211012####.7⟧",
  "⟦NOT:version|Go 1.21.#⟧, ⟦NOT:version|PostgreSQL 16.2.1⟧, ⟦NOT:version|Python 3.12.#⟧",
  "⟦NOT:version|Chrome 120.0.6099.1##⟧ / ⟦NOT:version|Windows 11 (22621.3###)⟧",
  "⟦NOT:network|10.0.12.#/24⟧, ⟦NOT:network|192.168.1##.0/16⟧",
  "⟦NOT:network|2001:db8::#/48⟧, ⟦NOT:network|IEEE 802.11ax⟧",
  "GPA ⟦NOT:grade|3.8#/4.00⟧",
  "TOEIC ⟦NOT:grade|9#5⟧, IELTS ⟦NOT:grade|7.5⟧",
  "⟦NOT:norm|ISO/IEC 27001:2022⟧, ⟦NOT:norm|RFC 9110⟧, ⟦NOT:norm|DIN EN 61508⟧",
  "⟦NOT:product|STM32F103C8T6⟧, ⟦NOT:product|MSP430F5529⟧",
  "⟦NOT:product|Boeing 737-800⟧, ⟦NOT:product|A320-200⟧",
  "⟦NOT:product|Passport.js⟧, ⟦NOT:product|Jenkins⟧, ⟦NOT:product|Gatsby⟧, ⟦NOT:product|MariaDB 10.11⟧",
  "⟦NOT:date|2021-11-30⟧ – ⟦NOT:date|2022-02-14⟧",
  "⟦NOT:amount|12,000,000⟧ req/d, p99 ⟦NOT:amount|420 ms⟧",
  "⟦NOT:amount|1.380.000 EUR⟧",
  "git ⟦NOT:hash|3f9c2e7a41d0⟧, build ⟦NOT:hash|20240611.#⟧",
];
