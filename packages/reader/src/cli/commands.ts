import { toBase64 } from "@onshi/core/base";
import type { UserAuthenticationCertificate } from "../jpki/certificate.ts";
import type { MyNumberCard } from "../jpki/my-number-card.ts";
import type { ReaderSource } from "../pcsc/channel.ts";
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
    else io.out(`${name}\t${cardPresent ? "カードあり (card)" : "カードなし (empty)"}\n`);
  }
  return exitCode.done;
}

/** `onshi-card status`. A blocked PIN is the negative answer. */
export const showStatus: CardCommand = async (card, { json }, io) => {
  const { certificate } = await card.userAuthentication();
  const pin = await card.pinStatus();
  if (json) {
    printJson(io, "status", { reader: card.readerName, pin, certificate: certificateFacts(certificate) });
  } else {
    const tries = pin.remaining === 0 ? "ロック (blocked)" : `残り${pin.remaining}回 (tries left)`;
    io.out(`リーダー (reader): ${card.readerName}\n暗証番号 (PIN): ${tries}\n${certificateLines(certificate)}`);
  }
  return pin.remaining === 0 ? exitCode.negative : exitCode.done;
};

/** `onshi-card certificate` */
export const showCertificate: CardCommand = async (card, args, io) => {
  const { certificate } = await card.userAuthentication();
  io.out(certificateText(certificate, args));
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
