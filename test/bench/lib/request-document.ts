import { readFileSync } from "node:fs";
import { readXml } from "@onshi/core/wire";

const golden = new URL("../../conformance/golden/OQSsiquc01req_full.xml", import.meta.url);

/** An eligibility request, typed by hand from the interface notes (oqs-exchange §4.2). */
export const requestDocument: ReturnType<typeof readXml>["root"] = readXml(readFileSync(golden)).root;
