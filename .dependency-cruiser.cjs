// The layer rule of CONTRIBUTING.md, enforced: base ← codes ← messages ← wire ← transports ← client, never back.
const order = ["base", "codes", "messages", "wire", "transports", "client"];

const layerRules = order.slice(0, -1).map((layer, index) => ({
  name: `${layer}-knows-nothing-above`,
  severity: "error",
  comment: "Arrows between the layers of core never turn back.",
  from: { path: `^packages/core/src/${layer}/`, pathNot: "\\.test\\.ts$" },
  to: { path: `^packages/core/src/(${order.slice(index + 1).join("|")})/` },
}));

module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: "rules-are-pure",
      severity: "error",
      comment: "Desk rules see base, codes and message types, nothing that moves bytes.",
      from: { path: "^packages/core/src/rules/", pathNot: "\\.test\\.ts$" },
      to: { path: "^packages/core/src/(wire|transports|client)/" },
    },
    {
      name: "nothing-below-client-knows-rules",
      severity: "error",
      from: { path: "^packages/core/src/(base|codes|messages|wire|transports)/" },
      to: { path: "^packages/core/src/rules/" },
    },
    {
      name: "fidelity-moves-nothing",
      severity: "error",
      comment: "The fidelity kit works on files that are handed to it: no folders, no terminal, no calls.",
      from: { path: "^packages/core/src/fidelity/", pathNot: "\\.test\\.ts$" },
      to: { path: "^packages/core/src/(transports|client|cli)/" },
    },
    {
      name: "nothing-below-client-knows-fidelity",
      severity: "error",
      from: { path: "^packages/core/src/(base|codes|messages|wire|transports|rules)/" },
      to: { path: "^packages/core/src/fidelity/" },
    },
    {
      name: "only-tests-know-testing",
      severity: "error",
      comment: "What stands in for the world in a vendor's tests is no part of the product.",
      from: { path: "^packages/core/src/(?!testing/)", pathNot: "\\.test\\.ts$" },
      to: { path: "^packages/core/src/testing/" },
    },
    {
      name: "core-knows-no-other-package",
      severity: "error",
      from: { path: "^packages/core/src/", pathNot: "\\.test\\.ts$" },
      to: { path: "^packages/(reader|mock-server)/" },
    },
    {
      name: "reader-knows-only-base",
      severity: "error",
      comment: "The reader may import @onshi/core/base and nothing else of core.",
      from: { path: "^packages/reader/src/", pathNot: "\\.test\\.ts$" },
      to: { path: "^packages/core/(?!src/base/)" },
    },
    {
      name: "reader-loads-the-virtual-card-only-in-its-command-line",
      severity: "error",
      from: { path: "^packages/reader/src/", pathNot: "(\\.test\\.ts$|/cli/)" },
      to: { path: "^packages/mock-server/" },
    },
    {
      name: "undici-only-behind-http",
      severity: "error",
      comment: "Importing core must not load undici.",
      from: { path: "^packages/core/src/", pathNot: "^packages/core/src/transports/http/" },
      to: { path: "node_modules/undici" },
    },
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)dist/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["onshi-source", "import", "default"],
      extensions: [".ts", ".js", ".mjs", ".json"],
    },
  },
};
