// Generated from the declarations by `npm run generate`; edit those instead.
import type { UnknownCode } from "../code-table.ts";

/**
 * 限度額適用認定証提供同意フラグ (OQSCD001, confidence H).
 *
 * - `notConsented` (0) 未同意
 * - `consented` (1) 同意
 */
export type LimitCertificateConsentFlag = "notConsented" | "consented" | UnknownCode;

/**
 * 照会区分 (OQSCD002, confidence H).
 *
 * - `myNumberCard` (1) マイナンバーカード
 * - `certificateData` (2) 被保険者証情報
 * - `certificateByOcr` (7) OCR読取（被保険者証等のみ）
 * - `certificateAndPublicExpenseByOcr` (8) OCR読取（被保険者証等と公費受給者証）
 */
export type ReferenceClassification = "myNumberCard" | "certificateData" | "certificateByOcr" | "certificateAndPublicExpenseByOcr" | UnknownCode;

/**
 * 処理結果区分 (OQSCD003, confidence H).
 *
 * - `completed` (1) 正常終了
 * - `processing` (2) 処理中
 * - `failed` (9) 異常終了
 */
export type SegmentOfResult = "completed" | "processing" | "failed" | UnknownCode;

/**
 * 処理結果状況 (OQSCD004, confidence H).
 *
 * - `completed` (1) 正常終了
 * - `error` (2) エラー
 */
export type ProcessingResultStatus = "completed" | "error" | UnknownCode;

/**
 * 文字コード識別 (OQSCD005, confidence H).
 *
 * - `utf8` (0) UTF-8
 * - `shiftJis` (1) Shift_JIS
 */
export type CharacterCodeIdentifier = "utf8" | "shiftJis" | UnknownCode;

/**
 * 資格有効性 (OQSCD006, confidence H).
 *
 * - `valid` (1) 有効
 * - `invalid` (2) 無効
 * - `invalidNewerExists` (3) 無効（新しい資格あり）
 * - `notFound` (4) 該当資格なし
 * - `multipleMatches` (5) 複数該当
 * - `validNotEntrusted` (6) 有効（未登録）
 */
export type QualificationValidity = "valid" | "invalid" | "invalidNewerExists" | "notFound" | "multipleMatches" | "validNotEntrusted" | UnknownCode;

/**
 * 性別 (OQSCD007, confidence H).
 *
 * - `male` (1) 男
 * - `female` (2) 女
 * - `notSet` (3) 未設定
 */
export type Sex = "male" | "female" | "notSet" | UnknownCode;

/**
 * 資格喪失事由 (OQSCD008, confidence H).
 *
 * - `death` (01) 死亡
 * - `publicAssistance` (02) 生活保護受給開始
 * - `otherInsurance` (03) 医療保険等の資格取得
 * - `other` (99) その他
 */
export type ReasonOfLoss = "death" | "publicAssistance" | "otherInsurance" | "other" | UnknownCode;

/**
 * 本人・家族の別 (OQSCD009, confidence H).
 *
 * - `insured` (1) 本人
 * - `dependant` (2) 家族
 */
export type PersonalFamilyClassification = "insured" | "dependant" | UnknownCode;

/**
 * 被保険者証区分 (OQSCD010, confidence H).
 *
 * - `general` (01) 一般
 * - `retired` (02) 退職
 * - `shortTermGeneral` (03) 短期（一般）
 * - `shortTermRetired` (04) 短期（退職）
 * - `specialMedicalExpense` (05) 被保険者資格証明書（特別療養費支給対象）
 * - `specialRetired` (06) 特例退職
 * - `selfDefenceForces` (07) 自衛官診療証
 * - `publicAssistance` (A1) 医療扶助
 */
export type InsuredCardClassification = "general" | "retired" | "shortTermGeneral" | "shortTermRetired" | "specialMedicalExpense" | "specialRetired" | "selfDefenceForces" | "publicAssistance" | UnknownCode;

