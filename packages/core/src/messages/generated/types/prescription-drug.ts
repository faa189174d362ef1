// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";

/** 電子処方箋の処方情報の薬剤: One drug from e-prescriptions (oqs-exchange §4.7). */
export interface PrescriptionDrug {
  /** 医薬品コード (`ShDrugC`): Drug code (レセプト電算 9 digits and others). Format: text. Confidence M. */
  readonly code?: string;
  /** 医薬品名 (`ShDrugN`): Drug name. Format: text. Confidence M. */
  readonly name?: string;
  /** 成分名 (`ShIngreN`): Name of the ingredient. Format: text. Confidence M. */
  readonly ingredient?: string;
  /** 1回量・1日量 (`ShQua1`): Quantity per dose or per day, decimal. Format: text. Confidence M. */
  readonly quantity?: string;
  /** 単位 (`ShUnit`): Unit. Format: text. Confidence M. */
  readonly unit?: string;
  /** 用法 (`ShUsageN`): How to take it. Format: text. Confidence M. */
  readonly usage?: string;
  /** 特別指示 (`ShSpInst`): Special instruction. Format: text. Confidence M. */
  readonly specialInstruction?: string;
  /** 日数・回数 (`ShTimes`): Days or times, integer. Format: text. Confidence M. */
  readonly times?: string;
  /** 診療識別・用法区分 (`ShUsageCl`): Class of usage or treatment. Format: text. Confidence M. */
  readonly usageClass?: string;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
