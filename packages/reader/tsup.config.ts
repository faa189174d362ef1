import { defineConfig } from "tsup";
import { build } from "../../tsup.base.ts";

export default defineConfig(
  build({
    index: "src/index.ts",
    browser: "src/browser.ts",
    "revocation/index": "src/revocation/index.ts",
    "verify/index": "src/verify/index.ts",
    "verify/contract": "src/verify/contract.ts",
    cli: "src/cli/main.ts",
  }),
);
