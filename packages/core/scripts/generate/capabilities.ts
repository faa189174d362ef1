/** What serves a message today. A test compares these names with the client and the mock. */
export interface Capability {
  /** Methods of the client, as a caller writes them after `onshi.`. */
  readonly client: readonly string[];
  /** Whether the simulated centre answers or sends it. */
  readonly mock: boolean;
}

/** By file id without direction; what is not named here is served by the codec alone. */
export const capabilities: Readonly<Record<string, Capability>> = {
  OQSsiquc01: { client: ["eligibility.verify"], mock: true },
  OQSsiquc01res_face: { client: ["checkIns", "card.checkIn"], mock: true },
  OQSmuquc01: { client: ["eligibility.verifyMany"], mock: true },
  OQSmuquc02: { client: ["eligibility.verifyMany", "eligibility.resumeMany"], mock: true },
  OQSsiimm01: { client: ["referenceNumbers.register"], mock: true },
  OQSmuimm01: { client: ["referenceNumbers.registerMany"], mock: true },
  OQSmuimm02: { client: ["referenceNumbers.registerMany", "referenceNumbers.resumeMany"], mock: true },
  OQSmutic01: { client: ["publicAssistance.listEntrusted"], mock: true },
  OQSmutic02: { client: ["publicAssistance.listEntrusted", "publicAssistance.resumeList"], mock: true },
  OQSmuhvq01: { client: ["homeVisits.listConsented"], mock: true },
  OQSmuhvq02: { client: ["homeVisits.listConsented", "homeVisits.resumeList"], mock: true },
  OQSmuonq01: { client: ["onlineConsultations.listConsented"], mock: true },
  OQSmuonq02: { client: ["onlineConsultations.listConsented", "onlineConsultations.resumeList"], mock: true },
  YZKsiquc01: {
    client: ["medication.history", "medication.historyPdf", "treatments.history", "treatments.historyPdf"],
    mock: true,
  },
  TKKsiquc01: { client: ["checkups.results", "checkups.resultsPdf"], mock: true },
};

/** What serves the message with a file id: request and result go together, a push stands alone. */
export function capabilityOf(id: string): Capability {
  return capabilities[id] ?? capabilities[id.replace(/(?:req|res)$/, "")] ?? { client: [], mock: false };
}
