// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { Checkup } from "./checkup.ts";

/** 特定健診情報照会結果ボディー: Body of the checkups (oqs-exchange §4.8). */
export interface CheckupResultBody {
  /** 結果コード (`ResultCode`): `1` for success. Format: text. Confidence M. */
  readonly resultCode?: string;
  /** メッセージ内容 (`MessageContents`): Text to show in case of failure. Format: text. Confidence M. */
  readonly message?: string;
  /** 特定健診情報 (`SpecificHealthCheckupInfo`): One for each checkup. Format: Checkup. Confidence M. */
  readonly checkups?: readonly Checkup[];
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
