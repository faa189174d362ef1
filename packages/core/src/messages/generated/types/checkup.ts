// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { CheckupItem } from "./checkup-item.ts";

/** 特定健診情報: One specific health checkup (oqs-exchange §4.8). */
export interface Checkup {
  /** 健診実施日 (`EffectiveTime`): Day of the checkup. Format: `YYYY-MM-DD`. Confidence M. */
  readonly examinedOn?: string;
  /** 健診結果・質問票情報リスト (`HealthCheckupResultAndQuestionInfos`): Findings and answers to the questionnaire. Format: list of CheckupItem (`HealthCheckupResultAndQuestionInfo`). Confidence M. */
  readonly items?: readonly CheckupItem[];
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
