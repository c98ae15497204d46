import type { RawDocument } from "../assemble.ts";
import { type Colour, isUnseen, WHITE } from "../colour.ts";
import type { Detectors } from "../detectors.ts";
import type { ReadLimits } from "../limits.ts";
import { hiddenBy, type RunAppearance } from "../run-appearance.ts";
import type { DocumentFlag, HiddenTechnique, HiddenText } from "../types.ts";
import { enforce } from "../unreadable.ts";
import { addPiece, characterBudget, type Paragraph } from "../visible-lines.ts";
import { codePageOfCharset, decodeCodePage } from "./code-pages.ts";
import { SHOWN, SKIPPED, SYMBOLS } from "./control-words.ts";
import { tokens } from "./tokens.ts";

/** What a group inherits and gives back when it closes. */
interface Group {
  destination: "text" | "skip" | "fonts" | "colours" | "comment" | "field";
  run: RunAppearance;
  deleted: boolean;
  font: number;
  /** Characters that follow each `\u` for readers without Unicode. */
  fallback: number;
  /** `\*` was seen: an unknown destination word then hides the group. */
  optional: boolean;
}

class RtfReader {
  readonly body: Paragraph = { text: "", hidden: [] };
  readonly comments: HiddenText[] = [];
  readonly flags = new Map<string, DocumentFlag>();
  private readonly groups: Group[] = [];
  private readonly colours: (Colour | null)[] = [];
  private readonly mixing: [number | null, number | null, number | null] = [null, null, null];
  private readonly fontPages = new Map<number, number>();
  private group: Group = {
    destination: "text",
    run: {},
    deleted: false,
    font: 0,
    fallback: 1,
    optional: false,
  };
  private page = 1252;
  private defining = 0;
  private pending: number[] = [];
  private toSkip = 0;
  private field = "";
  private surrogate = "";
  /** Cells or paragraphs are shaded: what lies behind light text is then not known. */
  private painted = false;
  private readonly limits: ReadLimits;
  private readonly detectors: Detectors;
  private readonly count: (text: string) => void;

  constructor(limits: ReadLimits, detectors: Detectors) {
    this.limits = limits;
    this.detectors = detectors;
    this.count = characterBudget(limits);
  }

  read(bytes: Uint8Array): void {
    let nodes = 0;
    for (const token of tokens(bytes)) {
      if (token.kind !== "byte") enforce(this.limits, "nodes", ++nodes);
      if (token.kind === "byte") this.byte(token.byte);
      else if (token.kind === "control") this.control(token.word, token.value);
      else if (token.kind === "open") this.openGroup();
      else this.closeGroup();
    }
    this.flush();
  }

  private openGroup(): void {
    this.flush();
    this.groups.push(this.group);
    enforce(this.limits, "depth", this.groups.length);
    this.group = { ...this.group, run: { ...this.group.run }, optional: false };
  }

  private closeGroup(): void {
    this.flush();
    if (this.group.destination === "field" && this.groups.at(-1)?.destination !== "field") this.endField();
    this.toSkip = 0;
    this.group = this.groups.pop() ?? this.group;
  }

