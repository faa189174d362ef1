import { Refusal } from "./refusal.ts";

/** What the changelog says of a version. */
export interface Notes {
  /** The day of the release; undefined while it stands under `Unreleased`. */
  readonly day?: string;
  /** The lines of the version. */
  readonly text: string;
}

/**
 * The part of CHANGELOG.md about a version: its own section, or else what stands under `Unreleased`.
 *
 * @throws Refusal when there is nothing to tell, or when a dated version and unreleased lines stand there together
 */
export function notesFor(version: string, changelog: string): Notes {
  const sections = changelog.split(/^## /m).slice(1);
  const titled = sections.map((section) => {
    const [title = "", ...lines] = section.split("\n");
    return { title: title.trim(), text: lines.join("\n").trim() };
  });
  const unreleased = titled.find(({ title }) => title === "[Unreleased]")?.text ?? "";
  const own = titled.find(({ title }) => title.startsWith(`[${version}]`));
  if (!own) {
    if (!hasLines(unreleased)) throw new Refusal(`CHANGELOG.md says nothing about ${version}, nor under [Unreleased].`);
    return { text: unreleased };
  }
  const [, day] = /^\[[^\]]+\] - (\d{4}-\d{2}-\d{2})$/.exec(own.title) ?? [];
  if (day === undefined) throw new Refusal(`CHANGELOG.md: the title has to be "## [${version}] - YYYY-MM-DD".`);
  if (!hasLines(own.text)) throw new Refusal(`CHANGELOG.md: the section of ${version} is empty.`);
  if (hasLines(unreleased))
    throw new Refusal(`CHANGELOG.md: lines under [Unreleased] belong into ${version}, or wait.`);
  return { day, text: own.text };
}

const hasLines = (text: string): boolean => /^- /m.test(text);
