import type { CardToken } from "../../base/index.ts";
import { checkInId } from "../../messages/index.ts";
import type { CardChallenge } from "../../transports/index.ts";
import { type CheckIn, openedCheckIn } from "./check-ins.ts";
import { type ClientContext, exchangeOptions } from "../context.ts";
import type { CallOptions } from "../options.ts";
import { assertCompleted } from "../outcome.ts";
import { assertCardFits } from "../test-guard.ts";

/** What the patient chose on the screen. A choice is not a consent: that is what the centre's answer states. */
export interface PatientChoice {
  /** 薬剤情報 */
  readonly medication?: boolean;
  /** 診療情報 */
  readonly treatment?: boolean;
  /** 手術情報 */
  readonly surgery?: boolean;
  /** 特定健診情報 */
  readonly checkup?: boolean;
  /** 限度額適用認定証 */
  readonly limitCertificate?: boolean;
}

/** Check-in with the My Number Card over HTTPS. The SDK's own profile: the national card protocol is not public. */
export interface CardCapability {
  /**
   * Gets a one-time challenge for the card to sign.
   *
   * @throws OnshiError `transport.unsupported` on the folder exchange, where the desk's own reader does this;
   *   `token.challengeLimit` when the server has no room for another challenge; the errors of the transport
   */
  challenge(options?: CallOptions): Promise<CardChallenge>;
  /**
   * Sends the signed challenge and the patient's choices; the answer is the same as from the reader at the desk.
   *
   * @throws OnshiError `request.invalid` (`token`) for a test card on a transport without `testOnly`, or a real one with it;
   *   `token.…` when the server names why it does not accept the token, else `http.status`; `centre.failed` when the
   *   centre failed; the errors of the transport
   */
  checkIn(challenge: CardChallenge, token: CardToken, choice?: PatientChoice, options?: CallOptions): Promise<CheckIn>;
}

/** The capability over a client's context. */
export function cardCapability(context: ClientContext): CardCapability {
  const { door } = context;
  return {
    challenge: async (options = {}) => {
      context.assertOpen();
      return door.challenge(exchangeOptions(context, options));
    },
    checkIn: async (challenge, token, choice = {}, options = {}) => {
      context.assertOpen();
      door.assertTakesCards();
      assertCardFits(context.transport, token);
      const body = { token, challengeId: challenge.id, consents: { ...choice } as Readonly<Record<string, boolean>> };
      const layout = context.codec.layout(checkInId);
      return door.cardCheckIn(body, layout, exchangeOptions(context, options), (incoming) => {
        const opened = openedCheckIn(context, incoming);
        assertCompleted(opened.about.header, incoming.rawBytes);
        return opened;
      });
    },
  };
}
