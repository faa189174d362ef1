// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";

/** 電子処方箋の調剤情報の薬剤: One drug from dispensing records of e-prescriptions (oqs-exchange §4.7). */
export interface DispensingDrug {
  /** 医薬品コード (`CzDrugC`): Drug code (レセプト電算 9 digits and others). Format: text. Confidence M. */
  readonly code?: string;
  /** 医薬品名 (`CzDrugN`): Drug name. Format: text. Confidence M. */
  readonly name?: string;
  /** 成分名 (`CzIngreN`): Name of the ingredient. Format: text. Confidence M. */
  readonly ingredient?: string;
  /** 1回量・1日量 (`CzQua1`): Quantity per dose or per day, decimal. Format: text. Confidence M. */
  readonly quantity?: string;
  /** 単位 (`CzUnit`): Unit. Format: text. Confidence M. */
  readonly unit?: string;
  /** 用法 (`CzUsageN`): How to take it. Format: text. Confidence M. */
  readonly usage?: string;
  /** 特別指示 (`CzSpInst`): Special instruction. Format: text. Confidence M. */
  readonly specialInstruction?: string;
  /** 日数・回数 (`CzTimes`): Days or times, integer. Format: text. Confidence M. */
  readonly times?: string;
  /** 診療識別・用法区分 (`CzUsageCl`): Class of usage or treatment. Format: text. Confidence M. */
  readonly usageClass?: string;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
