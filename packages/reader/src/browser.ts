/**
 * Takes the package's place in browser bundles, because a web page has no PC/SC. Loading it fails with a helpful message,
 * which beats a build that breaks on a missing Node module. It exports the same names as the real module, so that bundles
 * link; a test compares them.
 *
 * @module
 */
const explanation: string =
  "@onshi/reader needs Node.js: a browser cannot reach a card reader over PC/SC. " +
  "Run it in a local program (Node, or the main process of Electron) and let the page talk to that program; " +
  "see docs/en/readers.md. ブラウザーではカードリーダーを使えません。Node.js で動かしてください。";

/** Stands in for every export. Nobody ever sees the value: loading the module throws. */
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
