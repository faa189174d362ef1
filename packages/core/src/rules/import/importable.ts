import type { MatchableAnswer } from "../match-person.ts";
import type {
  Chart,
  ChartDiseaseCertificate,
  ChartElderlyCertificate,
  ChartInsurance,
  ChartLimitCertificate,
  ChartPublicExpense,
  Subsidy,
} from "./chart.ts";

/** The answer's side of an insurance: a `Coverage` fits as it is. */
export interface ImportableCoverage extends MatchableAnswer {
  readonly classification?: string;
  readonly insurerName?: string;
  readonly personalFamily?: string;
  readonly insuredName?: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly qualifiedOn?: string;
  readonly disqualifiedOn?: string;
  readonly reasonOfLoss?: string;
  readonly contributionRatio?: { readonly percent: number; readonly from: string };
  readonly elderlyRecipientCertificate?: Omit<ChartElderlyCertificate, "percent"> & {
    /** As on the wire: `020`. */
    readonly contributionRatio?: string;
  };
  readonly limitCertificate?: ChartLimitCertificate;
  readonly specificDiseaseCertificates?: readonly ChartDiseaseCertificate[];
  readonly medicalTickets?: readonly ImportableTicket[];
}

/** A ticket of 医療扶助. */
export interface ImportableTicket {
  /** `YYYY-MM` */
  readonly treatmentMonth?: string;
  readonly selfPayAmount?: string;
}

/** An answer that can be imported: every `EligibilityAnswer` fits as it is. */
export interface ImportableAnswer {
  /** 資格有効性 as OQSCD006 names it. */
  readonly validity: string;
  readonly insurances?: readonly ImportableCoverage[];
  readonly publicAssistance?: ImportableCoverage;
  readonly source?: { readonly isTest?: boolean };
}

/** The answer in the shape of a chart, so that two of a kind are compared. */
export function answerAsChart(answer: ImportableAnswer, subsidies: readonly Subsidy[], day: string): Chart {
  const { insurances = [], publicAssistance } = answer;
  return {
    person: personOf([...insurances, ...(publicAssistance ? [publicAssistance] : [])]),
    insurances: insurances.map((one) => insuranceOf(one)),
    publicExpenses: [
      ...(publicAssistance ? [assistanceOf(publicAssistance, day)] : []),
      ...subsidies.map((one): ChartPublicExpense => ({ ...pick(one, subsidyFields), kind: "subsidy" })),
    ],
  };
}

const personFields = [
  "name",
  "otherName",
  "nameKana",
  "otherNameKana",
  "sex",
  "birthdate",
  "address",
  "postNumber",
] as const;
const limitFields = ["classification", "limitClass", "issuedOn", "validFrom", "validUntil", "longTermFrom"] as const;
const diseaseFields = ["disease", "issuedOn", "validFrom", "validUntil", "monthlyLimit"] as const;
const subsidyFields = ["payerNumber", "recipientNumber", "name", "validFrom", "validUntil"] as const;
const insuranceFields = [
  "classification",
  "insurerNumber",
  "insurerName",
  "symbol",
  "number",
  "branch",
  "personalFamily",
  "insuredName",
  "validFrom",
  "validUntil",
  "qualifiedOn",
  "disqualifiedOn",
  "reasonOfLoss",
] as const;

/** Of several insurances the first that states a field; `notSet` states no sex. */
function personOf(coverages: readonly ImportableCoverage[]): Chart["person"] {
  const stated = personFields.flatMap((field) => {
    const value = coverages.map(({ person }) => person[field]).find((one) => one !== undefined && one !== "");
    return value === undefined || (field === "sex" && value === "notSet") ? [] : [[field, value] as const];
  });
  return Object.fromEntries(stated);
}

function insuranceOf(coverage: ImportableCoverage): ChartInsurance {
  const { contributionRatio, elderlyRecipientCertificate: elderly, limitCertificate } = coverage;
  const { specificDiseaseCertificates = [] } = coverage;
  const isOwn = contributionRatio !== undefined && contributionRatio.from !== "elderlyRecipientCertificate";
  return {
    ...pick(coverage, insuranceFields),
    ...(isOwn && { percent: knownPercent(contributionRatio.percent, [10, 20, 30]) }),
    ...(limitCertificate && { limitCertificate: pick(limitCertificate, limitFields) }),
    ...(elderly && { elderlyCertificate: elderlyOf(elderly) }),
    ...(specificDiseaseCertificates.length > 0 && {
      diseaseCertificates: specificDiseaseCertificates.map((one) => pick(one, diseaseFields)),
    }),
  };
}

function elderlyOf(elderly: NonNullable<ImportableCoverage["elderlyRecipientCertificate"]>): ChartElderlyCertificate {
  const { contributionRatio: ratio } = elderly;
  return {
    ...pick(elderly, ["issuedOn", "validFrom", "validUntil"] as const),
    ...(ratio !== undefined && {
      percent: /^\d{3}$/.test(ratio) ? knownPercent(Number(ratio), [20, 30]) : `unknown:${ratio}`,
    }),
  };
}

/** A share that the certificate cannot have is for staff to read, like a code that nobody knows (desk-rules §5.5). */
function knownPercent(percent: number, shares: readonly number[]): number | string {
  return shares.includes(percent) ? percent : `unknown:${percent}`;
}

function assistanceOf(coverage: ImportableCoverage, day: string): ChartPublicExpense {
  const { insurerNumber, number, insurerName, medicalTickets = [] } = coverage;
  const amounts = new Set(
    medicalTickets
      .filter(({ treatmentMonth }) => treatmentMonth === day.slice(0, 7))
      .flatMap(({ selfPayAmount }) => selfPayAmount ?? []),
  );
  const [amount] = amounts;
  return {
    kind: "publicAssistance",
    ...(insurerNumber !== undefined && { payerNumber: insurerNumber }),
    ...(number !== undefined && { recipientNumber: number }),
    ...(insurerName !== undefined && { name: insurerName }),
    ...pick(coverage, ["validFrom", "validUntil"] as const),
    // Tickets of one month that disagree are for staff to read.
    ...(amount !== undefined && { selfPayAmount: amounts.size === 1 ? amount : "unknown:" }),
  };
}

function pick<Source extends object, Key extends keyof Source>(
  source: Source,
  keys: readonly Key[],
): Pick<Source, Key> {
  return Object.fromEntries(
    keys.flatMap((key) => (source[key] === undefined || source[key] === "" ? [] : [[key, source[key]] as const])),
  ) as unknown as Pick<Source, Key>;
}
