/**
 * Checks for challenge stores of your own; for tests, with any test runner.
 *
 * @module
 */
export {
  type ChallengeStoreCheck,
  challengeStoreContract,
  type ChallengeStoreUnderTest,
} from "./challenge-store-contract.ts";
