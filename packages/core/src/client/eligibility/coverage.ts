import type { InsuredCardClassification, PersonalFamilyClassification, ReasonOfLoss, Sex } from "../../codes/index.ts";
import type {
  ElderlyRecipientCertificate,
  Insurance,
  LimitCertificate,
  MedicalTicket,
  SpecificDiseaseCertificate,
} from "../../messages/index.ts";

/** The person as the insurer knows them. Often differs from the chart: staff confirm, nothing is overwritten. */
export interface CoveredPerson {
  /** 氏名, full width. */
  readonly name?: string;
  /** 氏名（その他）, e.g. a common name. */
  readonly otherName?: string;
  /** 氏名カナ, half-width katakana. */
  readonly nameKana?: string;
  /** 氏名カナ（その他） */
  readonly otherNameKana?: string;
  /** 性別: the front of the certificate, or the back where the front is left blank. */
  readonly sex?: Sex;
  /** 生年月日, `YYYY-MM-DD`. */
  readonly birthdate?: string;
  /** 住所 known to the insurer. */
  readonly address?: string;
  /** 郵便番号, `NNN-NNNN`. */
  readonly postNumber?: string;
}

/** The patient's share of the cost (一部負担金割合). */
export interface ContributionRatio {
  /** Percent as a number: 10, 20, 30. */
  readonly percent: number;
  /** As on the wire: `020`. */
  readonly wire: string;
  /** Which certificate says so: 高齢受給者証 (70 to 74) or the insurance itself (後期高齢者). */
  readonly from: "elderlyRecipientCertificate" | "insurance";
}

/** One insurance of a person (資格). */
export interface Coverage {
  /** 被保険者証区分 */
  readonly classification?: InsuredCardClassification;
  /** 保険者番号 without padding; for 医療扶助 the number of the public payer. */
  readonly insurerNumber?: string;
  /** 保険者名称; for 医療扶助 the welfare office. */
  readonly insurerName?: string;
  /** 記号, as registered. Send this form next time. */
  readonly symbol?: string;
  /** 番号, as registered; for 医療扶助 the recipient number. */
  readonly number?: string;
  /** 枝番 */
  readonly branch?: string;
  /** 本人・家族の別 */
  readonly personalFamily?: PersonalFamilyClassification;
  /** 被保険者氏名（世帯主氏名） */
  readonly insuredName?: string;
  readonly person: CoveredPerson;
  /** 有効開始年月日, `YYYY-MM-DD`. */
  readonly validFrom?: string;
  /** 有効終了年月日, `YYYY-MM-DD`. Usually absent, which means neither "expired" nor "unchanged". */
  readonly validUntil?: string;
  /** 資格取得年月日, `YYYY-MM-DD`. */
  readonly qualifiedOn?: string;
  /** 資格喪失年月日, `YYYY-MM-DD`. */
  readonly disqualifiedOn?: string;
  /** 資格喪失事由 */
  readonly reasonOfLoss?: ReasonOfLoss;
  /** 未就学: a child before school. */
  readonly preschool: boolean;
  /** 一部負担金割合, where the answer names one. */
  readonly contributionRatio?: ContributionRatio;
  /** 高齢受給者証 (70 to 74). */
  readonly elderlyRecipientCertificate?: ElderlyRecipientCertificate;
  /**
   * 限度額適用認定証. Absent: not consented to, or none was issued. Its own end is usually absent, which means neither "expired"
   * nor "unchanged".
   */
  readonly limitCertificate?: LimitCertificate;
  /** 特定疾病療養受療証 */
  readonly specificDiseaseCertificates: readonly SpecificDiseaseCertificate[];
  /** 医療券・調剤券 of 医療扶助. */
  readonly medicalTickets: readonly MedicalTicket[];
  /** 照会番号 this institution registered. */
  readonly referenceNumber?: string;
  /** The block as received, unknown elements included. */
  readonly raw: Insurance;
}

/** Puts one result block into the shape desks use. */
export function coverageOf(raw: Insurance): Coverage {
  const ratio = ratioOf(raw);
  return {
    ...pick(raw, "insurerName", "symbol", "number", "branch", "personalFamily", "insuredName"),
    ...pick(raw, "validFrom", "validUntil", "qualifiedOn", "disqualifiedOn", "reasonOfLoss"),
    ...pick(raw, "elderlyRecipientCertificate", "limitCertificate", "referenceNumber"),
    ...(raw.cardClassification !== undefined && { classification: raw.cardClassification }),
    ...(raw.insurerNumber !== undefined && { insurerNumber: raw.insurerNumber.trim() }),
    ...(ratio && { contributionRatio: ratio }),
    person: personOf(raw),
    preschool: raw.preschool === "preschool",
    specificDiseaseCertificates: raw.specificDiseaseCertificates ?? [],
    medicalTickets: raw.medicalTickets ?? [],
    raw,
  };
}

/** The front may be left blank at the person's request; then the back counts (oqs-exchange §4.3 no. 13). */
function personOf(raw: Insurance): CoveredPerson {
  const sex = raw.sex1 === undefined || raw.sex1 === "notSet" ? (raw.sex2 ?? raw.sex1) : raw.sex1;
  return {
    ...pick(raw, "name", "otherName", "nameKana", "otherNameKana", "birthdate", "address", "postNumber"),
    ...(sex !== undefined && { sex }),
  };
}

/** 70 to 74: in the certificate's block; 75 and over: in the insurance itself (oqs-exchange §6 pitfall 18). */
function ratioOf(raw: Insurance): ContributionRatio | undefined {
  const elderly = raw.elderlyRecipientCertificate?.contributionRatio;
  const wire = elderly ?? raw.contributionRatio;
  if (wire === undefined || !/^\d{3}$/.test(wire)) return undefined;
  return { percent: Number(wire), wire, from: elderly === undefined ? "insurance" : "elderlyRecipientCertificate" };
}

function pick<Source extends object, Key extends keyof Source>(
  source: Source,
  ...keys: readonly Key[]
): Pick<Source, Key> {
  return Object.fromEntries(keys.filter((key) => source[key] !== undefined).map((key) => [key, source[key]])) as Pick<
    Source,
    Key
  >;
}
