/**
 * For the tests of a product that uses the SDK: nothing here belongs into the product itself.
 *
 * @module
 */
export { type DiskOperation, FailingDisk, failingDisk } from "./failing-disk.ts";
export { ManualClock, manualClock } from "./manual-clock.ts";
