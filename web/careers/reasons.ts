/** What is said to an applicant about each reason for attention: what happened, and what to do about it. */
import type { AttentionReason, Locale } from "./types.ts";

export interface ReasonWords {
  happened: string;
  advice: string;
}

/** Reasons that another file would solve. With the others a person reads what is already here. */
const RESEND: Record<AttentionReason, boolean> = {
  unsupported_type: true,
  empty: true,
  encrypted: true,
  damaged: true,
  scan: true,
  too_many_pages: true,
  too_large: true,
  too_many_parts: true,
  too_complex: true,
  forbidden_markup: true,
  redaction_failed: false,
  too_long_for_model: true,
  model_output_unusable: false,
  model_refused: false,
  processing_failed: false,
  manual_reading: false,
  withdrawn: false,
  erased: false,
};

const NOTHING_TO_DO = {
  en: "A person will read your application instead. There is nothing you need to do.",
  "zh-CN": "将改由工作人员阅读您的申请，您无需做任何事。",
} as const satisfies Record<Locale, string>;

const WORDS: Record<Locale, Record<AttentionReason, ReasonWords>> = {
  en: {
    unsupported_type: {
      happened: "The file is of a kind we cannot read.",
      advice: "Save your résumé as a PDF or Word document and send that.",
    },
    empty: {
      happened: "The file has no text in it.",
      advice: "Open it to see whether it is the right one, then send the file that has your résumé in it.",
    },
    encrypted: {
      happened: "The file is protected with a password, so it cannot be opened.",
      advice: "Remove the password, or print the document to a new PDF, and send that.",
    },
    damaged: {
      happened: "The file is damaged: it may have been cut off on its way.",
      advice: "See whether it opens on your own device, save it again, and send the new copy.",
    },
    scan: {
      happened:
        "The file is a picture of pages, such as a scan or photo, and has no text that could be read.",
      advice: "Send the original document, or a PDF saved from your word processor.",
    },
    too_many_pages: {
      happened: "The file has more pages than we read.",
      advice: "Send the résumé alone, without certificates and work samples.",
    },
    too_large: {
      happened: "The file holds more text or data than we read.",
      advice: "Send a shorter résumé, or a PDF without large pictures.",
    },
    too_many_parts: {
      happened: "The file is put together from more parts than we open.",
      advice: "Save your résumé as a PDF and send that.",
    },
    too_complex: {
      happened: "The layout of the file is so elaborate that reading it had to be stopped.",
      advice: "Send a plainer version, for example one saved from your word processor without graphics.",
    },
    forbidden_markup: {
      happened: "The file contains instructions to the reading software that we do not run, for safety.",
      advice: "Save your résumé as a new PDF or Word document and send that.",
    },
    redaction_failed: {
      happened: "Software could not take your personal data out reliably, so no model was shown your résumé.",
      advice: NOTHING_TO_DO.en,
    },
    too_long_for_model: {
      happened: "Your application is longer than the software can take in at once.",
      advice: "Send a shorter résumé, of a few pages; otherwise a person will read this one.",
    },
    model_output_unusable: {
      happened: "The software gave no usable answer about your résumé.",
      advice: NOTHING_TO_DO.en,
    },
    model_refused: {
      happened: "The software could not take your résumé in.",
      advice: NOTHING_TO_DO.en,
    },
    processing_failed: {
      happened: "Something on our side went wrong while your application was being read.",
      advice: NOTHING_TO_DO.en,
    },
    manual_reading: {
      happened: "You asked for a person, so no software rates your application.",
      advice: "There is nothing you need to do.",
    },
    withdrawn: {
      happened: "You took your application back before it had been read.",
      advice: "You can apply again if you change your mind.",
    },
    erased: { happened: "Your data has been erased.", advice: "You can apply again if you wish." },
  },
  "zh-CN": {
    unsupported_type: {
      happened: "我们无法读取这种类型的文件。",
      advice: "请将简历另存为 PDF 或 Word 文档后重新发送。",
    },
    empty: { happened: "文件中没有任何文字。", advice: "请打开确认是否选对，然后发送真正包含简历的文件。" },
    encrypted: {
      happened: "文件设有密码保护，无法打开。",
      advice: "请去除密码，或将文档打印为新的 PDF 后重新发送。",
    },
    damaged: {
      happened: "文件已损坏，可能在传输途中被截断。",
      advice: "请确认文件能在您的设备上打开，重新保存后再发送。",
    },
    scan: {
      happened: "文件只是页面的图片（例如扫描件或照片），没有可读取的文字。",
      advice: "请发送原始文档，或由文字处理软件导出的 PDF。",
    },
    too_many_pages: {
      happened: "文件页数超出了我们的读取范围。",
      advice: "请只发送简历，不要附上证书和作品。",
    },
    too_large: {
      happened: "文件中的文字或数据超出了我们的读取范围。",
      advice: "请发送较短的简历，或不含大图片的 PDF。",
    },
    too_many_parts: {
      happened: "组成文件的部件超出了我们能打开的数量。",
      advice: "请将简历另存为 PDF 后重新发送。",
    },
    too_complex: {
      happened: "文件版式过于复杂，读取不得不中止。",
      advice: "请发送较简洁的版本，例如由文字处理软件导出、不含图形的文件。",
    },
    forbidden_markup: {
      happened: "文件中包含针对读取软件的指令，为了安全我们不会执行。",
      advice: "请将简历另存为新的 PDF 或 Word 文档后重新发送。",
    },
    redaction_failed: {
      happened: "软件未能可靠地去除您的个人信息，因此没有让任何模型看到您的简历。",
      advice: NOTHING_TO_DO["zh-CN"],
    },
    too_long_for_model: {
      happened: "您的申请内容过长，软件无法一次读完。",
      advice: "请发送一份几页以内的较短简历；否则将由工作人员阅读这一份。",
    },
    model_output_unusable: {
      happened: "软件没有就您的简历给出可用的结果。",
      advice: NOTHING_TO_DO["zh-CN"],
    },
    model_refused: {
      happened: "软件无法处理您的简历。",
      advice: NOTHING_TO_DO["zh-CN"],
    },
    processing_failed: {
      happened: "阅读您的申请时，我们这边出了问题。",
      advice: NOTHING_TO_DO["zh-CN"],
    },
    manual_reading: { happened: "您要求由人阅读，因此没有软件为您的申请评级。", advice: "您无需做任何事。" },
    withdrawn: { happened: "您在申请被阅读之前撤回了它。", advice: "如果改变主意，可以重新申请。" },
    erased: { happened: "您的信息已被删除。", advice: "如有需要，可以重新申请。" },
  },
};

/** The two halves apart, for the status page. */
export const reasonWords = (reason: AttentionReason, locale: Locale): ReasonWords => WORDS[locale][reason];

/** Whether the applicant should send another file. */
export const wantsAnotherFile = (reason: AttentionReason): boolean => RESEND[reason];

/** What happened and what to do, as running text, for the status API. */
export function reasonSentence(reason: AttentionReason, locale: Locale): string {
  const { happened, advice } = WORDS[locale][reason];
  return locale === "en" ? `${happened} ${advice}` : `${happened}${advice}`;
}
