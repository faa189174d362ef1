// The layer rule of CONTRIBUTING.md, enforced: base ← codes ← messages ← wire ← transports ← client, never back.
const order = ["base", "codes", "messages", "wire", "transports", "client"];

const layerRules = order.slice(0, -1).map((layer, index) => ({
  name: `${layer}-knows-nothing-above`,
  severity: "error",
  comment: "Arrows between the layers of core never turn back.",
  from: { path: `^packages/core/src/${layer}/`, pathNot: "\\.test\\.ts$" },
  to: { path: `^packages/core/src/(${order.slice(index + 1).join("|")})/` },
}));

// The rooms of reader and what each may see of the others: the card's side (channel, apdu, pcsc, transcript, jpki) and the
// server's (verify, revocation) stand on the same ground floor and never meet. cli and the files outside the rooms see all.
const readerRooms = {
  x509: [],
  token: ["x509"],
  channel: [],
  apdu: ["channel"],
  pcsc: ["channel"],
  transcript: ["channel", "apdu"],
  jpki: ["x509", "token", "channel", "apdu"],
  verify: ["x509", "token"],
  revocation: ["x509", "token", "verify"],
};

const readerRules = Object.entries(readerRooms).map(([room, seen]) => ({
  name: `reader-${room}-sees-only-what-lies-below`,
  severity: "error",
  from: { path: `^packages/reader/src/${room}/`, pathNot: "\\.test\\.ts$" },
  to: { path: `^packages/reader/src/(?!(${[room, ...seen].join("|")})/)` },
}));

module.exports = {
  forbidden: [
    ...layerRules,
    ...readerRules,
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
      name: "base-runs-anywhere",
      severity: "error",
      comment: "One file of base is Node's: chance of the operating system.",
      from: { path: "^packages/core/src/base/", pathNot: "(\\.test\\.ts$|/base/system-random\\.ts$)" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "zod-only-behind-schemas",
      severity: "error",
      comment: "Importing core must not load zod.",
      from: {
        path: "^packages/core/src/",
        pathNot:
          "(\\.test\\.ts$|/schemas\\.ts$|/messages/generated/schemas/|/messages/schema-parts\\.ts$|/cli/(option-values|contract)\\.ts$)",
      },
      to: { path: "node_modules/zod" },
    },
    {
      name: "no-cycles",
      severity: "error",
      comment: "Two files that need each other are one; types count, because people read them too.",
      from: {},
      to: { circular: true },
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
