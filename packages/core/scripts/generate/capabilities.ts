/** What serves a message today. A test holds these names against the client and the mock. */
export interface Capability {
  /** Methods of the client, as a caller writes them behind `onshi.`. */
  readonly client: readonly string[];
  /** Whether the simulated centre answers or sends it. */
  readonly mock: boolean;
}

/** By file id without direction; what is not named here is served by the codec alone. */
export const capabilities: Readonly<Record<string, Capability>> = {
  OQSsiquc01: { client: ["eligibility.verify"], mock: true },
  OQSsiquc01res_face: { client: ["checkIns", "card.checkIn"], mock: true },
  OQSmuquc01: { client: ["eligibility.verifyMany"], mock: true },
  OQSmuquc02: { client: ["eligibility.verifyMany"], mock: true },
  OQSsiimm01: { client: [], mock: true },
  OQSmuimm01: { client: [], mock: true },
  OQSmuimm02: { client: [], mock: true },
  OQSmutic01: { client: [], mock: true },
  OQSmutic02: { client: [], mock: true },
  OQSmuhvq01: { client: [], mock: true },
  OQSmuhvq02: { client: [], mock: true },
  OQSmuonq01: { client: [], mock: true },
  OQSmuonq02: { client: [], mock: true },
  YZKsiquc01: { client: ["medication.history"], mock: true },
  TKKsiquc01: { client: [], mock: true },
};

/** What serves the message with a file id: request and result go together, a push stands alone. */
export function capabilityOf(id: string): Capability {
  return capabilities[id] ?? capabilities[id.replace(/(?:req|res)$/, "")] ?? { client: [], mock: false };
}
