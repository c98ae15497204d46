import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { render } from "../../../inference/kubernetes/checks/kustomize.ts";
import { applyPatch } from "../../../inference/kubernetes/checks/patch.ts";

const POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {image: 'x:1'}\n";
const files = (kustomization: string, extra: Record<string, string> = {}) =>
  new Map(Object.entries({ "o/kustomization.yaml": kustomization, "o/pod.yaml": POD, ...extra }));

describe("rendering an overlay", () => {
  it("reads resources, takes patches, and gives namespace and images", () => {
    const text = `resources: [pod.yaml]
namespace: n
patches:
  - target: {kind: Pod}
    patch: |-
      - {op: add, path: /spec/b~1c, value: 1}
images: [{name: x, newName: y, newTag: "2"}]`;
    expect(render(files(text), "o")).toEqual([
      {
        apiVersion: "v1",
        kind: "Pod",
        metadata: { name: "a", namespace: "n" },
        spec: { image: "y:2", "b/c": 1 },
      },
    ]);
  });

  it.each([
    [
      "a field that it does not know",
      "resources: [pod.yaml]\nnameSuffix: -b",
      /"nameSuffix" is not understood/,
    ],
    [
      "a target that it does not know",
      "resources: [pod.yaml]\npatches: [{patch: '[]', target: {labelSelector: a}}]",
      /"labelSelector" is not understood/,
    ],
    [
      "a patch for nobody",
      "resources: [pod.yaml]\npatches: [{patch: '[]', target: {kind: Job}}]",
      /no object for a patch/,
    ],
    ["a file that is missing", "resources: [other.yaml]", /o\/other.yaml is not there/],
    ["a file that is no YAML", "resources: [bad.yaml]", /bad.yaml/],
  ])("refuses %s", (_name, text, words) => {
    expect(() => render(files(text, { "o/bad.yaml": "a: [" }), "o")).toThrow(words);
  });
});

describe("a JSON Patch", () => {
  it.each([
    [{ a: 1 }, { op: "replace", path: "/a", value: 2 }, { a: 2 }],
    [{ a: [1] }, { op: "add", path: "/a/-", value: 2 }, { a: [1, 2] }],
    [{ a: [{ b: 1 }] }, { op: "replace", path: "/a/0/b", value: 2 }, { a: [{ b: 2 }] }],
  ])("changes %j by %j", (before, operation, after) => {
    expect(applyPatch(before, [operation])).toEqual(after);
  });

  it.each([
    [{ a: 1 }, { op: "replace", path: "/b", value: 2 }],
    [{ a: [1] }, { op: "replace", path: "/a/1", value: 2 }],
    [{ a: 1 }, { op: "add", path: "/b/c", value: 2 }],
    [{ a: 1 }, { op: "remove", path: "/a" }],
    [{ a: 1 }, { op: "add", path: "", value: 2 }],
  ])("of %j by %j is refused", (before, operation) => {
    expect(() => applyPatch<object>(before, [operation])).toThrow();
  });

  it("leaves what it was given as it was", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), fc.jsonValue()),
        fc.jsonValue(),
        (before, value) => {
          const kept = structuredClone(before);
          const after = applyPatch(before, [{ op: "add", path: "/new~1key", value }]);
          expect(before).toEqual(kept);
          expect(after).toEqual({ ...kept, "new/key": value });
        },
      ),
    );
  });
});
