/**
 * A whole simulated eligibility centre for offline development: personas, folder terminal, HTTPS service, virtual My
 * Number Cards.
 *
 * @module
 */
export { type Centre, type CentreOptions, createCentre } from "./centre/centre.ts";
export type { PatientChoices, ViewingKind } from "./centre/patient-choices.ts";
export { parsePersonas, shippedPersonas } from "./centre/personas/load-personas.ts";
export type {
  ExpectedNextStep,
  ExpectedStep,
  InquiryKeys,
  MedicalHistory,
  Persona,
  PersonData,
  RegisteredInsurance,
} from "./centre/personas/persona.ts";
export { seededRandom } from "./centre/seeded-random.ts";
export {
  type Mock,
  type MockFolderOptions,
  type MockOptions,
  type MockWebOptions,
  startMock,
  type WebDoor,
} from "./mock.ts";
export type { FolderPaths } from "./terminal/folders.ts";
export type { TerminalBehaviour } from "./terminal/terminal.ts";
