import { OnshiError, terminalValue, toBase64 } from "@onshi/core/base";
import type { UserAuthenticationCertificate } from "../jpki/certificate.ts";
import type { MyNumberCard } from "../jpki/my-number-card.ts";
import type { ReaderSource } from "../channel/reader-source.ts";
import type { CliArguments } from "./arguments.ts";
import { certificateFacts, certificateLines, pem } from "./certificate-text.ts";
import { type CliIo, type ExitCode, exitCode, printJson } from "./output.ts";
import { pinFrom } from "./pin-source.ts";

/** A command that needs a card. */
export type CardCommand = (card: MyNumberCard, args: CliArguments, io: CliIo) => Promise<ExitCode>;

/** `onshi-card list` */
export async function listReaders(source: ReaderSource, { json }: CliArguments, io: CliIo): Promise<ExitCode> {
  for (const { name, cardPresent } of await source.list()) {
    if (json) printJson(io, "reader", { name, cardPresent });
    else io.out(`${terminalValue(name)}\t${cardPresent ? "カードあり (card)" : "カードなし (empty)"}\n`);
  }
  return exitCode.done;
}

/** `onshi-card status`. A blocked PIN is the negative answer. */
export const showStatus: CardCommand = async (card, { json }, io) => {
  const certificate = await certificateWithoutPin(card);
  const [pin, kind] = [await card.pinStatus(), await card.kind()];
  if (json) {
    const facts = certificate && { certificate: certificateFacts(certificate) };
    printJson(io, "status", { reader: card.readerName, kind, pin, ...facts });
  } else {
    const tries = pin.remaining === 0 ? "ロック (blocked)" : `残り${pin.remaining}回 (tries left)`;
    const rest = certificate ? certificateLines(certificate) : "証明書 (certificate): 暗証番号が必要 (needs the PIN)\n";
    io.out(
      `リーダー (reader): ${terminalValue(card.readerName)}\n種類 (kind): ${kind}\n暗証番号 (PIN): ${tries}\n${rest}`,
    );
  }
  return pin.remaining === 0 ? exitCode.negative : exitCode.done;
};

/** A phone shows its certificate only after the PIN, but the rest of its state is still worth knowing. */
async function certificateWithoutPin(card: MyNumberCard): Promise<UserAuthenticationCertificate | undefined> {
  try {
    return (await card.userAuthentication()).certificate;
  } catch (error) {
    if (OnshiError.is(error) && error.code === "card.pinRequired") return undefined;
    throw error;
  }
}

/** `onshi-card certificate` */
export const showCertificate: CardCommand = async (card, args, io) => {
  // With a descriptor the PIN is available for a phone; a card never gets it.
  const pin = args.pinDescriptor === undefined ? {} : { pin: pinFrom(args, io), allowLastTry: args.allowLastTry };
  const { certificate } = await card.userAuthentication({ ...pin, signal: io.signal });
  io.out(certificateText(certificate, args));
  return exitCode.done;
};

/** `onshi-card transcript`: what a session without a PIN sends to the card. The session's sink writes it. */
export const playSession: CardCommand = async (card) => {
  await card.kind();
  await card.certificateAvailability();
  await card.pinStatus();
  await card.userAuthentication();
  return exitCode.done;
};

function certificateText(certificate: UserAuthenticationCertificate, { json, pem: asPem }: CliArguments): string {
  if (!json) return asPem ? pem(certificate.der) : certificateLines(certificate);
  const encoded = asPem ? { pem: pem(certificate.der) } : { der: toBase64(certificate.der) };
  return `${JSON.stringify({ v: 1, type: "certificate", ...certificateFacts(certificate), ...encoded })}\n`;
}

/** `onshi-card sign`. The token goes to standard output in both forms; it is JSON anyway. */
export const signChallenge: CardCommand = async (card, args, io) => {
  const { audience = "", challenge = "", allowLastTry, json } = args;
  const pin = pinFrom(args, io);
  const token = await card.authenticate({ audience, challenge }, { pin, allowLastTry, signal: io.signal });
  if (json) printJson(io, "token", { token });
  else io.out(`${JSON.stringify(token)}\n`);
  return exitCode.done;
};