/**
 * 限度額適用認定証区分 (OQSCD011, confidence H).
 *
 * - `limit` (01) 限度額適用区分認定証
 * - `limitAndReducedMeals` (02) 限度額適用・標準負担額減額認定証
 * - `reducedMeals` (03) 標準負担額減額認定証
 */
export type LimitCertificateClassification = "limit" | "limitAndReducedMeals" | "reducedMeals" | UnknownCode;

/**
 * 限度額適用認定証適用区分 (OQSCD012, confidence H).
 *
 * - `a` (A01) ア
 * - `i` (A02) イ
 * - `u` (A03) ウ
 * - `e` (A04) エ
 * - `o` (A05) オ
 * - `oBorderline` (A06) オ（境）
 * - `activeIncome3` (B01) 現役並みⅢ
 * - `activeIncome2` (B02) 現役並みⅡ
 * - `activeIncome1` (B03) 現役並みⅠ
 * - `general` (B04) 一般
 * - `lowIncome2` (B05) 低所得Ⅱ
 * - `lowIncome1` (B06) 低所得Ⅰ
 * - `lowIncome1OldAgePension` (B07) 低所得Ⅰ（老福）
 * - `lowIncome1Borderline` (B08) 低所得Ⅰ（境）
 * - `general2` (B09) 一般Ⅱ
 * - `general1` (B10) 一般Ⅰ
 */
export type LimitCertificateClass = "a" | "i" | "u" | "e" | "o" | "oBorderline" | "activeIncome3" | "activeIncome2" | "activeIncome1" | "general" | "lowIncome2" | "lowIncome1" | "lowIncome1OldAgePension" | "lowIncome1Borderline" | "general2" | "general1" | UnknownCode;

/**
 * 特定疾病療養受療証認定疾病区分 (OQSCD013, confidence H).
 *
 * - `chronicRenalFailureOnDialysis` (1) 人工透析を必要とする慢性腎不全
 * - `congenitalCoagulationFactorDisorder` (2) 先天性血液凝固因子障害
 * - `hivFromCoagulationFactorProducts` (3) 血液凝固因子製剤に起因するHIV感染症
 */
export type SpecificDisease = "chronicRenalFailureOnDialysis" | "congenitalCoagulationFactorDisorder" | "hivFromCoagulationFactorProducts" | UnknownCode;

/**
 * 限度額適用認定証情報変更有無 (OQSCD014, confidence M).
 *
 * - `unchanged` (0) 変更なし
 * - `changedOrUndecidable` (1) 変更あり又は判定不能
 */
export type LimitCertificateChanged = "unchanged" | "changedOrUndecidable" | UnknownCode;

/**
 * 未就学区分 (OQSCD015, confidence M).
 *
 * - `preschool` (1) 未就学
 */
export type PreschoolClassification = "preschool" | UnknownCode;

/**
 * 同意区分 (OQSCD016, confidence H).
 *
 * - `notConsented` (0) 同意なし
 * - `consented` (1) 同意あり
 * - `expired` (2) 同意有効期限切れ（訪問診療等・オンライン診療等のみ）
 * - `couldNotBeTaken` (3) 同意取得困難（救急時のみ）
 */
export type ConsentFlag = "notConsented" | "consented" | "expired" | "couldNotBeTaken" | UnknownCode;

/**
 * 処方箋発行形態 (OQSCD017, confidence H).
 *
 * - `electronic` (1) 電子処方箋
 * - `paper` (2) 紙の処方箋
 */
export type PrescriptionForm = "electronic" | "paper" | UnknownCode;

/**
 * 医療券・調剤券別 (OQSCD018, confidence M).
 *
 * - `medical` (01) 医療券
 * - `dispensing` (02) 調剤券
 */
export type TicketType = "medical" | "dispensing" | UnknownCode;

/**
 * 診療別 (OQSCD019, confidence M).
 *
 * - `inpatient` (01) 入院
 * - `outpatient` (02) 入院外
 * - `dental` (03) 歯科
 * - `dispensing` (04) 調剤
 * - `homeNursing` (05) 訪問看護
 */
