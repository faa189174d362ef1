/**
 * The messages as zod schemas, for programs that take messages from elsewhere: a queue, a database, a form. Apart from the
 * main entry, so that zod loads only for those who use it; the SDK itself reads and writes by the declarations.
 *
 * @example
 * ```ts
 * import { messageSchemas } from "@onshi/core/schemas";
 *
 * const stored: unknown = JSON.parse("{}");
 * const read = messageSchemas.OQSsiquc01res.safeParse(stored);
 * console.log(read.success ? read.data.header.segmentOfResult : read.error.issues[0]?.path); // [ 'header' ]
 * ```
 *
 * @module
 */
export * from "./messages/generated/schemas/index.ts";
