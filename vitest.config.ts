import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  // Tests run on the sources of the workspace, not on a build.
  resolve: { conditions: ["onshi-source"] },
  ssr: { resolve: { conditions: ["onshi-source"] } },
  test: {
    include: [
      "packages/*/src/**/*.test.ts",
      "packages/*/test/**/*.test.ts",
      "test/**/*.test.ts",
      "examples/**/*.test.ts",
    ],
    testTimeout: 20_000,
    restoreMocks: true,
  },
});

export default config;
