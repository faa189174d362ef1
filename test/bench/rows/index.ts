import type { Row } from "../lib/row.ts";
import { apduCertificate } from "./apdu-certificate.ts";
import { apduCertificateShort } from "./apdu-certificate-short.ts";
import { apduSign } from "./apdu-sign.ts";
import { apduSignPrompt } from "./apdu-sign-prompt.ts";
import { bulkMemory } from "./bulk-memory.ts";
import { bulkSpeed } from "./bulk-speed.ts";
import { bulkSpeedSaxes } from "./bulk-speed-saxes.ts";
import { cardLibraryTime } from "./card-library-time.ts";
import { clientsFirstAnswer } from "./clients-first-answer.ts";
import { clientsMemory } from "./clients-memory.ts";
import { encode } from "./encode.ts";
import { faceFastXmlParser } from "./face-fast-xml-parser.ts";
import { faceSaxes } from "./face-saxes.ts";
import { httpRequests } from "./http-requests.ts";
import { importCore } from "./import-core.ts";
import { importReader } from "./import-reader.ts";
import { mockStart } from "./mock-start.ts";
import { observedCall } from "./observed-call.ts";
import { tokenVerification } from "./token-verification.ts";
import { zodShare } from "./zod-share.ts";

/** All rows in the order of the table. */
export const rows: readonly Row[] = [
  faceFastXmlParser,
  faceSaxes,
  zodShare,
  encode,
  bulkSpeed,
  bulkSpeedSaxes,
  bulkMemory,
  clientsMemory,
  clientsFirstAnswer,
  httpRequests,
  apduCertificate,
  apduCertificateShort,
  apduSign,
  apduSignPrompt,
  cardLibraryTime,
  tokenVerification,
  observedCall,
  importCore,
  importReader,
  mockStart,
];
