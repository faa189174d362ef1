import type { Bilingual } from "../../base/index.ts";
import { both } from "../tables/bilingual.ts";
import * as is from "../tables/shape.ts";
import { type CertificateState, certificateState, graceEnd } from "./certificate-grace.ts";

/** What is known of a certificate, from the reader and from the answer. */
export interface CertificateFacts {
  /** Today in Japan, `YYYY-MM-DD`. */
  readonly day: string;
  /** Last day of validity in Japan, `YYYY-MM-DD`, as the reader shows it. */
  readonly expiresOn: string;
  /** Default `card`. */
  readonly device?: "card" | "phone";
  /** What the centre or the responder says of the certificate; `revoked` has no grace. Default `good`. */
  readonly status?: "good" | "revoked";
  /** The code of the notice in the answer (処理結果コード). */
  readonly noticeCode?: string;
}

/** What the notice codes mean: the real list is not public, so whoever knows codes supplies them. */
export interface CertificateOutlookOptions {
  readonly noticeCodes?: Readonly<Record<string, CertificateState>>;
}

/** What a certificate is good for today, and until when. */
export interface CertificateOutlook {
  readonly state: CertificateState | "revoked";
  /** The last day on which it shows eligibility; absent if that is over for good. */
  readonly lastDay?: string;
  readonly eligibility: boolean;
  /** Whether consent to medical information can be given. */
  readonly medicalInformation: boolean;
  readonly tell: Bilingual;
  /** The centre's notice says otherwise than the dates: the centre decides, so its state is the one given. */
  readonly isCentreAtOdds: boolean;
  readonly rowIds: readonly string[];
}

const factsShape: is.Shape<CertificateFacts> = {
  day: is.day,
  expiresOn: is.day,
  device: is.optional(is.oneOf(["card", "phone"])),
  status: is.optional(is.oneOf(["good", "revoked"])),
  noticeCode: is.optional(is.text),
};
const states: readonly CertificateState[] = ["valid", "expiringSoon", "grace", "ended"];
const optionsShape: is.Shape<CertificateOutlookOptions> = {
  noticeCodes: is.optional(is.valuesOf(is.oneOf(states))),
};

type State = CertificateOutlook["state"];

const tell: Readonly<Record<State, Bilingual>> = {
  valid: both("特にありません。", "Nothing in particular."),
  expiringSoon: both(
    "電子証明書の期限が近づいています。市区町村の窓口で更新をお願いします。",
    "The certificate expires within three months; renew it at the municipality.",
  ),
  grace: both(
    "電子証明書の更新を市区町村の窓口でお願いします。薬剤情報などは提供できません。",
    "Renew the certificate at the municipality; medical information is not available.",
  ),
  ended: both(
    "資格確認書をお持ちください。電子証明書の更新は市区町村の窓口です。",
    "Bring the certificate of eligibility; the municipality renews the card's certificate.",
  ),
  revoked: both(
    "資格確認書をお持ちください。電子証明書の再発行は市区町村の窓口です。",
    "Bring the certificate of eligibility; the municipality issues a new certificate.",
  ),
};
const tellPhone = both(
  "マイナンバーカードで受付してください。スマートフォンは更新後に設定し直します。",
  "Check in with the card; renew first, then set up the phone again.",
);

const rowsOf: Readonly<Record<State, readonly string[]>> = {
  valid: ["E1"],
  expiringSoon: ["E2"],
  grace: ["E3", "E4"],
  ended: ["E6", "E9"],
  revoked: ["E11"],
};

/**
 * A certificate's dates joined with what the reader and the centre say of it: its state, until when it shows eligibility, what
 * works, and what to tell the patient (desk-rules §3). The centre decides: a notice whose code you supply goes before the
 * dates, and a revoked certificate has no grace. For display and planning; a code that is not known changes nothing.
 *
 * @throws OnshiError `request.invalid` naming the field
 *
 * @example
 * ```ts
 * import { certificateOutlook } from "@onshi/core/rules";
 *
 * const { state, lastDay, medicalInformation } = certificateOutlook({ day: "2026-11-21", expiresOn: "2026-08-05" });
 * console.log(state, lastDay, medicalInformation); // grace 2026-11-30 false
 * ```
 */
export function certificateOutlook(
  facts: CertificateFacts,
  options: CertificateOutlookOptions = {},
): CertificateOutlook {
  is.requireShape("facts", facts, factsShape);
  is.requireShape("options", options, optionsShape);
  const { day, expiresOn, device = "card", status = "good", noticeCode } = facts;
  const byDates = status === "revoked" ? "revoked" : certificateState(expiresOn, day, { device });
  const byCentre = status === "revoked" ? undefined : saidByCentre(options.noticeCodes, noticeCode);
  const state = byCentre ?? byDates;
  const eligibility = state !== "ended" && state !== "revoked";
  const hasGrace = device === "card" && status === "good";
  const lastDay = hasGrace ? graceEnd(expiresOn) : expiresOn;
  return {
    state,
    ...(eligibility && lastDay >= day && { lastDay }),
    eligibility,
    medicalInformation: state === "valid" || state === "expiringSoon",
    tell: state === "ended" && device === "phone" ? tellPhone : tell[state],
    isCentreAtOdds: byCentre !== undefined && byCentre !== byDates,
    rowIds: [...rowsOf[state], ...(device === "phone" ? ["E8"] : []), ...(byCentre === undefined ? [] : ["E10"])],
  };
}

function saidByCentre(
  codes: CertificateOutlookOptions["noticeCodes"] = {},
  code: string | undefined,
): CertificateState | undefined {
  return code !== undefined && Object.hasOwn(codes, code) ? codes[code] : undefined;
}
