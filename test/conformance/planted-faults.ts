const request = "OQSsiquc01req_full.xml";
const result = "OQSsiquc01res_full.xml";
const error = "OQSsiquc01res_error.xml";
const medication = "YZKsiquc01res_full.xml";

const inquiries = "OQSmuquc01req_full.xml";
const reception = "OQSmuquc01res_full.xml";
const download = "OQSmuquc02req_full.xml";
const bulk = "OQSmuquc02res_full.xml";
const registration = "OQSsiimm01req_full.xml";
const registrations = "OQSmuimm02res_full.xml";
const homeVisits = "OQSmuhvq01req_full.xml";
const consents = "OQSmuhvq02res_full.xml";
const online = "OQSmuonq01req_full.xml";
const checkups = "TKKsiquc01res_full.xml";
const prescription = "EPSsiPIR01req_full.xml";
const refused = "EPSsiPIR01res_refused.xml";

/**
 * One fault each, as a regular expression and what replaces its matches. A schema that lets one pass proves nothing
 * about the files it takes.
 */
export const plantedFaults: readonly (readonly [fault: string, file: string, from: string, to: string])[] = [
  ["zero-padded short insurer number", request, "<InsurerNumber>  990010<", "<InsurerNumber>0099001<"],
  ["insurer number without its spaces", request, "<InsurerNumber>  990010<", "<InsurerNumber>990010<"],
  [
    "no consent flag",
    request,
    "<LimitApplicationCertificateRelatedConsFlg>1</LimitApplicationCertificateRelatedConsFlg>",
    "",
  ],
  ["an empty symbol", request, ">12-34<", "><"],
  ["a day that no month has", request, "19800131", "19800132"],
  ["a date with hyphens", request, "20261120", "2026-11-20"],
  ["a branch number of one digit", request, ">01<", ">1<"],
  ["a tag of the other family", request, "InsuredCardSymbol>", "InsuranceCardSymbol>"],
  ["an attribute", request, "<MessageBody>", '<MessageBody version="1">'],
  ["a namespace", request, "<XmlMsg>", '<XmlMsg xmlns="urn:x">'],
  ["another root", request, "XmlMsg>", "XmlMessage>"],
  ["an institution code of nine digits", request, "9910000000", "991000000"],
  ["no person's name", result, "<Name>試験　花子</Name>", ""],
  [
    "name before number",
    result,
    "<InsuredCardClassification>01</InsuredCardClassification>",
    "<Name>試験　花子</Name>",
  ],
  ["full-width kana", result, "ｼｹﾝ ﾊﾅｺ", "シケン　ハナコ"],
  ["a ratio as a number", result, "<InsuredPartialContributionRatio>020<", "<InsuredPartialContributionRatio>20<"],
  ["an unknown validity", result, "<QualificationValidity>1<", "<QualificationValidity>7<"],
  ["a class of one character", result, "<InsuredCardClassification>01<", "<InsuredCardClassification>1<"],
  ["the misspelt tag spelt right", result, "StatusOfInfecton>", "StatusOfInfection>"],
  ["a consent tag of a third party", result, "PharmacistsInfoConsFlg>", "PharmaceuticalInfoConsFlg>"],
  ["a consent time without seconds", result, "20261120091403", "202611200914"],
  ["a list without its wrapper", result, /<\/?SpecificDiseasesCertificateList>/g.source, ""],
  ["an unknown element", result, "</ResultList>", "</ResultList><New>1</New>"],
  ["text between elements", result, "</ResultList>", "</ResultList>x"],
  ["a post code without hyphen", result, "999-0001", "9990001"],
  ["an error code beside a normal end", error, "<SegmentOfResult>9<", "<SegmentOfResult>1<"],
  ["a result kind that no table has", error, "<SegmentOfResult>9<", "<SegmentOfResult>3<"],
  ["a prefix of the other tree", medication, "CzDrugN>", "ShDrugN>"],
  ["a drug without a name", medication, "<DrugN>試験錠５ｍｇ</DrugN>", ""],
  ["a day list without days", medication, /<ShPrDateInf>[^]*<\/ShPrDateInf>/.source, ""],
  ["a month with a day", medication, "<CzDiMonth>202611<", "<CzDiMonth>20261101<"],
  ["no outcome", medication, "<ResultCode>1</ResultCode>", ""],
  ["a quantity in words", medication, "<Qua1>0.5<", "<Qua1>半<"],
  ["a bulk inquiry of nobody", inquiries, /<QualificationConfirmSearchInfo>[^]*<\/Qual\w+SearchInfo>/.source, ""],
  ["a consent flag in a bulk inquiry", inquiries, "ArbitraryIdentifier>", "LimitApplicationCertificateRelatedConsFlg>"],
  ["a reception without number", reception, /<ReceptionNumber>\w+<\/ReceptionNumber>/.source, ""],
  ["a reception with a day only", reception, "20261120180002", "20261120"],
  ["a download request with a name for the file", download, "</MessageHeader>", "<A>1</A></MessageHeader>"],
  ["a unit without its inquiry", bulk, /<QualificationConfirmSearchInfo>[^]*?<\/Qual\w+SearchInfo>/.source, ""],
  ["a unit without outcome", bulk, /<ProcessingResultStatus>1<\/ProcessingResultStatus>/.source, ""],
  ["consents in a bulk answer", bulk, "LimitApplicationCertificateChanged>", "PharmacistsInfoConsFlg>"],
  ["a reference number inside the result", bulk, /(<Ref.*>)(\s*)<\/BulkConfirmUnit>/.source, "</BulkConfirmUnit>$1"],
  ["counts in words", bulk, "<NumberOfError>1<", "<NumberOfError>一<"],
  ["a registration without number", registration, /<ReferenceNumber>\d+<\/ReferenceNumber>/.source, ""],
  ["a reference number of 51 characters", registration, "0000501", "5".repeat(51)],
  ["an error without code", registrations, /<ProcessingResultCode>\w+<\/ProcessingResultCode>/.source, ""],
  ["home visits under the flag of online consultations", homeVisits, "Flag>2<", "Flag>3<"],
  [
    "both kinds of days",
    online,
    "</ConsentDateTo>",
    "</ConsentDateTo><ExaminationDateFrom>20261120</ExaminationDateFrom>",
  ],
  [
    "an inner list",
    consents,
    /(<ResultOfQualificationConfirmation>[^]*?<\/ResultOfQualificationConfirmation>)/.source,
    "<L>$1</L>",
  ],
  [
    "the outcome once for all",
    consents,
    "</BulkConfirmUnit>\\s*</MessageBody>",
    "</BulkConfirmUnit><ProcessingResultStatus>1</ProcessingResultStatus></MessageBody>",
  ],
  ["an item code of 16 characters", checkups, "9A755000000000001", "9A75500000000001"],
  ["a drug's person in a checkup", checkups, "KanasName>", "KanaName>"],
  ["a document that is not base64", prescription, "PHRlc3QvPg==", "&lt;test/&gt;"],
  [
    "a reason beside its signature",
    refused,
    /(<FailureReasons>[^]*<\/FailureReasons>)(\s*)(<\/VerifyResultList>)/.source,
    "$3$1",
  ],
];
