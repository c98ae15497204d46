import type { Detector } from "../../../workers/documents/detectors.ts";
import type { HiddenTechnique } from "../../../workers/documents/types.ts";
import { encode, type HidingCase, SECRET, SEEN } from "./cases.ts";

function html(
  name: string,
  detector: Detector,
  technique: HiddenTechnique,
  body: string,
  style = "",
): HidingCase {
  const page = `<!doctype html><html><head><title>T</title><style>${style}</style></head><body><h1>${SEEN}</h1>${body}</body></html>`;
  return {
    name: `HTML: ${name}`,
    detectors: [detector],
    technique,
    file: () => encode(page),
    page: null,
  };
}

const styled = (style: string) => `<p style="${style}">${SECRET}</p>`;

const HTML = [
  html("the hidden attribute", "html_hidden_attribute", "css", `<p hidden>${SECRET}</p>`),
  html("display: none", "css_display", "css", styled("display:none")),
  html(
    "a descendant rule of the sheet",
    "css_display",
    "css",
    `<div id="x"><p><b>${SECRET}</b></p></div>`,
    "#x b{display:none}",
  ),
  html(
    "visibility by a class of the sheet",
    "css_visibility",
    "css",
    `<p class="a b">${SECRET}</p>`,
    ".b{visibility:hidden}",
  ),
  html("no opacity", "css_transparent", "transparent", styled("opacity:0")),
  html("two percent of opacity", "css_transparent", "transparent", styled("opacity:2%")),
  html("a colour without alpha", "css_transparent", "transparent", styled("color:rgba(0,0,0,0)")),
  html("moved away", "css_moved", "off_page", styled("position:absolute;left:-9999px")),
  html("indented away", "css_moved", "off_page", styled("text-indent:-9999px")),
  html("clipped", "css_clipped", "clipped", styled("position:absolute;clip:rect(0,0,0,0)")),
  html("in a box of no height", "css_clipped", "clipped", styled("height:1px;overflow:hidden")),
  html("no size", "css_tiny", "tiny", styled("font-size:0")),
  html("white on white", "css_low_contrast", "low_contrast", styled("color:#fff")),
  html(
    "the colour of its background",
    "css_low_contrast",
    "low_contrast",
    `<div style="background:#234"><p style="color:rgb(34,51,68)">${SECRET}</p></div>`,
  ),
];

const TAGS = [...SECRET].map((one) => String.fromCodePoint(0xe0000 + one.codePointAt(0)!)).join("");

const UNICODE: HidingCase[] = [
  {
    name: "plain text: tag characters",
    detectors: ["invisible_unicode"],
    technique: "invisible_unicode",
    file: () => encode(SEEN + TAGS),
    page: null,
    leak: TAGS,
  },
  {
    name: "plain text: zero-width spaces",
    detectors: ["invisible_unicode"],
    technique: "invisible_unicode",
    file: () => encode(SEEN + "\u200b".repeat(4)),
    page: null,
    secret: "U+200B x4",
    leak: "\u200b".repeat(4),
  },
];

const MARKDOWN: HidingCase[] = [
  {
    name: "Markdown: HTML that is not shown",
    detectors: ["css_display"],
    technique: "css",
    file: () => encode(`# ${SEEN}\n\n**Go** <span style="display:none">${SECRET}</span>\n`),
    page: null,
  },
];

export const TEXT_CASES: readonly HidingCase[] = [...HTML, ...UNICODE, ...MARKDOWN];
