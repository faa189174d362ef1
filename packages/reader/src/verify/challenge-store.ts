/**
 * A challenge that a server issued for one signature.
 */
export interface IssuedChallenge {
  /** Name of the challenge in the store. */
  readonly id: string;
  /** At least 32 unpredictable bytes. */
  readonly challenge: Uint8Array;
  /** It expires at this instant. */
  readonly expiresAt: Date;
  /** The session it was issued to; undefined when it is bound to none. */
  readonly session?: string | undefined;
}

/** Who a challenge is issued to. */
export interface IssueOptions {
  /**
   * The session of the desk or browser that will answer, as the server knows it. The challenge is good in this session
   * only, and a session holds a few at most. Default: bound to none.
   */
  readonly session?: string | undefined;
}

/** Who asks for a challenge. */
export interface TakeOptions extends IssueOptions {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Where a server keeps the challenges it issued. With several processes behind one address, bring a shared store whose
 * `take` compares the session, reads and deletes in one step. `challengeStoreContract` of `@onshi/reader/verify/contract`
 * is a list of checks for such a store.
 */
export interface ChallengeStore {
  /**
   * Makes and keeps a new challenge. Beyond its quota a session loses its own oldest challenge; no session ever loses
   * one because of another.
   *
   * @throws OnshiError `token.challengeLimit` when the store is full.
   */
  issue(options?: IssueOptions): Promise<IssuedChallenge>;
  /**
   * Hands out a challenge once and forgets it, whatever becomes of the token. Expired ones are handed out too: the
   * verifier judges the time, so that late and unknown stay different answers. Undefined when there is none, or when it
   * was issued to another session; then it stays where it is, so that nobody can use up what belongs to another.
   */
  take(id: string, options?: TakeOptions): Promise<IssuedChallenge | undefined>;
}
