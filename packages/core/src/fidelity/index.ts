/**
 * The fidelity kit: what real files say about the layouts, files for bug reports, and which guesses are in use. It sees
 * messages and wire and knows nothing about folders and terminals.
 *
 * @module
 */
export { type AnonymousFile, Anonymiser } from "./anonymise/anonymiser.ts";
export { Conformance, type ConformOptions } from "./conform/conform.ts";
export { conformText } from "./conform/report-text.ts";
export type * from "./conform/report.ts";
export { fileLabel } from "./file-label.ts";
export { countGuesses } from "./guesses.ts";
export { changeText } from "./overlay-text.ts";
export { bestLayout, idByFileName, looksLikeJson } from "./recognise.ts";
export { shownPath } from "./safe-text.ts";
export { fieldAt, type Judgement, type Sight, walk } from "./walk.ts";
