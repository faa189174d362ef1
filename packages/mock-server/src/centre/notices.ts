/**
 * Result codes of the simulated centre. The real list is not public (oqs-exchange §8.3 no. 2), so these are ours and
 * begin with SIM; only the shape follows what was seen (§5.3, guess).
 */
export const notices = {
  otherInstitution: {
    code: "SIMA0001E",
    text: "医療機関コードが、この接続の医療機関と一致しません。（模擬センター）",
  },
  certificateExpiresSoon: {
    code: "SIMA0101I",
    text: "利用者証明用電子証明書の有効期限が3か月以内に切れます。更新をご案内ください。（模擬センター）",
  },
  certificateInGrace: {
    code: "SIMA0102W",
    text: "利用者証明用電子証明書の有効期限が切れています。猶予期間中のため資格情報のみ提供します。（模擬センター）",
  },
  certificateEnded: {
    code: "SIMA0103E",
    text: "利用者証明用電子証明書の有効期限が切れ、猶予期間も終了しています。資格確認書などで確認してください。（模擬センター）",
  },
  personUnclear: {
    code: "SIMY0001E",
    text: "指定された番号に該当する方を1名に特定できません。（模擬センター）",
  },
  consentMissing: {
    code: "SIMY0002E",
    text: "この方の有効な閲覧同意がありません。（模擬センター）",
  },
  consentExpired: {
    code: "SIMY0003E",
    text: "閲覧同意の有効期限が切れています。（模擬センター）",
  },
  periodReversed: {
    code: "SIMY0004E",
    text: "開始年月が終了年月より後です。（模擬センター）",
  },
  pdfNotSimulated: {
    code: "SIMY0005E",
    text: "この経路ではPDFを模擬していません。XMLを指定してください。（模擬センター）",
  },
  receptionUnknown: {
    code: "SIMB0001E",
    text: "この受付番号の一括処理はありません。（模擬センター）",
  },
  insuranceNotInForce: {
    code: "SIMB0002E",
    text: "指定された番号の有効な資格がないため、照会番号を登録できません。（模擬センター）",
  },
} as const;

/** A code and text of the simulated centre. */
export type Notice = (typeof notices)[keyof typeof notices];
