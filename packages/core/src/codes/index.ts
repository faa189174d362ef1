/**
 * The code tables of the exchange (コード表 OQSCD001–044): wire codes, readable literals, Japanese labels.
 *
 * @module
 */
export type { CodeRow, CodeTable, UnknownCode } from "./code-table.ts";
export type * from "./generated/literals.ts";
export type { CodeTableId } from "./table-id.ts";
export { codeTables } from "./tables/index.ts";
export { codeLabel, codeName, isUnknownCode, wireCode } from "./translate.ts";
