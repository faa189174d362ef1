import type { Clock } from "@onshi/core/base";

const freeTries = 5;
const longestPauseMs = 60_000;

/** Slows down anybody who guesses passwords. */
export interface LoginThrottle {
  /** Milliseconds until an account may try again; 0 when it may now. */
  waitMs(account: string): number;
  /** Records how a try ended. Only a success resets the pauses. */
  note(account: string, isRight: boolean): void;
}

/**
 * Five wrong passwords in a row are free; each further one doubles the pause before the next try, from one second up to a
 * minute. What is counted is the institution that the client certificate names: the caller cannot make that up.
 */
export function loginThrottle(clock: Clock): LoginThrottle {
  const failures = new Map<string, { count: number; closedUntil: number }>();
  return {
    waitMs: (account) => Math.max(0, (failures.get(account)?.closedUntil ?? 0) - clock.now().getTime()),
    note(account, isRight) {
      if (isRight) {
        failures.delete(account);
        return;
      }
      const count = (failures.get(account)?.count ?? 0) + 1;
      const pause = count < freeTries ? 0 : Math.min(longestPauseMs, 1000 * 2 ** (count - freeTries));
      failures.set(account, { count, closedUntil: clock.now().getTime() + pause });
    },
  };
}
