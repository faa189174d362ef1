// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";

/** 健診結果・質問票情報: One finding or one answer to the questionnaire (oqs-exchange §4.8). */
export interface CheckupItem {
  /** 項目コード (`ItemCode`): 17 characters, similar to JLAC10. Format: text. Confidence M. */
  readonly code?: string;
  /** 項目名 (`ItemName`): Name in Japanese. Format: text. Confidence M. */
  readonly name?: string;
  /** データタイプ (`DataType`): HL7 type: `PQ`, `CD`, `ST` and others. Format: text. Confidence M. */
  readonly dataType?: string;
  /** データ値 (`DataValue`): Value: a number, a code or a text, depending on its type. Format: text. Confidence M. */
  readonly value?: string;
  /** 単位 (`Unit`): Unit of a number. Format: text. Confidence M. */
  readonly unit?: string;
  /** OID (`Oid`): Code system of a code. Format: text. Confidence M. */
  readonly codeSystem?: string;
  /** データ値名称 (`DataValueName`): Label of a code. Format: text. Confidence M. */
  readonly valueName?: string;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
