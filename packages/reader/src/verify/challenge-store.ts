/**
 * A challenge that a server issued for one signature.
 */
export interface IssuedChallenge {
  /** Name of the challenge in the store. */
  readonly id: string;
  /** At least 32 unpredictable bytes. */
  readonly challenge: Uint8Array;
  /** From this instant on it is worth nothing. */
  readonly expiresAt: Date;
}

/**
 * Where a server keeps the challenges it issued. With several processes behind one address, bring a shared store whose
 * `take` reads and deletes in one step (as `GETDEL` of Redis does).
 */
export interface ChallengeStore {
  /** Makes and keeps a new challenge. */
  issue(): Promise<IssuedChallenge>;
  /**
   * Hands out a challenge once and forgets it, whatever becomes of the token. Expired ones are handed out too: the
   * verifier judges the time, so that late and unknown stay different answers. Undefined when there is none.
   */
  take(id: string): Promise<IssuedChallenge | undefined>;
}
