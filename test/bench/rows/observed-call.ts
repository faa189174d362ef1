import { auditLog, OnshiClient } from "@onshi/core";
import { scriptedTransport } from "@onshi/core/testing";
import { callsPerSecond } from "../lib/alternate.ts";
import { golden } from "../lib/golden.ts";
import type { Row } from "../lib/row.ts";

const institutionCode = "9910000000";
// As in the golden answer, which repeats it; its file identifier is of another question.
const question = { insurerNumber: "990010", symbol: "12-34", number: "0005678", branch: "01", birthdate: "1956-01-31" };
const xml = new TextDecoder().decode(golden("OQSsiquc01res_full.xml")).replace("A000000000001", "");

const silent = (): undefined => undefined;

/** What looking on costs: the same verify in memory, with everything switched on and with nothing. */
export const observedCall: Row = {
  name: "observed-call",
  title: "verify in memory, observed",
  peerName: "the same without middleware, observer, log and audit trail",
  unit: "calls/s",
  goal: { of: "ratio", atLeast: 0.8 },
  note: "middleware, observe, logger at debug and auditLog together",
  async measure(effort) {
    const answers = { OQSsiquc01req: { xml } };
    const plain = new OnshiClient({ institutionCode, transport: scriptedTransport({ answers }) });
    const observed = new OnshiClient({
      institutionCode,
      transport: scriptedTransport({ answers }),
      middleware: [(call, next) => next(call), auditLog(silent, { salt: "sixteen bytes of salt" })],
      observe: silent,
      logger: { error: silent, warn: silent, info: silent, debug: silent },
      logLevel: "debug",
    });
    const samples = await callsPerSecond(effort, {
      ours: () => observed.eligibility.verify(question),
      peer: () => plain.eligibility.verify(question),
    });
    await Promise.all([plain.close(), observed.close()]);
    return samples;
  },
};
