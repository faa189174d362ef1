// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";

/** ダウンロード要求ボディー: The bulk request it is about (oqs-exchange §4.4). */
export interface DownloadRequestBody {
  /** 受付番号 (`ReceptionNumber`): Number under which the centre processes a bulk request. Format: text. */
  readonly receptionNumber: string;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
