import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { desk, edit, fileIdentifier, fullAnswer, question } from "../../../test/fakes/desk.ts";
import { incoming, MemoryTransport } from "../../../test/fakes/memory-transport.ts";
import { OnshiError } from "../../base/index.ts";
import type { Transport } from "../../transports/index.ts";
import type { EligibilityAnswer } from "../index.ts";

const verify = (xml: string): Promise<EligibilityAnswer> => desk(xml).client.eligibility.verify(question);
const withValidity = (wire: string): string =>
  fullAnswer.replace("<QualificationValidity>1<", `<QualificationValidity>${wire}<`);

/** What an answer has beside what all answers have. */
const ownKeys = (answer: EligibilityAnswer): readonly string[] =>
  Object.keys(answer).filter(
    (key) => !["source", "askedBy", "confirmationDate", "problems", "unknownElements", "raw"].includes(key),
  );

describe("every validity has its shape", () => {
  const named = ["arbitraryIdentifier", "notice", "validity"];
  const covered = [...named, "insurances", "publicAssistance", "referenceNumbers", "consents"];
  test.each([
    ["1", "valid", [...covered, "prescriptionForm"]],
    ["2", "invalid", covered],
    ["3", "invalidNewerExists", covered],
    ["4", "notFound", named],
    ["5", "multipleMatches", named],
    ["6", "validNotEntrusted", [...covered, "prescriptionForm"]],
    ["7", "unknown:7", covered],
  ])("%s is %s", async (wire, validity, keys) => {
    const answer = await verify(withValidity(wire));
    expect(answer.validity).toBe(validity);
    expect(ownKeys(answer).toSorted()).toEqual(keys.toSorted());
  });

  test("no validity is unknown", async () => {
    const answer = await verify(edit(fullAnswer, [/<QualificationValidity>.*/, ""]));
    expect(answer.validity).toBe("unknown:");
  });

  test.each(["2", "3"])("a person with status %s was not processed, whatever validity says", async (status) => {
    const answer = await verify(edit(fullAnswer, ["<ProcessingResultStatus>1<", `<ProcessingResultStatus>${status}<`]));
    expect(answer.validity).toBe("notProcessed");
    expect(ownKeys(answer)).not.toContain("insurances");
    expect(ownKeys(answer)).not.toContain("consents");
    expect(answer.notice?.code).toBe("OQST0001I");
  });
});

describe("a valid answer", () => {
  test("states its question, its origin and its raw message", async () => {
    const { client, answer: came } = desk();
    const answer = await client.eligibility.verify(question);
    expect(answer).toMatchObject({
      askedBy: "certificateData",
      confirmationDate: "2026-11-20",
      arbitraryIdentifier: "P0501",
      problems: [],
      prescriptionForm: "paper",
      source: {
        route: "memory",
        messageId: "OQSsiquc01res",
        format: "xml",
        fileName: "OQSsiquc01res_0001.xml",
        executedAt: "2026-11-20T09:15:03+09:00",
        receivedAt: came.receivedAt,
      },
    });
    expect(answer.source.rawBytes).toBe(came.rawBytes);
    expect(inspect(answer.source)).not.toContain("rawBytes");
    expect(answer.raw.body.results).toHaveLength(2);
    expect(came.acknowledged()).toBe(1);
  });

  test("a code beside a normal end is a notice, not an error", async () => {
    const answer = await verify(fullAnswer);
    expect(answer.validity).toBe("valid");
    expect(answer.notice).toEqual({
      code: "OQST0001I",
      message: "マイナンバーカードの電子証明書の有効期限が近づいています。",
    });
    const silent = await verify(
      edit(fullAnswer, [/<ProcessingResultCode>.*/, ""], [/<ProcessingResultMessage>.*/, ""]),
    );
    expect(silent.notice).toBeUndefined();
  });

  test("several insurances are all there, in their order; public assistance stands apart", async () => {
    const second = edit(
      /<ResultOfQualificationConfirmation>[^]*?<\/ResultOfQualificationConfirmation>/.exec(fullAnswer)?.[0] ?? "",
      ["<InsurerNumber>  990010<", "<InsurerNumber>06990014<"],
    );
    const answer = await verify(edit(fullAnswer, ["</ResultList>", `${second}$&`]));
    if (answer.validity !== "valid") throw new Error(answer.validity);
    expect(answer.insurances.map(({ insurerNumber }) => insurerNumber)).toEqual(["990010", "06990014"]);
    expect(answer.publicAssistance).toMatchObject({
      classification: "publicAssistance",
      insurerNumber: "12990016",
      insurerName: "試験市福祉事務所",
      number: "1234566",
    });
    expect(answer.publicAssistance?.medicalTickets).toHaveLength(2);
  });

  test("public assistance alone leaves no insurance", async () => {
    const alone = edit(fullAnswer, [
      /<ResultOfQualificationConfirmation>[^]*?<\/ResultOfQualificationConfirmation>/,
      "",
    ]);
    const answer = await verify(alone);
    expect(answer).toMatchObject({ validity: "valid", insurances: [], publicAssistance: { number: "1234566" } });
  });

  test("a list that is missing is an empty one", async () => {
    const answer = await verify(edit(fullAnswer, [/<ResultList>[^]*<\/ResultList>/, ""]));
    expect(answer).toMatchObject({
      validity: "valid",
      insurances: [],
      consents: { states: {}, withoutEnd: [], unknownKinds: {} },
    });
  });
});