  private endField(): void {
    if (/\bDDE(AUTO)?\b/i.test(this.field)) this.flag("active_content", "a field that starts a program");
    else if (/INCLUDE(PICTURE|TEXT)\s+"?\w+:/i.test(this.field))
      this.flag("external_reference", "a field that loads a file");
    this.field = "";
  }

  private flag(code: DocumentFlag["code"], detail: string): void {
    this.flags.set(code, { code, detail });
  }

  private byte(byte: number): void {
    const { destination } = this.group;
    if (destination === "skip" || destination === "fonts") return;
    if (destination === "colours") {
      if (byte === 0x3b) this.endColour();
    } else if (destination === "field") this.field += String.fromCharCode(byte);
    else if (this.toSkip > 0) this.toSkip--;
    else this.pending.push(byte);
  }

  private endColour(): void {
    const [red, green, blue] = this.mixing;
    this.colours.push(red === null || green === null || blue === null ? null : [red, green, blue]);
    this.mixing.fill(null);
  }

  private control(word: string, value: number | null): void {
    if (word === "u" && this.group.destination !== "skip") {
      this.unicode(value ?? 0);
      return;
    }
    if (this.toSkip > 0 && /^[\\{}]$/.test(word)) {
      this.toSkip--;
      return;
    }
    this.flush();
    if (word === "*") this.group.optional = true;
    else if (word === "object" || word === "objdata") this.flag("active_content", "an embedded object");
    else if (word === "template") this.flag("external_reference", "a template");
    if (this.openDestination(word) || this.group.destination === "skip") return;
    if (this.group.destination === "fonts") this.fontTable(word, value);
    else if (this.group.destination === "colours") this.colourTable(word, value);
    else if (/^[\\{}]$/.test(word)) this.byte(word.charCodeAt(0));
    else if (Object.hasOwn(SYMBOLS, word)) this.write(SYMBOLS[word]!);
    else this.property(word, value);
  }

  private openDestination(word: string): boolean {
    const { group } = this;
    if (word === "*") return true;
    if (word === "fonttbl") group.destination = "fonts";
    else if (word === "colortbl") group.destination = "colours";
    else if (word === "fldinst") group.destination = "field";
    else if (word === "annotation") group.destination = "comment";
    else if (SKIPPED.has(word) || (group.optional && !SHOWN.has(word))) group.destination = "skip";
    else if (word === "fldrslt") group.destination = "text";
    else return false;
    group.optional = false;
    return true;
  }

  private fontTable(word: string, value: number | null): void {
    if (word === "f") this.defining = value ?? 0;
    else if (word === "fcharset") {
      const page = codePageOfCharset(value ?? 0);
      if (page !== null) this.fontPages.set(this.defining, page);
    } else if (word === "cpg" && value !== null) this.fontPages.set(this.defining, value);
  }

  private colourTable(word: string, value: number | null): void {
    const channel = ["red", "green", "blue"].indexOf(word);
    if (channel >= 0) this.mixing[channel] = value ?? 0;
  }

  private property(word: string, value: number | null): void {
    const { run } = this.group;
    if (word === "ansicpg") this.page = value ?? 1252;
    else if (word === "f") this.group.font = value ?? 0;
    else if (word === "uc") this.group.fallback = Math.min(value ?? 1, 8);
    else if (word === "v") run.vanish = value !== 0;
    else if (word === "deleted") this.group.deleted = value !== 0;
    else if (word === "fs") run.halfPoints = value ?? 24;
    else if (word === "charscalex") run.scale = value ?? 100;
    else if (word === "cf") run.colour = this.colours[value ?? 0] ?? "auto";
    else if (word === "highlight" || word === "cb" || word === "chcbpat")
      run.fill = this.colours[value ?? 0] ?? null;
    else if (word === "cbpat" || word === "clcbpat") this.painted ||= isDark(this.colours[value ?? 0]);
    else if (word === "plain") this.group.run = {};
  }

  private unicode(value: number): void {
    this.flush();
    this.toSkip = this.group.fallback;
    const unit = String.fromCharCode(value < 0 ? value + 0x10000 : value);
    if (/[\ud800-\udbff]/.test(unit)) this.surrogate = unit;
    else {
      this.write(this.surrogate + unit);
      this.surrogate = "";
    }
  }

  private flush(): void {
    if (this.pending.length === 0) return;
    const page = this.fontPages.get(this.group.font) ?? this.page;
    const text = decodeCodePage(this.pending, page);
    this.pending = [];
    this.write(text);
  }

  private write(text: string): void {
    const { destination, run, deleted } = this.group;
    if ((destination !== "text" && destination !== "comment") || deleted) return;
    this.count(text);
    if (destination === "comment") this.comments.push({ text, technique: "comment", page: null });
    else addPiece(this.body, text, this.technique(run));
  }

  private technique(run: RunAppearance): HiddenTechnique | null {
    return hiddenBy(run, this.painted ? null : WHITE, this.detectors);
  }
}

function isDark(colour: Colour | null | undefined): boolean {
  return colour ? !isUnseen(WHITE, colour) : false;
}

/** Reads RTF: text, tables, footnotes, text boxes; never its pictures, objects and field codes. @throws Unreadable */
export function readRtf(bytes: Uint8Array, limits: ReadLimits, detectors: Detectors): RawDocument {
  const reader = new RtfReader(limits, detectors);
  reader.read(bytes);
  const hidden = [...reader.body.hidden, ...reader.comments];
  return {
    format: "rtf",
    pages: 1,
    text: reader.body.text.replace(/\t\n/g, "\n"),
    hidden,
    flags: [...reader.flags.values()],
  };
}
