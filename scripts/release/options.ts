import { parseArgs } from "node:util";
import { Refusal } from "./refusal.ts";

/** How a release is made. */
export interface ReleaseOptions {
  /** Everything but the publishing. */
  readonly dryRun: boolean;
  /** Folder that gets tarballs and bill of materials; without it they are gone afterwards. */
  readonly out?: string;
}

/**
 * Reads the command line.
 *
 * @throws Refusal for anything unknown: nothing is published by a slip
 */
export function readOptions(args: readonly string[]): ReleaseOptions {
  try {
    const options = { "dry-run": { type: "boolean" }, out: { type: "string" } } as const;
    const { values } = parseArgs({ args: [...args], options, allowPositionals: false });
    return { dryRun: values["dry-run"] ?? false, ...(values.out !== undefined && { out: values.out }) };
  } catch {
    throw new Refusal("Usage: npm run release -- [--dry-run] [--out FOLDER]");
  }
}

/**
 * Packages leave from the release workflow only: there the registry knows who built them from which commit (provenance).
 *
 * @throws Refusal anywhere else, and for a version without a day in the changelog
 */
export function requirePublishable(env: Readonly<Record<string, string | undefined>>, day: string | undefined): void {
  if (day === undefined)
    throw new Refusal("CHANGELOG.md: move the lines under [Unreleased] into a dated section first.");
  if (env["GITHUB_ACTIONS"] !== "true" || env["ACTIONS_ID_TOKEN_REQUEST_URL"] === undefined) {
    throw new Refusal("Only the release workflow publishes; here: npm run release -- --dry-run");
  }
}