describe("the desk's view of an insurance", () => {
  const first = async (...changes: Parameters<typeof edit>[1][]): Promise<unknown> => {
    const answer = await verify(edit(fullAnswer, ...changes));
    return answer.validity === "valid" ? answer.insurances[0] : answer.validity;
  };

  test("numbers lose their padding and keep their zeros", async () => {
    expect(await first()).toMatchObject({
      insurerNumber: "990010",
      symbol: "１２－３４",
      number: "0005678",
      branch: "01",
    });
  });

  test.each([
    ["front and back", "3", "2", "female"],
    ["front alone", "1", undefined, "male"],
    ["front before back", "1", "2", "male"],
    ["front left blank, no back", "3", undefined, "notSet"],
    ["an unknown front", "7", "2", "unknown:7"],
    ["back alone", undefined, "2", "female"],
    ["neither", undefined, undefined, undefined],
  ])("sex: %s", async (_, front, back, sex) => {
    const element = (tag: string, code: string | undefined): string => (code ? `<${tag}>${code}</${tag}>` : "");
    const sexes = element("Sex1", front) + element("Sex2", back);
    expect(await first([/<Sex1>3<\/Sex1>\s*<Sex2>2<\/Sex2>/, sexes || " "])).toMatchObject({
      person: sex === undefined ? expect.not.objectContaining({ sex: expect.anything() }) : { sex },
    });
  });

  const ratio = /<InsuredPartialContributionRatio>.*/;
  const elderly = /<ElderlyRecipientContributionRatio>.*/;
  test.each<readonly [string, Parameters<typeof edit>[1][], unknown]>([
    ["70 to 74: from the certificate", [], { percent: 20, wire: "020", from: "elderlyRecipientCertificate" }],
    [
      "both differ: the certificate counts",
      [["ContributionRatio>020</ElderlyRecipient", "ContributionRatio>030</ElderlyRecipient"]],
      { percent: 30, wire: "030", from: "elderlyRecipientCertificate" },
    ],
    ["75 and over: from the insurance", [[elderly, ""]], { percent: 20, wire: "020", from: "insurance" }],
    [
      "neither",
      [
        [elderly, ""],
        [ratio, ""],
      ],
      undefined,
    ],
    [
      "not three digits",
      [
        [elderly, ""],
        ["Ratio>020</InsuredPartial", "Ratio>20</InsuredPartial"],
      ],
      undefined,
    ],
  ])("ratio, %s", async (_, changes, expected) => {
    expect(((await first(...changes)) as { contributionRatio?: unknown }).contributionRatio).toEqual(expected);
  });

  test("absent fields are absent", async () => {
    const bare = fullAnswer.replace(
      /<ResultList>[^]*<\/ResultList>/,
      "<ResultList><ResultOfQualificationConfirmation><InsuredCardClassification>01</InsuredCardClassification></ResultOfQualificationConfirmation></ResultList>",
    );
    const answer = await verify(bare);
    expect(answer).toMatchObject({ validity: "valid" });
    expect(Object.keys((answer.validity === "valid" && answer.insurances[0]) || {}).toSorted()).toEqual(
      ["classification", "medicalTickets", "person", "preschool", "raw", "specificDiseaseCertificates"].toSorted(),
    );
    expect(answer.problems.map(({ field }) => field)).toEqual(["name", "sex1", "birthdate", "insurerName"]);
  });

  test("an odd value costs only itself", async () => {
    const answer = await verify(edit(fullAnswer, ["<QualificationDate>20260401<", "<QualificationDate>20260431<"]));
    expect(answer.problems).toHaveLength(1);
    expect(answer).toMatchObject({
      validity: "valid",
      insurances: [{ insurerName: "試験市", validUntil: "2027-07-31" }],
    });
  });
});

