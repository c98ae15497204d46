import type { SubjectHints } from "../../../workers/redaction/types.ts";

/** A text that goes wrong when the entry of its name is left out of its list. `⟦TYPE:value⟧` has to be taken out. */
export type NeededCases = Readonly<Record<string, string>>;

export const HINTS: SubjectHints = { email: "jane@intranet", phone: "+49 876 54321", name: "Priya Okonkwo" };

export const NEEDED_CONTACTS: NeededCases = {
  "e-mail address": "write to ⟦EMAIL:jane.doe@example.com⟧ today",
  "spelled e-mail address": "write to ⟦EMAIL:jane.doe (at) example.com⟧ today",
  link: "see ⟦LINK:https://janedoe.example/about⟧ today",
  "bare link": "see ⟦LINK:github.com/jane-doe⟧ today",
  "labelled value": "Religion: ⟦RELIGION:Hindu⟧",
};

export const NEEDED_VALUES: NeededCases = {
  identifier: "on file ⟦SOCIAL_ID:536-22-1847⟧",
  "bank card": "charged ⟦BANK_CARD:4111 1111 1111 1111⟧ twice",
  IBAN: "transfer to ⟦IBAN:DE89370400440532013000⟧ please",
  "masked number": "recorded as ⟦PHONE:138****8000⟧ there",
  "at handle": "⟦HANDLE:@codewithjane⟧\nEngineer",
  phone: "answers at ⟦PHONE:+1 971 555 0117⟧ today",
  "labelled address": "Address: ⟦ADDRESS:The Old Forge, Little Wenham⟧",
  "Chinese address": "本人住在⟦ADDRESS:上海市浦东新区碧波路690号8号楼1203室⟧，通勤方便",
  "Japanese address": "自宅は⟦ADDRESS:東京都渋谷区渋谷2丁目21番1号⟧です",
  "Korean address": "집은 ⟦ADDRESS:서울특별시 마포구 월드컵북로 396⟧ 입니다",
  "street address": "Engineer\n⟦ADDRESS:27 Abbotsford Road, Bristol⟧\nExperience\nAnalyst",
  "postal address": "wohnt jetzt in ⟦ADDRESS:Lindenstraße 14a, 50667 Köln⟧ und pendelt",
  "street in the heading": "Ingénieure\n⟦ADDRESS:8 rue des Lilas⟧\nExpérience\nAnalyste",
  "bare trait": "Ingénieure\n⟦MARITAL_STATUS:célibataire⟧ | permis B",
  phrase: "本人⟦BIRTH_DATE:1991年6月生⟧，现任职于某公司",
  "self-description": "⟦NAME:Jane Roe⟧\nExperience\nI am a ⟦RELIGION:Muslim⟧ ⟦GENDER:woman⟧ from Leicester.",
  "hinted e-mail address": "reach me as ⟦EMAIL:jane@intranet⟧ inside",
  "hinted phone": "noted as ⟦PHONE:4987654321⟧ there",
};

export const NEEDED_PERSONS: NeededCases = {
  "labelled person": "Reports to: ⟦PERSON:Ottoline Whitfield⟧",
  referee: "Experience\nAnalyst\nReferences\n⟦PERSON:Ottoline Whitfield⟧, Northwind",
  "titled person": "the award that ⟦PERSON:Dr. Wexcombe⟧ handed over",
  "titled person in Han": "本组的⟦PERSON:顾晓棠⟧老师，多次获奖",
  "titled person in Hangul": "지난 분기에는 ⟦PERSON:최민준⟧ 매니저가 칭찬했다",
  "list of authors":
    "⟦PERSON:Ottoline Haakonsen⟧, ⟦PERSON:Perpetua Whitfield⟧: Sparse graphs in practice, 2020",
  companion: "reviewed by ⟦PERSON:Ottoline Whitfield⟧ on Friday",
  "person with a number":
    "Engineer\n\nProfile\nBuilds bridges.\n\nExperience\nAnalyst at Foo since 2019\n⟦PERSON:Ottoline De la Hoz⟧. Docente. ⟦PHONE:+57 320 555 0109⟧",
  "named person": "the old man, that is ⟦PERSON:Karen Whitfield⟧, ran the firm",
  "companion in Chinese": "该项目与⟦PERSON:赵晓峰⟧共同完成",
  "companion in Japanese": "設計は⟦PERSON:長谷川 由美子⟧と共同で行った",
  "companion in Korean": "이 논문은 ⟦PERSON:박지훈⟧과 함께 썼다",
};

export const NEEDED_NAMES: NeededCases = {
  hint: "in which ⟦NAME:Okonkwo⟧ took part",
  label: "the form says\nName: ⟦NAME:zoltan⟧",
  introduction: "尊敬的领导\n自荐信\n您好！我叫⟦NAME:晏子萱⟧，毕业于某大学",
  heading: "⟦NAME:Ottoline Vellacott⟧\nEngineer",
};

export const NEEDED_FOLLOWERS: NeededCases = {
  "co-author":
    "⟦NAME:Temperance Vellacott⟧\nEngineer\nPublications\n⟦PERSON:Orsino Haakonsen⟧, ⟦NAME:Temperance Vellacott⟧: Sparse graphs, 2020",
};

/** Nothing in these is personal: without the veto some of it would be taken for a number of the applicant's. */
export const NEEDED_VETOES: NeededCases = {
  "year first": "Phone: none\n2015-03-01 1234\nTel.: 2019.04.15.2021",
  "day first": "Tel.: 03.05.1987",
  "month first": "Phone: 04.2015 - 08.2019",
  years: "Phone: 2015-2019",
  "compact period": "Phone: 201209-201606",
  network: "Phone: 192.168.100.200",
  DOI: "Phone: 10.1145/3292500",
  ISBN: "Phone: 978-0-13-468599-1",
  patent: "Phone: CN 201910123456.7",
  "patent of Japan or Korea": "電話：特許6123456",
  standard: "Phone: ISO 27001:2013",
  "number of a thing or a firm": "Order no. 030 1234567 was shipped",
  money: "Phone: $ 1380000",
  measure: "Phone: 13800001 users",
};
