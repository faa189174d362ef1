import { code, date, field, group, held, month, optional, textUpTo } from "../declare.ts";
import type { FieldDeclaration, GroupDeclaration, MessageDeclaration } from "../declaration.ts";
import { bulkResultHeader } from "./bulk-headers.ts";
import { bulkStages } from "./bulk-stages.ts";
import { insurance } from "./insurance.ts";
import { institutionHeader } from "./person-keys.ts";
import { personOutcome, qualificationValidity } from "./result-header.ts";

const spec = "oqs-exchange §4.6";
const units = "MessageBody/BulkConfirmUnit";

/** A kind of list that the centre keeps for an institution, and how to request it. */
interface PersonList {
  /** File ids without stage. */
  readonly stem: string;
  /** Stem of the TypeScript interfaces of the request. */
  readonly interface: string;
  readonly ja: string;
  readonly en: string;
  readonly criteria: readonly FieldDeclaration[];
}

const outcome = personOutcome.map(optional);
const validity = optional(qualificationValidity);

/** No difference between the layouts of the three kinds is known, so they share one (oqs-exchange §4.6). */
const person: GroupDeclaration = {
  interface: "ListedPerson",
  ja: "資格確認結果（一括取得の1件）",
  en: "One person of the list",
  spec,
  fields: held("M", [
    ...personOutcome,
    qualificationValidity,
    field(
      "ResultOfQualificationConfirmation",
      "results",
      "*",
      group(insurance),
      "資格確認結果",
      "Insurances of the person, with consents and tickets",
    ),
    field(
      "ReferenceNumber",
      "referenceNumbers",
      "*",
      textUpTo(50, "personNumber"),
      "照会番号",
      "Reference numbers this institution registered for the person",
    ),
  ]),
};

const listedPersons: Omit<MessageDeclaration, "id" | "ja" | "en"> = {
  interface: "ListedPersonsResult",
  spec,
  confidence: "M",
  direction: "result",
  header: bulkResultHeader,
  body: {
    interface: "ListedPersonsResultBody",
    ja: "資格情報一括取得結果ボディー",
    en: "Persons of the list, and the outcome where it is stated once for all of them",
    spec,
    fields: held("M", [
      field("BulkConfirmUnit", "persons", "*", group(person), "資格確認結果の単位", "One for each person"),
      ...outcome,
      validity,
    ]),
  },
  // There may be an inner list around the insurances of a person, under an unpublished name.
  relocations: [
    {
      from: `${units}/*/ResultOfQualificationConfirmation`,
      to: `${units}/ResultOfQualificationConfirmation`,
      each: units,
      repeated: true,
    },
  ],
  // Sources have the outcome either once in the body or in each unit.
  distributions: [
    { elements: outcome.map(({ wire }) => ({ beside: wire, inside: wire })), each: units },
    { elements: [{ beside: validity.wire, inside: validity.wire }], each: units },
  ],
};

function listMessages({ stem, interface: name, ja, en, criteria }: PersonList): readonly MessageDeclaration[] {
  const request: MessageDeclaration = {
    id: `${stem}01req`,
    interface: `${name}Request`,
    ja: `${ja}要求`,
    en: `Request for ${en}`,
    spec,
    confidence: "M",
    direction: "request",
    answer: `${stem}01res`,
    download: `${stem}02req`,
    header: institutionHeader,
    body: {
      interface: `${name}RequestBody`,
      ja: `${ja}要求ボディー`,
      en: `Body of the request for ${en}`,
      spec,
      fields: [
        field(
          "QualificationConfirmSearchInfo",
          "criteria",
          "1",
          group({ interface: `${name}Criteria`, ja: `${ja}条件`, en: `Which of ${en}`, spec, fields: criteria }),
          "資格確認照会用情報",
          "Whom the list should contain",
          "M",
        ),
      ],
    },
  };
  return [
    request,
    ...bulkStages(stem, ja, `a request for ${en}`, "M"),
    { ...listedPersons, id: `${stem}02res`, ja: `${ja}ダウンロード結果`, en: `List of ${en}` },
  ];
}

const consentFrom = field("ConsentDateFrom", "consentFrom", "1", date, "同意日From", "First day of consent", "M");
const consentUntil = field("ConsentDateTo", "consentUntil", "1", date, "同意日To", "Last day of consent", "M");

function treatmentFlag(value: string): FieldDeclaration {
  return field("MedicalTreatmentFlag", "treatmentFlag", "1", code("OQSCD028"), "診療区分", `Always \`${value}\``, "M");
}

export const listedPersonsMessages: readonly MessageDeclaration[] = [
  ...listMessages({
    stem: "OQSmutic",
    interface: "EntrustedPersons",
    ja: "委託先資格情報一括取得",
    en: "the persons on public assistance (医療扶助) entrusted to this institution",
    criteria: [field("MedicalTreatmentMonth", "treatmentMonth", "1", month, "診療年月", "Month of treatment", "M")],
  }),
  ...listMessages({
    stem: "OQSmuhvq",
    interface: "HomeVisitConsents",
    ja: "同意済資格情報一括取得（訪問診療等）",
    en: "the persons who consented for home visits",
    criteria: [consentFrom, consentUntil, treatmentFlag("homeVisit")],
  }),
  ...listMessages({
    stem: "OQSmuonq",
    interface: "OnlineConsultationConsents",
    ja: "同意済資格情報一括取得（オンライン診療等）",
    en: "the persons who consented for online consultations",
    criteria: [
      optional(consentFrom),
      optional(consentUntil),
      field(
        "ExaminationDateFrom",
        "examinationFrom",
        "?",
        date,
        "診療予定日From",
        "First day of consultation; instead of the days of consent",
        "M",
      ),
      field(
        "ExaminationDateTo",
        "examinationUntil",
        "?",
        date,
        "診療予定日To",
        "Last day of consultation; instead of the days of consent",
        "M",
      ),
      treatmentFlag("online"),
    ],
  }),
];