export type MedicalTreatmentType = "inpatient" | "outpatient" | "dental" | "dispensing" | "homeNursing" | UnknownCode;

/**
 * 単独・併用別 (OQSCD020, confidence M).
 *
 * - `single` (01) 単独
 * - `combined` (02) 併用
 */
export type SingleOrCombinedUse = "single" | "combined" | UnknownCode;

/**
 * 社会保険状況 (OQSCD021, confidence M).
 *
 * - `applies` (01) あり
 * - `doesNotApply` (02) なし
 */
export type SocialInsuranceStatus = "applies" | "doesNotApply" | UnknownCode;

/**
 * 社会保険状況の整合性フラグ (OQSCD022, confidence M).
 *
 * - `inconsistent` (1) 不整合あり
 */
export type SocialInsuranceConsistency = "inconsistent" | UnknownCode;

/**
 * 感染症法37条の2の該当状況 (OQSCD023, confidence M).
 *
 * - `applies` (01) あり
 * - `doesNotApply` (02) なし
 */
export type InfectiousDiseaseStatus = "applies" | "doesNotApply" | UnknownCode;

/**
 * 後期高齢者医療の該当状況 (OQSCD024, confidence M).
 *
 * - `applies` (01) あり
 * - `doesNotApply` (02) なし
 */
export type ElderlyMedicalCareStatus = "applies" | "doesNotApply" | UnknownCode;

/**
 * 都道府県費の該当状況 (OQSCD025, confidence M).
 *
 * - `applies` (01) あり
 * - `doesNotApply` (02) なし
 */
export type PrefecturalExpensesStatus = "applies" | "doesNotApply" | UnknownCode;

/**
 * 指定医療機関確認フラグ (OQSCD026, confidence M).
 *
 * - `thisInstitution` (0) 一致
 * - `otherInstitution` (1) 不一致
 */
export type DesignatedInstitutionFlag = "thisInstitution" | "otherInstitution" | UnknownCode;

/**
 * 同一個人有無 (OQSCD027, confidence M).
 *
 * - `exists` (1) あり
 */
export type SamePersonFlag = "exists" | UnknownCode;

/**
 * 診療区分 (OQSCD028, confidence M).
 *
 * - `outpatient` (1) 外来
 * - `homeVisit` (2) 訪問診療等
 * - `online` (3) オンライン診療等
 * - `emergency` (4) 救急時
 */
export type MedicalTreatmentFlag = "outpatient" | "homeVisit" | "online" | "emergency" | UnknownCode;

/**
 * 医療情報種別 (OQSCD029, confidence M).
 *
 * - `checkups` (TKK) 特定健診情報
 * - `medication` (YZK) 薬剤・処方
 */
export type MedicalInformationKind = "checkups" | "medication" | UnknownCode;

/**
 * 処方・調剤情報の表示 (OQSCD030, confidence M).
 *
 * - `exclude` (0) 表示しない
 * - `include` (1) 表示する
 */
export type PrescriptionDisplay = "exclude" | "include" | UnknownCode;

/**
 * 同意期限切れ理由 (OQSCD031, confidence M).
 *
 * - `none` (0) なし（診療形態により意味が異なる）
 * - `cancelledByInstitution` (1) 医療機関取消
 * - `cancelledByPatient` (2) 患者取消
 * - `purposeChanged` (3) 用途変更
 */
export type ConsentEndReason = "none" | "cancelledByInstitution" | "cancelledByPatient" | "purposeChanged" | UnknownCode;

/**
 * 資格情報変更確認 (OQSCD032, confidence M).
 *
 * - `same` (0) 一致
 * - `different` (1) 不一致
 */
export type InsuranceChangeCheck = "same" | "different" | UnknownCode;

/**
 * URL取得区分 (OQSCD033, confidence M).
 *
 * - `homeVisit` (2) 訪問診療等
 * - `online` (3) オンライン診療等
 */
export type AccessUrlKind = "homeVisit" | "online" | UnknownCode;

/**
 * ファイル形式 (OQSCD034, confidence M).
 *
 * - `pdf` (1) PDF
 * - `png` (2) PNG
 */