describe("an answer that is not delivered", () => {
  const refused = async (xml: string): Promise<OnshiError> => {
    const { client, answer } = desk(xml);
    const error: unknown = await client.eligibility.verify(question).catch((caught: unknown) => caught);
    if (!OnshiError.is(error)) throw new Error("the answer was delivered");
    expect(answer.acknowledged()).toBe(0);
    expect(error.rawBytes).toBe(answer.rawBytes);
    return error;
  };

  const search = "body.inquiry";
  const echo = (tag: string, from: string, to: string): [RegExp, string] => [
    new RegExp(`(<QualificationConfirmSearchInfo>[^]*<${tag}>)${from}<`),
    `$1${to}<`,
  ];
  test.each<readonly [string, Parameters<typeof edit>[1], string]>([
    ["file identifier", [`>${fileIdentifier}<`, ">A000000000009<"], "header.fileIdentifier"],
    ["insurer", echo("InsurerNumber", " {2}990010", "06990014"), `${search}.insurerNumber`],
    ["number", echo("InsuredIdentificationNumber", "0005678", "0005679"), `${search}.number`],
    ["branch", echo("InsuredBranchNumber", "01", "02"), `${search}.branch`],
    ["birth date", echo("Birthdate", "19560131", "19560201"), `${search}.birthdate`],
  ])("another %s", async (_, change, path) => {
    const error = await refused(edit(fullAnswer, change));
    expect(error).toMatchObject({ code: "answer.mismatch", details: { path } });
    expect(`${error.message}${JSON.stringify(error)}`).not.toMatch(/A0000|0005679|1956/);
  });

  test.each<readonly [string, Parameters<typeof edit>[1]]>([
    ["padded with zeros", echo("InsurerNumber", " {2}990010", "00990010")],
    ["in full width", echo("InsuredIdentificationNumber", "0005678", "０００５６７８")],
    [
      "without the branch",
      [/(<QualificationConfirmSearchInfo>[^]*)<InsuredBranchNumber>01<\/InsuredBranchNumber>/, "$1"],
    ],
    ["missing", [/<QualificationConfirmSearchInfo>[^]*<\/QualificationConfirmSearchInfo>/, ""]],
    ["without a file identifier", [/<ArbitraryFileIdentifier>.*/, ""]],
  ])("but an echo %s is the same person's", async (_, change) => {
    expect((await verify(edit(fullAnswer, change))).validity).toBe("valid");
  });

  test.each([
    ["a code", "EPSB0052E", "EPSB0052E"],
    ["a long code", "OQC-OWSE0900000", "OQC-OWSE0900000"],
    ["a short number", "001", "001"],
    ["a name in Latin letters", "YAMADA-HANAKO", undefined],
    ["a name", "試験　花子", undefined],
    ["a name with a space", "SHIKEN HANAKO", undefined],
    ["a birth date", "19560131", undefined],
    ["a number of a person", "0005678", undefined],
    ["nothing", "", undefined],
  ])("a message that failed, its code being %s", async (_, code, shown) => {
    const error = await refused(
      edit(fullAnswer, [
        "<SegmentOfResult>1</SegmentOfResult>",
        `<SegmentOfResult>9</SegmentOfResult><ErrorCode>${code}</ErrorCode><ErrorMessage>試験　花子</ErrorMessage>`,
      ]),
    );
    expect(error.code).toBe("centre.failed");
    expect(error.details).toEqual(shown === undefined ? {} : { centreCode: shown });
    expect(`${error.message}${error.operatorMessage}${inspect(error)}`).not.toMatch(/花子|HANAKO|1956|0005678/);
  });

  test.each(["2", "7"])("SegmentOfResult %s is not a normal end", async (segment) => {
    const error = await refused(edit(fullAnswer, ["<SegmentOfResult>1<", `<SegmentOfResult>${segment}<`]));
    expect(error.code).toBe("centre.failed");
  });

  test("no SegmentOfResult", async () => {
    const error = await refused(edit(fullAnswer, [/<SegmentOfResult>.*/, ""]));
    expect(error).toMatchObject({ code: "wire.missing", details: { path: "header.segmentOfResult" } });
  });

  test("a decision twice", async () => {
    const error = await refused(
      edit(fullAnswer, ["<QualificationValidity>", "<QualificationValidity>2</QualificationValidity>$&"]),
    );
    expect(error.code).toBe("wire.duplicate");
  });

  test("a file that is not a document", async () => {
    const { client } = desk(fullAnswer, {
      transport: new MemoryTransport(() =>
        incoming("OQSsiquc01res", "<XmlMsg/>", { format: "pdf", bytes: new Uint8Array(3) }),
      ),
    });
    await expect(client.eligibility.verify(question)).rejects.toMatchObject({ code: "wire.unexpectedMessage" });
  });
});

