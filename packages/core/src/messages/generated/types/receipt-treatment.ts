// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";

/** 診療情報: One treatment (oqs-exchange §4.7). */
export interface ReceiptTreatment {
  /** 診療行為名 (`SinInfN`): Name of the treatment. Format: text. Confidence M. */
  readonly name?: string;
  /** 診療行為コード (`SinInfCd`): Code of the treatment. Format: text. Confidence M. */
  readonly code?: string;
  /** 診療識別 (`MeTrIdCl`): Class of treatment. Format: text. Confidence M. */
  readonly treatmentClass?: string;
  /** 数量 (`Qua1`): Quantity, decimal. Format: text. Confidence M. */
  readonly quantity?: string;
  /** 回数 (`Times`): How often, integer. Format: text. Confidence M. */
  readonly times?: string;
  /** 単位 (`Unit`): Unit. Format: text. Confidence M. */
  readonly unit?: string;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