export type CodeImageType = "pdf" | "png" | UnknownCode;

/**
 * 変更有無 (OQSCD035, confidence M).
 *
 * - `keep` (0) 変更しない
 * - `change` (1) 変更する
 */
export type ChangeFlag = "keep" | "change" | UnknownCode;

/**
 * 閲覧同意情報種別 (OQSCD036, confidence M).
 *
 * - `specificDisease` (TSR) 特定疾病療養受療証
 * - `checkups` (TKK) 特定健診情報
 * - `medication` (YZK) 薬剤・処方
 * - `treatment` (SRJ) 診療（アレルギー等・検査を含む）
 * - `surgery` (SHJ) 手術（傷病名・感染症を含む）
 */
export type ViewingKind = "specificDisease" | "checkups" | "medication" | "treatment" | "surgery" | UnknownCode;

/**
 * 利用設定 (OQSCD037, confidence M).
 *
 * - `off` (0) 利用しない
 * - `on` (1) 利用する
 */
export type UsageSetting = "off" | "on" | UnknownCode;

/**
 * 電子処方箋利用 (OQSCD038, confidence M).
 *
 * - `none` (0) しない
 * - `electronicOnly` (1) 電子のみ
 * - `both` (2) 併用
 * - `paperOnly` (3) 紙のみ
 */
export type ElectronicPrescriptionUse = "none" | "electronicOnly" | "both" | "paperOnly" | UnknownCode;

/**
 * 発行形態選択タイミング (OQSCD039, confidence M).
 *
 * - `otherTime` (1) 資格確認時以外
 * - `atEligibilityCheck` (2) 資格確認時
 */
export type PrescriptionFormTiming = "otherTime" | "atEligibilityCheck" | UnknownCode;

/**
 * 情報要求パターン (OQSCD040, confidence M).
 *
 * - `summary` (1) 救急サマリー
 * - `everything` (2) 救急全量
 * - `prescriptionsAndBoth` (3) 電子処方箋と両方
 * - `currentMedication` (4) 現行薬剤
 * - `currentTreatmentAndMedication` (5) 現行診療・薬剤
 * - `currentCheckups` (6) 現行特定健診
 */
export type EmergencyInformationPattern = "summary" | "everything" | "prescriptionsAndBoth" | "currentMedication" | "currentTreatmentAndMedication" | "currentCheckups" | UnknownCode;

/**
 * 二要素認証の要素 (OQSCD041, confidence M).
 *
 * - `knowledge` (1) 記憶
 * - `biometric` (2) 生体
 * - `possession` (3) 物理
 */
export type AuthenticationFactor = "knowledge" | "biometric" | "possession" | UnknownCode;

/**
 * 認証方式 (OQSCD042, confidence M).
 *
 * - `passwordOrFingerprintOrCard` (01) ID・パスワード／指紋／ICカード
 * - `pinOrFaceOrOneTimePassword` (02) PIN／顔／ワンタイムパスワード
 * - `secretQuestionOrVoiceOrOther` (03) 秘密の質問／音声／その他
 * - `vein` (04) 静脈
 * - `iris` (05) 虹彩
 */
export type AuthenticationMethod = "passwordOrFingerprintOrCard" | "pinOrFaceOrOneTimePassword" | "secretQuestionOrVoiceOrOther" | "vein" | "iris" | UnknownCode;

/**
 * 救急時閲覧権限 (OQSCD043, confidence M).
 *
 * - `no` (0) なし
 * - `yes` (1) あり
 */
export type EmergencyViewingRight = "no" | "yes" | UnknownCode;

/**
 * 連携システムID（PMH） (OQSCD044, confidence M).
 *
 * - `medicalSubsidy` (01) 医療費助成
 * - `maternalAndChildHealth` (02) 母子保健
 * - `vaccination` (04) 予防接種
 * - `longTermCare` (08) 介護保険
 */
export type PublicMedicalHubSystem = "medicalSubsidy" | "maternalAndChildHealth" | "vaccination" | "longTermCare" | UnknownCode;
