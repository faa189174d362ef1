// Starts a simulated centre with all doors and ends once it is ready.
import { startMock } from "@onshi/mock-server";

const mock = await startMock();
process.send("ready");
await mock.close();
process.disconnect();
