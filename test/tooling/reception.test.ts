import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { describe, expect, test } from "vitest";

const root = path.join(import.meta.dirname, "../..");
const { parse } = createRequire(path.join(root, "packages/mock-server/package.json"))("yaml") as {
  readonly parse: (text: string) => unknown;
};
const text = (file: string): string => readFileSync(path.join(root, file), "utf8");
const github = readdirSync(path.join(root, ".github"), { recursive: true, encoding: "utf8" })
  .map((file) => `.github/${file.replaceAll("\\", "/")}`)
  .filter((file) => file.endsWith(".yml"));

/** As much of an issue form as is looked at. */
interface Form {
  readonly name: string;
  readonly body: readonly {
    readonly id?: string;
    readonly attributes: {
      readonly label?: string;
      readonly description?: string;
      readonly options?: readonly object[];
    };
    readonly validations?: { readonly required?: boolean };
  }[];
}

const form = (name: string): Form => parse(text(`.github/ISSUE_TEMPLATE/${name}.yml`)) as Form;

test.each(github)("%s is YAML", (file) => {
  expect(parse(text(file))).toBeTypeOf("object");
});

describe("workflows", () => {
  const workflows = github.filter((file) => file.includes("/workflows/"));

  test.each(workflows)("%s: every action is pinned by its full commit, with the version beside it", (file) => {
    const used = text(file)
      .split("\n")
      .filter((line) => /\buses:/.test(line));
    expect(used.length).toBeGreaterThan(0);
    for (const line of used) expect(line).toMatch(/uses: [\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test("one action has one version everywhere", () => {
    const all = workflows.flatMap((file) => [...text(file).matchAll(/uses: (\S+)@(\S+) # (\S+)/g)]);
    const pins = new Map(all.map(([, action = "", hash, version]) => [action, `${hash} ${version}`]));
    for (const [, action = "", hash, version] of all) expect(pins.get(action)).toBe(`${hash} ${version}`);
  });

  test.each(workflows)("%s: nothing has rights that it does not name", (file) => {
    const { permissions } = parse(text(file)) as { permissions: Record<string, string> };
    expect(Object.values(permissions).filter((right) => right !== "read")).toEqual([]);
  });

  test("a release has provenance and a bill of materials, after all tests", () => {
    const { on, jobs } = parse(text(".github/workflows/release.yml")) as {
      readonly on: object;
      readonly jobs: {
        readonly publish: { readonly needs: string; readonly permissions: object; readonly steps: readonly object[] };
      };
    };
    expect(on).toEqual({ push: { tags: ["v*.*.*"] } });
    expect(jobs.publish.needs).toBe("check");
    expect(jobs.publish.permissions).toEqual({ contents: "read", "id-token": "write", attestations: "write" });
    expect(JSON.stringify(jobs.publish.steps)).toMatch(/npm run release -- --out release.*sbom-path/);
    expect(text("scripts/release/main.ts")).toContain('"--provenance"');
  });
});

describe("issue forms", () => {
  test("a bug comes with what onshi doctor says and an anonymised file", () => {
    const required = form("bug").body.filter(({ validations }) => validations?.required);
    const asked = required.map(({ attributes }) => `${attributes.label} ${attributes.description}`).join("\n");
    expect(asked).toMatch(/onshi doctor/);
    expect(asked).toMatch(/onshi anonymise/);
  });

  test.each(["bug", "layout"])("%s: nobody sends a real person's data unasked", (name) => {
    const { body } = form(name);
    const boxes = body.flatMap(({ attributes }) => attributes.options ?? []);
    expect(boxes).toContainEqual(expect.objectContaining({ required: true }));
    expect(JSON.stringify(body[0])).toMatch(/患者|元のファイル/);
  });

  test("nothing is filed past the forms", () => {
    expect(parse(text(".github/ISSUE_TEMPLATE/config.yml"))).toEqual({ blank_issues_enabled: false });
  });
});

test("dependencies are proposed weekly, not on the day they appear", () => {
  const { updates } = parse(text(".github/dependabot.yml")) as {
    readonly updates: readonly Readonly<Record<string, unknown>>[];
  };
  expect(updates.map((one) => one["package-ecosystem"])).toEqual(["npm", "github-actions"]);
  for (const one of updates) expect(one["cooldown"]).toEqual({ "default-days": 7 });
});

test("what CODEOWNERS names is there", () => {
  const paths = text(".github/CODEOWNERS")
    .split("\n")
    .flatMap((line) => /^(\/\S+)/.exec(line)?.[1] ?? []);
  expect(paths.length).toBeGreaterThan(5);
  for (const one of paths) expect(() => readdirSync(root + path.dirname(one.replace("*", "core")))).not.toThrow();
});
