// `npm run release -- --dry-run`: all that a release has to pass, without a network. Without --dry-run it publishes, in the
// release workflow only.
import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { notesFor } from "./changelog.ts";
import { emptyProject, tryOut } from "./empty-project.ts";
import { publintFindings, typeFindings } from "./judges.ts";
import { readOptions, type ReleaseOptions, requirePublishable } from "./options.ts";
import { pack, packageNames, packedSize } from "./packed.ts";
import { Refusal } from "./refusal.ts";
import { npm, workspace } from "./run.ts";
import { billOfMaterials } from "./sbom.ts";
import { commonVersion } from "./versions.ts";

const say = (line: string): void => void process.stdout.write(`✓ ${line}\n`);

async function release({ dryRun, out }: ReleaseOptions): Promise<void> {
  const version = commonVersion(workspace);
  say(`version ${version} in ${packageNames.length} packages`);
  const { day, text } = notesFor(version, readFileSync(path.join(workspace, "CHANGELOG.md"), "utf8"));
  say(`changelog: ${text.match(/^- /gm)?.length} entries, ${day ?? "not dated yet"}`);
  if (!dryRun) requirePublishable(process.env, day);

  const scratch = await mkdtemp(path.join(tmpdir(), "onshi-release-"));
  try {
    const folder = out === undefined ? scratch : path.resolve(out);
    await mkdir(folder, { recursive: true });
    const packed = await pack(folder);
    for (const name of packageNames) {
      const tarball = packed.tarballs[name];
      const findings = [...(await publintFindings(tarball)), ...(await typeFindings(tarball))];
      if (findings.length > 0) throw new Refusal(`@onshi/${name}: ${JSON.stringify(findings)}`);
      say(`${path.basename(tarball)}: ${packedSize(tarball).toFixed(0)} kB, publint and attw find nothing`);
    }
    const project = await emptyProject(packed, path.join(scratch, "empty"));
    say(`installed into an empty project: ${(await tryOut(project, version)).length} entries and 3 programs start`);
    const bill = path.join(folder, "onshi.cdx.json");
    await writeFile(
      bill,
      await billOfMaterials(
        project,
        version,
        packageNames.map((name) => `@onshi/${name}`),
      ),
    );
    say(`bill of materials: ${path.basename(bill)}`);
    if (dryRun) {
      say("dry run: nothing was published");
      return;
    }
    // In the order in which they depend on each other.
    for (const name of packageNames) {
      await npm(["publish", packed.tarballs[name], "--provenance", "--access", "public"], workspace);
      say(`published @onshi/${name} ${version}`);
    }
  } finally {
    await rm(scratch, { recursive: true });
  }
}

try {
  await release(readOptions(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`✗ ${error instanceof Refusal ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