describe("the file of an answer", () => {
  test("that cannot be removed costs no answer", async () => {
    const { client, transport } = desk();
    const failure = new OnshiError("folder.denied", { folder: "res" });
    const reply = { ...incoming("OQSsiquc01res", fullAnswer), acknowledge: () => Promise.reject(failure) };
    transport.exchange = () => Promise.resolve(reply);
    const answer = await client.eligibility.verify(question);
    expect(answer.validity).toBe("valid");
    expect(answer.source.leftBehind).toBe(failure);
    expect((await verify(fullAnswer)).source).not.toHaveProperty("leftBehind");
  });
});

describe("awaitAnswer", () => {
  test("asks for the reference and delivers", async () => {
    const { client, transport, answer } = desk();
    const late = await client.eligibility.awaitAnswer("REF1", { timeoutMs: 5, acceptUnchecked: true });
    expect(late.validity).toBe("valid");
    expect([transport.asked, transport.options]).toEqual([
      [["OQSsiquc01req", "REF1"]],
      [{ timeoutMs: 5, answerId: "OQSsiquc01res" }],
    ]);
    expect(answer.acknowledged()).toBe(1);
  });

  test("is not offered by every transport", async () => {
    const bare: Transport = {
      route: "bare",
      format: "json",
      charset: "utf-8",
      carriesFiles: false,
      carriesBulk: false,
      testOnly: true,
      exchange: () => Promise.reject(new Error()),
      close: () => Promise.resolve(),
    };
    const { client } = desk(fullAnswer, { transport: bare });
    await expect(client.eligibility.awaitAnswer("REF1")).rejects.toMatchObject({ code: "transport.unsupported" });
    await expect(client.checkIns().next()).rejects.toMatchObject({ code: "transport.unsupported" });
    await expect(client.card.challenge()).rejects.toMatchObject({ code: "transport.unsupported" });
  });
});

describe("what does not fit into the shape", () => {
  test("unknown elements are reported with their places, reference numbers once", async () => {
    const xml = edit(
      fullAnswer,
      ["<MessageBody>", "<MessageBody><NewOfBody>1</NewOfBody>"],
      ["<ResultOfQualificationConfirmation>", "<ResultOfQualificationConfirmation><NewOfResult>2</NewOfResult>"],
    );
    const answer = await verify(xml);
    const found = answer.unknownElements.map(({ at, element }) => `${at} ${element.name}`);
    expect(found).toContain("body NewOfBody");
    expect(found).toContain("body.results[0] NewOfResult");
    if (answer.validity !== "valid") expect.fail(answer.validity);
    const own = answer.insurances.flatMap(({ referenceNumber }) => referenceNumber ?? []);
    expect(own.length).toBeGreaterThan(0);
    expect(answer.referenceNumbers).toEqual([...new Set(own)]);
  });
});
