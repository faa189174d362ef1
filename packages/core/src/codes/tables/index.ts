import type { CodeTable } from "../code-table.ts";
import type { CodeTableId } from "../table-id.ts";
import { eligibilityTables } from "./eligibility.ts";
import { publicAssistanceTables } from "./public-assistance.ts";
import { serviceTables } from "./services.ts";

/** All tables of the code appendix, by id. */
export const codeTables: Readonly<Record<CodeTableId, CodeTable>> = {
  ...eligibilityTables,
  ...publicAssistanceTables,
  ...serviceTables,
};
