import { type Clock, type Random, randomText } from "@onshi/core/base";

/** One institution that has logged in. */
export interface Session {
  /** Tells sessions apart; it is not secret and cannot be used to log in. */
  readonly id: string;
  readonly institutionCode: string;
  readonly expiresAt: Date;
  /** The challenge that was issued last, for a check-in that does not name one. */
  latestChallenge?: string;
}

/** What `/auth` hands out; opaque to the client. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly idToken: string;
}

/** Who is logged in. */
export interface Sessions {
  open(institutionCode: string): Tokens;
  /** The live session of an idToken. */
  find(idToken: string | undefined): Session | undefined;
}

/** Sessions in memory; each expires by itself. */
export function sessionStore(clock: Clock, random: Random, lifetimeMs: number): Sessions {
  const sessions = new Map<string, Session>();
  let opened = 0;
  const token = (): string => randomText(random, 40);
  const sweep = (now: number): void => {
    for (const [idToken, { expiresAt }] of sessions) if (expiresAt.getTime() <= now) sessions.delete(idToken);
  };
  return {
    open(institutionCode) {
      const now = clock.now().getTime();
      sweep(now);
      const tokens = { accessToken: token(), refreshToken: token(), idToken: token() };
      sessions.set(tokens.idToken, { id: String(++opened), institutionCode, expiresAt: new Date(now + lifetimeMs) });
      return tokens;
    },
    find(idToken = "") {
      const session = sessions.get(idToken);
      return session && clock.now().getTime() < session.expiresAt.getTime() ? session : undefined;
    },
  };
}
