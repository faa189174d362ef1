import { concat } from "@onshi/core/base";
import { secretCopy } from "../apdu/secret-bytes.ts";
import type { CardConnection } from "./connection.ts";

/** Sends one command APDU and returns the answer, status word included. */
export type RawTransmit = (command: Uint8Array) => Promise<Uint8Array>;

/**
 * Runs raw commands in one transaction. The first command has to select an application by name; at the end the card is
 * unpowered.
 *
 * @throws OnshiError `card.forbidden` for a command that stays closed, before the card sees it; the `card.…` codes of the
 * channel
 */
export type RawTransaction = <T>(work: (transmit: RawTransmit) => Promise<T>) => Promise<T>;

/**
 * Bypasses the allow-list: an option of {@link waitForCard}, and the method that it adds to the session. For research on
 * cards, not for products: the PIN counter is not read, the card is not compared, and a command of yours can block a PIN
 * for good.
 *
 * Still closed: the applications of the card's face and of the resident register (`D392100031…`), which hold the My
 * Number (個人番号); the signature certificate with its key and password (EF `0001`, `001A`, `001B`); any PIN but that of
 * user authentication, and a second one in one transaction; signatures over anything but a framed value; every command
 * whose target cannot be told. What passes: SELECT, READ BINARY, GET CHALLENGE, GET DATA and GET RESPONSE. Do not wait
 * for a person inside it: Windows resets a card left idle for 5 s.
 *
 * @deprecated Dangerous. Struck through so that a review sees it.
 * @example
 * ```ts
 * import { dangerouslyTransmit, inProcessSource, OnshiError, waitForCard } from "@onshi/reader";
 *
 * try {
 *   const source = inProcessSource([{ name: "Empty reader" }]);
 *   const card = await waitForCard({ source, wait: false, [dangerouslyTransmit]: true });
 *   const select = Buffer.from("00A4040C0AD392F000260100000001", "hex");
 *   await card[dangerouslyTransmit]?.(async (transmit) => console.log(await transmit(select)));
 * } catch (error) {
 *   if (OnshiError.is(error)) console.log(error.code); // "card.absent"
 * }
 * ```
 */
export const dangerouslyTransmit: unique symbol = Symbol("onshi.dangerouslyTransmit");

/** Adds the raw commands to a session. */
export function withRawCommands<Session extends object>(session: Session, connection: CardConnection): Session {
  const transaction: RawTransaction = (work) =>
    connection.transaction("unpower", ({ gate }) =>
      work(async (command) => {
        // A copy: what was judged is what is sent, whatever the caller does to the bytes in the meantime.
        const copy = secretCopy(command);
        try {
          const { data, statusWord } = await gate.transmitRaw(copy);
          return concat(data, Uint8Array.of(statusWord >> 8, statusWord & 0xff));
        } finally {
          copy.fill(0);
        }
      }),
    );
  return Object.defineProperty(session, dangerouslyTransmit, { value: transaction });
}
