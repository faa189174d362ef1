import { coveragePages, coveragePaths } from "./coverage.ts";
import { cliSchema } from "./cli-schema.ts";
import { referenceDocs } from "./docs.ts";
import { errorDocs } from "./errors.ts";
import type { GeneratedFile } from "./model.ts";
import { messageSchemas } from "./schemas.ts";
import { codeLiterals, messageTypes } from "./types.ts";

/** Everything that is made from the declarations. A test compares it with what is committed. */
export function generateAll(): readonly GeneratedFile[] {
  return [
    codeLiterals(),
    ...messageTypes(),
    ...messageSchemas(),
    ...referenceDocs(),
    errorDocs(),
    cliSchema(),
    ...coveragePages(),
  ];
}

/** Folders in which nothing but generated files lies, so that a removed message leaves no orphan. */
export const generatedFolders: readonly string[] = [
  "packages/core/src/codes/generated",
  "packages/core/src/messages/generated",
  "docs/reference",
];

/** Generated files that lie among hand-written ones. */
export const generatedPages: readonly string[] = coveragePaths;
