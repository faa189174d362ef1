import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { notesFor } from "../../scripts/release/changelog.ts";
import { readOptions, requirePublishable } from "../../scripts/release/options.ts";
import { npm, workspace } from "../../scripts/release/run.ts";

test(
  "a dry run passes without a network and leaves tarballs and the bill of materials",
  { timeout: 900_000 },
  async () => {
    const out = await mkdtemp(path.join(tmpdir(), "onshi-release-test-"));
    try {
      // npm refuses every request then, and so does what it starts.
      const offline = ["--offline", "run", "--silent", "release", "--", "--dry-run", "--out", out];
      const { stdout } = await npm(offline, workspace);
      expect(stdout).toMatch(/version \d+\.\d+\.\d+ in 3 packages/);
      expect(stdout).toMatch(/entries and 3 programs start/);
      expect(stdout).toMatch(/dry run: nothing was published\n$/);
      const files = await readdir(out);
      expect(files.map((name) => name.replace(/-\d+\.\d+\.\d+/, "")).toSorted()).toEqual([
        "onshi-core.tgz",
        "onshi-mock-server.tgz",
        "onshi-reader.tgz",
        "onshi.cdx.json",
      ]);
      const bill = await readFile(path.join(out, "onshi.cdx.json"), "utf8");
      const { bomFormat, components } = JSON.parse(bill) as {
        readonly bomFormat: string;
        readonly components: readonly { readonly name: string; readonly purl: string }[];
      };
      expect(bomFormat).toBe("CycloneDX");
      expect(components.map(({ name }) => name)).toEqual(
        expect.arrayContaining([
          "@onshi/core",
          "@onshi/reader",
          "@onshi/mock-server",
          "saxes",
          "undici",
          "zod",
          "hono",
        ]),
      );
      expect(bill).not.toMatch(/file:|node_modules\/\.pnpm/);
      expect(bill).not.toContain(tmpdir());
    } finally {
      await rm(out, { recursive: true });
    }
  },
);

describe("the command line fails closed", () => {
  test.each([["--dryrun"], ["-n"], ["publish"], ["--dry-run", "--force"], ["--out"]])("%s", (...args) => {
    expect(() => readOptions(args)).toThrow("Usage: npm run release");
  });

  test("nothing is published outside the release workflow, nor without a day", () => {
    const workflow = { GITHUB_ACTIONS: "true", ACTIONS_ID_TOKEN_REQUEST_URL: "x" };
    expect(() => requirePublishable(workflow, "2026-12-01")).not.toThrow();
    expect(() => requirePublishable(workflow, undefined)).toThrow("dated section");
    for (const name of Object.keys(workflow)) {
      expect(() => requirePublishable({ ...workflow, [name]: undefined }, "2026-12-01")).toThrow("release workflow");
    }
  });
});

describe("the changelog", () => {
  const unreleased = "## [Unreleased]\n\n### Added\n\n- A\n";
  const empty = "## [Unreleased]\n\n";
  const dated = "## [1.2.3] - 2026-12-01\n\n- B\n";

  test("what is unreleased, or the version's own section", () => {
    expect(notesFor("1.2.3", `# C\n\n${unreleased}`)).toEqual({ text: "### Added\n\n- A" });
    expect(notesFor("1.2.3", `# C\n\n${empty}${dated}`)).toEqual({ day: "2026-12-01", text: "- B" });
  });

  test.each([
    ["nothing at all", empty, "says nothing about 1.2.3"],
    ["another version only", `${empty}${dated.replace("1.2.3", "1.2.2")}`, "says nothing about 1.2.3"],
    ["lines left behind", `${unreleased}${dated}`, "belong into 1.2.3, or wait"],
    ["no day", `${empty}${dated.replace(" - 2026-12-01", "")}`, "the title has to be"],
    ["an empty section", `${empty}## [1.2.3] - 2026-12-01\n\nsoon\n`, "is empty"],
  ])("%s is refused", (_name, text, message) => {
    expect(() => notesFor("1.2.3", `# C\n\n${text}`)).toThrow(message);
  });
});
