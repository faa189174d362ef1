import { readXml } from "@onshi/core/wire";
import { golden } from "./golden.ts";

/** An eligibility request (oqs-exchange §4.2). */
export const requestDocument: ReturnType<typeof readXml>["root"] = readXml(golden("OQSsiquc01req_full.xml")).root;
