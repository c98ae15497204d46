import type { Detector } from "../../../workers/documents/detectors.ts";
import type { HiddenTechnique } from "../../../workers/documents/types.ts";
import { buildDocx, paragraph } from "../build-docx.ts";
import { buildOdt } from "../build-odt.ts";
import { encode, type HidingCase, SECRET, SEEN } from "./cases.ts";

function docx(
  name: string,
  detector: Detector,
  technique: HiddenTechnique,
  body: string,
  parts: Record<string, string> = {},
): HidingCase {
  const file = () => buildDocx(paragraph(SEEN) + body, parts);
  return { name: `DOCX: ${name}`, detectors: [detector], technique, file, page: null };
}

const WHITE = '<w:color w:val="FFFFFF"/>';
const STYLES = `<w:styles NAMESPACES><w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Base"/></w:style><w:style w:type="character" w:styleId="Ghost"><w:rPr>${WHITE}</w:rPr></w:style></w:styles>`;
const styled = { "word/styles.xml": STYLES };
const row = (properties: string, cell: string) =>
  `<w:tbl><w:tr><w:trPr>${properties}</w:trPr><w:tc>${cell}</w:tc></w:tr></w:tbl>`;
const black = '<w:tcPr><w:shd w:val="clear" w:fill="000000"/></w:tcPr>';
const anchored = (properties: string) =>
  `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>${properties}<wps:wsp><wps:spPr/><wps:txbx><w:txbxContent>${paragraph(SECRET)}</w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>`;

const DOCX = [
  docx("vanish", "run_vanish", "vanish", paragraph(SECRET, "<w:vanish/>")),
  docx(
    "vanish inherited through two styles",
    "run_vanish",
    "vanish",
    paragraph(SECRET, "", '<w:pStyle w:val="Sub"/>'),
    styled,
  ),
  docx("no fill", "run_transparent", "transparent", paragraph(SECRET, "<w14:noFill/>")),
  docx("one point high", "run_tiny", "tiny", paragraph(SECRET, '<w:sz w:val="2"/>')),
  docx("squeezed to one percent", "run_squeezed", "tiny", paragraph(SECRET, '<w:w w:val="1"/>')),
  docx("white", "run_low_contrast", "low_contrast", paragraph(SECRET, WHITE)),
  docx(
    "white by a character style",
    "run_low_contrast",
    "low_contrast",
    paragraph(SECRET, '<w:rStyle w:val="Ghost"/>'),
    styled,
  ),
  docx("nearly white", "run_low_contrast", "low_contrast", paragraph(SECRET, '<w:color w:val="F8F8F8"/>')),
  docx(
    "the theme's background",
    "run_low_contrast",
    "low_contrast",
    paragraph(SECRET, '<w:color w:themeColor="background1"/>'),
  ),
  docx(
    "the colour of its highlight",
    "run_low_contrast",
    "low_contrast",
    paragraph(SECRET, '<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>'),
  ),
  docx(
    "black on a black cell",
    "run_low_contrast",
    "low_contrast",
    row("", `${black}${paragraph(SECRET, '<w:color w:val="000000"/>')}`),
  ),
  docx(
    "in a line of no height",
    "docx_flat_line",
    "clipped",
    paragraph(SECRET, "", '<w:spacing w:line="1" w:lineRule="exact"/>'),
  ),
  docx(
    "indented off the page",
    "docx_paragraph_off_page",
    "off_page",
    paragraph(SECRET, "", '<w:ind w:left="40000"/>'),
  ),
  docx("in a hidden row", "docx_hidden_row", "vanish", row("<w:hidden/>", paragraph(SECRET))),
  docx(
    "in a row of no height",
    "docx_flat_row",
    "clipped",
    row('<w:trHeight w:val="1" w:hRule="exact"/>', paragraph(SECRET)),
  ),
  docx(
    "in a hidden drawing",
    "docx_hidden_drawing",
    "vanish",
    anchored('<wp:docPr id="1" name="n" hidden="1"/>'),
  ),
  docx(
    "in a drawing of no height",
    "docx_flat_drawing",
    "clipped",
    anchored('<wp:extent cx="900000" cy="100"/>'),
  ),
  docx(
    "in a drawing off the page",
    "docx_drawing_off_page",
    "off_page",
    anchored("<wp:positionH><wp:posOffset>99000000</wp:posOffset></wp:positionH>"),
  ),
];

function odt(
  name: string,
  detector: Detector,
  technique: HiddenTechnique,
  body: string,
  style = "",
): HidingCase {
  const file = () => buildOdt(`<text:p>${SEEN}</text:p>${body}`, style);
  return { name: `ODT: ${name}`, detectors: [detector], technique, file, page: null };
}

const span = `<text:p><text:span text:style-name="S">${SECRET}</text:span></text:p>`;
const plain = `<text:p>${SECRET}</text:p>`;

const ODT = [
  odt("a hidden style", "run_vanish", "vanish", span, 'text:display="none"'),
  odt("transparent", "run_transparent", "transparent", span, 'loext:opacity="0%"'),
  odt("one point high", "run_tiny", "tiny", span, 'fo:font-size="1pt"'),
  odt("squeezed to one percent", "run_squeezed", "tiny", span, 'style:text-scale="1%"'),
  odt("white", "run_low_contrast", "low_contrast", span, 'fo:color="#ffffff"'),
  odt(
    "a hidden section",
    "odt_hidden_section",
    "vanish",
    `<text:section text:display="none">${plain}</text:section>`,
  ),
  odt(
    "hidden text",
    "odt_hidden_field",
    "vanish",
    `<text:p><text:hidden-text text:is-hidden="true">${SECRET}</text:hidden-text></text:p>`,
  ),
  odt(
    "a collapsed row",
    "odt_hidden_row",
    "vanish",
    `<table:table><table:table-row table:visibility="collapse"><table:table-cell>${plain}</table:table-cell></table:table-row></table:table>`,
  ),
  odt(
    "a frame off the page",
    "odt_frame_off_page",
    "off_page",
    `<text:p><draw:frame svg:x="-90cm"><draw:text-box>${plain}</draw:text-box></draw:frame></text:p>`,
  ),
];

function rtf(name: string, detector: Detector, technique: HiddenTechnique, control: string): HidingCase {
  const head = String.raw`{\rtf1\ansi{\colortbl;\red255\green255\blue255;\red255\green255\blue0;}`;
  const file = () => encode(`${head}${SEEN}\\par {${control} ${SECRET}}}`);
  return { name: `RTF: ${name}`, detectors: [detector], technique, file, page: null };
}

const RTF = [
  rtf("hidden", "run_vanish", "vanish", "\\v"),
  rtf("one point high", "run_tiny", "tiny", "\\fs2"),
  rtf("squeezed to one percent", "run_squeezed", "tiny", "\\charscalex1"),
  rtf("white", "run_low_contrast", "low_contrast", "\\cf1"),
  rtf("the colour of its highlight", "run_low_contrast", "low_contrast", "\\cf2\\highlight2"),
];

export const OFFICE_CASES: readonly HidingCase[] = [...DOCX, ...ODT, ...RTF];
