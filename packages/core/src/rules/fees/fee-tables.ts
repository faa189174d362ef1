import type { RuleRow } from "../tables/row.ts";

/** Kind of facility that charges the fee. */
export type FacilityKind = "medical" | "dental" | "pharmacy" | "homeNursing";

/** Occasion of a fee. */
export type FeeVisit = "first" | "again" | "admission" | "home" | "dispensing";

/** A fee tied to online eligibility (desk-rules §6), in points. */
export interface FeeRow extends RuleRow {
  readonly ja: string;
  readonly facility: FacilityKind;
  readonly visit: FeeVisit;
  /** Class of the facility standard, where the fee has several. */
  readonly facilityClass?: number;
  readonly points: number;
  /** How often: once every this many months; absent: each time. */
  readonly everyMonths?: number;
  /** Points if the data were obtained by card with consent, or by referral (P1 to P3). */
  readonly pointsWithData?: number;
  /** Claim code (レセプト電算コード), where known. */
  readonly claimCode?: string;
}

type Point = Partial<FeeRow> & Pick<FeeRow, "facility" | "visit" | "points">;

const fee = (
  key: string,
  ja: string,
  period: Pick<RuleRow, "validFrom" | "validTo" | "source" | "confidence">,
  points: readonly Point[],
): readonly FeeRow[] =>
  points.map((point) => ({
    id: [key, point.facility, point.visit, point.facilityClass].filter((part) => part !== undefined).join("-"),
    ja,
    ...period,
    ...point,
  }));

/** Fees by date; the newest scheme replaces the older ones on 2026-06-01. */
export const feeRows: readonly FeeRow[] = [
  ...fee("P3", "医療情報取得加算", { validFrom: "2024-06-01", validTo: "2024-11-30", source: "D49", confidence: "H" }, [
    { facility: "medical", visit: "first", points: 3, pointsWithData: 1, everyMonths: 1 },
    { facility: "medical", visit: "again", points: 2, pointsWithData: 1, everyMonths: 3 },
    { facility: "dental", visit: "first", points: 3, pointsWithData: 1, everyMonths: 1 },
    { facility: "dental", visit: "again", points: 2, pointsWithData: 1, everyMonths: 3 },
    { facility: "pharmacy", visit: "dispensing", points: 3, pointsWithData: 1, everyMonths: 6, confidence: "M" },
  ]),
  ...fee("P4", "医療情報取得加算", { validFrom: "2024-12-01", validTo: "2026-05-31", source: "D49", confidence: "H" }, [
    { facility: "medical", visit: "first", points: 1, everyMonths: 1 },
    { facility: "medical", visit: "again", points: 1, everyMonths: 3 },
    { facility: "dental", visit: "first", points: 1, everyMonths: 1 },
    { facility: "dental", visit: "again", points: 1, everyMonths: 3 },
    { facility: "pharmacy", visit: "dispensing", points: 1, everyMonths: 12 },
  ]),
  ...[12, 11, 10, 10, 9, 8].flatMap((points, place) =>
    fee(
      "P5c",
      "医療DX推進体制整備加算",
      {
        validFrom: "2025-04-01",
        validTo: "2026-05-31",
        source: "D49",
        confidence: place === 5 ? "M" : "H",
      },
      [
        { facility: "medical", visit: "first", facilityClass: place + 1, points, everyMonths: 1 },
        {
          facility: "dental",
          visit: "first",
          facilityClass: place + 1,
          points: [11, 10, 8, 9, 8, 6][place] ?? 0,
          everyMonths: 1,
          confidence: "M",
        },
        ...(place < 3
          ? ([
              {
                facility: "pharmacy",
                visit: "dispensing",
                facilityClass: place + 1,
                points: [10, 8, 6][place] ?? 0,
                everyMonths: 1,
              },
            ] as const)
          : []),
      ],
    ),
  ),
  ...fee(
    "P7",
    "電子的診療情報連携体制整備加算",
    { validFrom: "2026-06-01", source: "D48, revision P7", confidence: "H" },
    [
      { facility: "medical", visit: "first", facilityClass: 1, points: 15, everyMonths: 1, claimCode: "111704070" },
      { facility: "medical", visit: "first", facilityClass: 2, points: 9, everyMonths: 1, claimCode: "111704170" },
      { facility: "medical", visit: "first", facilityClass: 3, points: 4, everyMonths: 1, claimCode: "111704270" },
      { facility: "medical", visit: "again", points: 2, everyMonths: 1, claimCode: "112709570" },
      { facility: "medical", visit: "admission", facilityClass: 1, points: 160 },
      { facility: "dental", visit: "first", facilityClass: 1, points: 9, everyMonths: 1, confidence: "M" },
      { facility: "dental", visit: "first", facilityClass: 2, points: 4, everyMonths: 1, confidence: "M" },
      { facility: "dental", visit: "again", points: 2, everyMonths: 1, confidence: "M" },
    ],
  ),
  ...fee(
    "P8",
    "電子的調剤情報連携体制整備加算",
    { validFrom: "2026-06-01", source: "D48, revision P8", confidence: "H" },
    [{ facility: "pharmacy", visit: "dispensing", points: 8, everyMonths: 1 }],
  ),
];
