import { defineConfig } from "tsup";
import { build } from "../../tsup.base.ts";

export default defineConfig(
  build({
    index: "src/index.ts",
    http: "src/http.ts",
    cli: "src/cli/main.ts",
    "base/index": "src/base/index.ts",
    "codes/index": "src/codes/index.ts",
    "messages/index": "src/messages/index.ts",
    "rules/index": "src/rules/index.ts",
    "testing/index": "src/testing/index.ts",
    "wire/index": "src/wire/index.ts",
  }),
);
