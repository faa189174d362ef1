import type { BulkEligibilityAnswer } from "../client/index.ts";
import { validityLabel } from "./shown-answer.ts";

/** Head line of the table that `onshi bulk` writes. Columns may be added at the end; none is renamed or moved. */
export const bulkHead: readonly string[] = [
  "識別子",
  "資格",
  "資格コード",
  "保険者番号",
  "保険者名称",
  "記号",
  "番号",
  "枝番",
  "氏名",
  "氏名カナ",
  "生年月日",
  "有効開始年月日",
  "有効終了年月日",
  "負担割合",
  "限度額認定証の変更",
  "照会番号",
  "処理結果コード",
  "処理結果メッセージ",
  "資格数",
  "試験",
];

/** One person's row; of several insurances the first, and their number. */
export function bulkCells(answer: BulkEligibilityAnswer): readonly (string | undefined)[] {
  const { arbitraryIdentifier, validity, inquiry, referenceNumber, notice, source } = answer;
  const insurances = "insurances" in answer ? answer.insurances : [];
  const first = insurances[0] ?? ("publicAssistance" in answer ? answer.publicAssistance : undefined);
  const changed = "insurances" in answer ? (answer.limitCertificateChanged ? "あり又は判定不能" : "なし") : undefined;
  return [
    arbitraryIdentifier,
    validityLabel(validity),
    validity,
    first?.insurerNumber ?? inquiry.insurerNumber?.trim(),
    first?.insurerName,
    first?.symbol ?? inquiry.symbol,
    first?.number ?? inquiry.number,
    first?.branch ?? inquiry.branch,
    first?.person.name,
    first?.person.nameKana,
    first?.person.birthdate ?? inquiry.birthdate,
    first?.validFrom,
    first?.validUntil,
    first?.contributionRatio?.wire,
    changed,
    referenceNumber,
    notice?.code,
    notice?.message,
    String(insurances.length),
    source.isTest && "試験",
  ];
}
