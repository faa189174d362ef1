import type { ChartInsurance } from "./chart.ts";
import type { ChartPart } from "./field-table.ts";

/** A block of a chart as its fields by name. */
export type ChartEntry = Readonly<Record<string, string | number | undefined>>;

/** The certificates of an insurance, each with its place in it. */
export function certificateParts(
  insurance: ChartInsurance,
): readonly (readonly [part: ChartPart, entry: ChartEntry, place: string])[] {
  const { limitCertificate, elderlyCertificate, diseaseCertificates = [] } = insurance;
  return [
    ...(limitCertificate ? [["limitCertificate", limitCertificate as ChartEntry, "limitCertificate"] as const] : []),
    ...(elderlyCertificate
      ? [["elderlyCertificate", elderlyCertificate as ChartEntry, "elderlyCertificate"] as const]
      : []),
    ...diseaseCertificates.map(
      (one, index) => ["diseaseCertificates", one as ChartEntry, `diseaseCertificates[${index}]`] as const,
    ),
  ];
}

/** A value as text; undefined where there is none. */
export function textAt(entry: ChartEntry, field: string): string | undefined {
  const value = entry[field];
  return value === undefined || value === "" ? undefined : String(value);
}
