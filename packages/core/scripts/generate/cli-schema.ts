import * as z from "zod";
import { contract } from "../../src/cli/contract.ts";
import type { GeneratedFile } from "./model.ts";

/** The JSON Schema of what `onshi … --json` writes, a line at a time. */
export function cliSchema(): GeneratedFile {
  const lines = z.union(Object.values(contract) as [z.ZodType, z.ZodType]);
  const schema = z.toJSONSchema(lines.meta({ title: "One line of onshi --json, version 1" }));
  return { path: "docs/reference/cli.schema.json", content: `${JSON.stringify(schema, null, 2)}\n` };
}
