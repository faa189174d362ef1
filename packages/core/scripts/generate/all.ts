import { apiPaths, apiReports } from "./api-report.ts";
import { coveragePages, coveragePaths } from "./coverage.ts";
import { deskTablePages, deskTablePaths } from "./desk-table.ts";
import { cliSchema } from "./cli-schema.ts";
import { referenceDocs } from "./docs.ts";
import { entryFiles, entryPaths } from "./entries.ts";
import { errorDocs } from "./errors.ts";
import type { GeneratedFile } from "./model.ts";
import { ruleDatePages, ruleDatePaths } from "./rule-dates.ts";
import { messageSchemas } from "./schemas.ts";
import { codeLiterals, messageTypes } from "./types.ts";

/** Everything generated from the declarations and the list of entries. A test compares it with what is committed. */
export function generateAll(): readonly GeneratedFile[] {
  return [
    codeLiterals(),
    ...messageTypes(),
    ...messageSchemas(),
    ...referenceDocs(),
    ...errorDocs(),
    cliSchema(),
    ...coveragePages(),
    ...deskTablePages(),
    ...ruleDatePages(),
    ...entryFiles(),
    ...apiReports(),
  ];
}

/** Folders that contain only generated files, so that a removed message leaves no orphan. */
export const generatedFolders: readonly string[] = [
  "packages/core/src/codes/generated",
  "packages/core/src/messages/generated",
  "docs/reference",
];

/** Generated files, or files with a generated part, among hand-written ones. */
export const generatedPages: readonly string[] = [
  ...coveragePaths,
  ...deskTablePaths,
  ...ruleDatePaths,
  ...entryPaths,
  ...apiPaths,
];
