export { type DiskOperation, FailingDisk as MemoryDisk } from "../../src/testing/failing-disk.ts";
