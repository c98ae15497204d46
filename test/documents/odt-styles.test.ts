import { expect, it } from "vitest";
import { createStyles } from "../../workers/documents/odt/styles.ts";

type Attributes = Record<string, string>;

/** The run of a paragraph style `P` over a default style, by their text properties. */
function runOf(standard: Attributes, own: Attributes) {
  const styles = createStyles();
  const style = (tag: string, name: Attributes, properties: Attributes) => {
    styles.open(tag, { "style:family": "paragraph", ...name });
    styles.open("style:text-properties", properties);
    styles.close(tag);
  };
  style("style:default-style", {}, standard);
  style("style:style", { "style:name": "P" }, own);
  return styles.run("paragraph", "P");
}

const automatic = { "style:use-window-font-color": "true", "loext:opacity": "0%" };

it("takes opacity beside the automatic colour for what LibreOffice means by it: nothing", () => {
  expect(runOf(automatic, {}).transparent).toBe(false);
});

it("sees text that is transparent, and text that no longer is", () => {
  expect(runOf(automatic, { "loext:opacity": "0%" }).transparent).toBe(true);
  expect(runOf({ "loext:opacity": "0%" }, { "loext:opacity": "100%" }).transparent).toBe(false);
  expect(runOf({ "loext:opacity": "0%" }, {}).transparent).toBe(true);
});
