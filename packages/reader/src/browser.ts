/**
 * Stands in for the package in bundles for browsers: a page has no PC/SC. It fails when it is loaded, with words that help,
 * instead of at some missing module of Node in the middle of a build. It has the names of the real one, so that the bundle
 * can be linked at all; a test compares them.
 *
 * @module
 */
const explanation: string =
  "@onshi/reader needs Node.js: a browser cannot reach a card reader over PC/SC. " +
  "Run it in a local program (Node, or the main process of Electron) and let the page ask that; " +
  "see docs/en/readers.md. ブラウザーではカードリーダーを使えません。Node.js で動かしてください。";

/** In place of every export. It is never reached: loading the module throws. */
type Absent = undefined;

export const dangerouslyTransmit: Absent = undefined;
export const inProcessSource: Absent = undefined;
export const listReaders: Absent = undefined;
export const OnshiError: Absent = undefined;
export const pcscSource: Absent = undefined;
export const readCertificateFacts: Absent = undefined;
export const readerAbilities: Absent = undefined;
export const waitForCard: Absent = undefined;
export const watchReaders: Absent = undefined;

throw new Error(explanation);
