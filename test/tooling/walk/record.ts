import { Session } from "node:inspector/promises";
import { folderTransport, OnshiClient } from "@onshi/core";
import { startMock } from "@onshi/mock-server";

/** Prints, as JSON, the source files of core of which a function ran during one `eligibility.verify` over folders. */
const mock = await startMock();
const session = new Session();
session.connect();
await session.post("Profiler.enable");
await session.post("Profiler.startPreciseCoverage", { callCount: true });
// What ran before is counted, and forgotten with this.
await session.post("Profiler.takePreciseCoverage");
const onshi = new OnshiClient({ institutionCode: "9910000000", transport: folderTransport(mock.folderOptions) });
await onshi.eligibility.verify(mock.centre.persona("insured-valid").papers);
const { result } = await session.post("Profiler.takePreciseCoverage");
const files = result
  .filter(({ functions }) =>
    functions.some(({ functionName, ranges }) => functionName !== "" && ranges.some((range) => range.count > 0)),
  )
  .flatMap(({ url }) => url.split("/packages/core/src/")[1] ?? []);
process.stdout.write(JSON.stringify(files));
await onshi.close();
await mock.close();
