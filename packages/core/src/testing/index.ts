/**
 * For the tests of a product that uses the SDK: nothing here belongs in the product itself.
 *
 * @module
 */
export { type DiskOperation, FailingDisk, failingDisk } from "./failing-disk.ts";
export { ManualClock, manualClock } from "./manual-clock.ts";
export {
  type Script,
  type ScriptedAnswer,
  type ScriptedReply,
  type ScriptedTransport,
  scriptedTransport,
  type SentRequest,
} from "./scripted-transport.ts";
export { testConsent, type TestConsentOptions } from "./test-consent.ts";
