/** Reading rendered HTML back, with a parser that is not the renderer. */
import { type DomUtils, parseDocument } from "htmlparser2";

type Node = ReturnType<typeof parseDocument>["children"][number];
export type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

const isElement = (node: Node): node is Node & Element => "attribs" in node;

/** Elements of a document in order, as an array to filter. */
export function elementsOf(html: string): Element[] {
  const walk = (nodes: Node[]): Element[] =>
    nodes.flatMap((node) => (isElement(node) ? [node, ...walk(node.children)] : []));
  return walk(parseDocument(html).children);
}

/** The text inside an element, scripts included. */
export function textOf(element: Element): string {
  return element.children
    .map((node) => (isElement(node) ? textOf(node) : "data" in node ? String(node.data) : ""))
    .join("");
}

/** Text a reader gets: without scripts and head. */
export function visibleText(html: string): string {
  const skip = new Set(["script", "style", "head"]);
  const text = (element: Element): string =>
    skip.has(element.name)
      ? ""
      : element.children
          .map((node) => (isElement(node) ? text(node) : "data" in node ? String(node.data) : ""))
          .join(" ");
  return elementsOf(html)
    .filter((element) => element.name === "body")
    .map(text)
    .join(" ");
}

/** The one element with this tag. Throws where there are more or fewer. */
export function only(html: string, tag: string): Element {
  const found = elementsOf(html).filter((element) => element.name === tag);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} <${tag}> elements`);
  return found[0];
}

/** References inside a page that lead nowhere: `#` links, labels, and the aria attributes that name ids. */
export function danglingReferences(html: string): string[] {
  const elements = elementsOf(html);
  const ids = new Set(elements.map((element) => element.attribs.id).filter(Boolean));
  return elements.flatMap(({ name, attribs }) => {
    const references = [
      ...(attribs.href?.startsWith("#") ? [attribs.href.slice(1)] : []),
      ...(name === "label" && attribs.for ? [attribs.for] : []),
      ...(attribs["aria-describedby"]?.split(" ") ?? []),
      ...(attribs["aria-labelledby"]?.split(" ") ?? []),
    ];
    return references.filter((id) => !ids.has(id)).map((id) => `${name} → ${id}`);
  });
}

/** What a strict content security policy (`default-src 'none'`, no inline) would block or leak. */
export function policyViolations(html: string): string[] {
  return elementsOf(html).flatMap(({ name, attribs }) => [
    ...(name === "script" && attribs.type !== "application/ld+json" ? ["script"] : []),
    ...(name === "style" || "style" in attribs ? [`inline style on ${name}`] : []),
    ...Object.keys(attribs)
      .filter((attribute) => attribute.startsWith("on"))
      .map((attribute) => `${attribute} on ${name}`),
    ...[
      attribs.src,
      attribs.action,
      name === "link" && attribs.rel !== "canonical" ? attribs.href : undefined,
    ]
      .filter((url) => url !== undefined && !/^(\/(?!\/)|data:image\/)/.test(url))
      .map((url) => `${name} loads ${url}`),
  ]);
}
