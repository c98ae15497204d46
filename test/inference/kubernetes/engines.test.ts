import { describe, expect, it } from "vitest";
import { twinModule } from "../../cluster/engines/build.ts";
import { withoutCases } from "../../cluster/engines/keda.ts";

describe("the module that builds the control plane", () => {
  const original = `module k8s.io/kubernetes

go 1.26.0

require (
\tgithub.com/a/b v1.2.3
\tk8s.io/api v0.0.0
\tk8s.io/utils v0.0.0-20260101000000-abcdefabcdef // indirect
)

replace (
\tk8s.io/api => ./staging/src/k8s.io/api
)
`;
  it("asks for the same versions, and for published twins in the place of folders", () => {
    expect(twinModule(original, "v1.37.2").split("\n").filter(Boolean)).toEqual([
      "module candor.test/control-plane",
      "go 1.26.0",
      "require k8s.io/kubernetes v1.37.2",
      "require github.com/a/b v1.2.3",
      "require k8s.io/utils v0.0.0-20260101000000-abcdefabcdef",
      "replace k8s.io/api => k8s.io/api v0.37.2",
    ]);
  });
});

describe("KEDA with fewer scalers", () => {
  it("keeps the cases that the manifests use, the default, and everything outside the marks", () => {
    const source = [
      'case "activemq": outside',
      "// TRIGGERS-START",
      "\tswitch triggerType {",
      '\tcase "activemq":',
      "\t\treturn scalers.NewActiveMQScaler(config)",
      '\tcase "cron":',
      "\t\treturn scalers.NewCronScaler(config)",
      '\tcase "kafka", "prometheus":',
      "\t\treturn scalers.NewPrometheusScaler(config)",
      "\tdefault:",
      "\t\treturn nil",
      "\t}",
      "// TRIGGERS-END",
    ];
    const kept = source.filter((line) => !/ActiveMQ|^\tcase "activemq"/.test(line));
    expect(withoutCases(source.join("\n")).split("\n")).toEqual(kept);
  });
});
