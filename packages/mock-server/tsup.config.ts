import { defineConfig } from "tsup";
import { build } from "../../tsup.base.ts";

export default defineConfig(
  build({
    index: "src/index.ts",
    "card/index": "src/card/index.ts",
    "pki/index": "src/pki/index.ts",
    cli: "src/cli/main.ts",
  }),
);
