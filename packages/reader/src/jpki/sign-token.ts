import { createHash } from "node:crypto";
import { type CardToken, cardTokenFormat, concat, OnshiError, toBase64 } from "@onshi/core/base";
import { sha256DigestInfo } from "../apdu/card-map.ts";
import { computeSignature } from "../apdu/command.ts";
import { exchange } from "../apdu/exchange.ts";
import { type NamedFile, sendOnFile } from "../apdu/file-naming.ts";
import { unexpected } from "../apdu/response.ts";
import { algorithmOfKey, verifyTokenSignature } from "../token/algorithms.ts";
import { appVersion } from "../token/app-version.ts";
import { publicKeyOf, type UserAuthenticationCertificate } from "./certificate.ts";

/**
 * Refuses a certificate whose key the package cannot sign with, before anyone is asked for a PIN. The algorithm follows
 * the key; the commands of the next card generation (EC keys) are not public (jpki-card §6.3).
 */
export function assertCanSign(certificate: UserAuthenticationCertificate): void {
  if (algorithmOfKey(publicKeyOf(certificate)) !== "RS256") {
    throw new OnshiError("card.unexpectedAnswer", { variant: "keyType" });
  }
}

/**
 * Lets the card sign a framed value, the PIN having been verified, and makes the token. The signature is checked against
 * the certificate, so that a card swapped at the last moment or a garbled answer never becomes a token.
 */
export async function signToken(
  key: NamedFile,
  certificate: UserAuthenticationCertificate,
  framed: Uint8Array,
): Promise<CardToken> {
  const digest = createHash("sha256").update(framed).digest();
  const input = concat(sha256DigestInfo, digest);
  const response = await sendOnFile(key, "sign", (file) => exchange(key.gate, computeSignature(file, input)));
  if (response.meaning !== "ok") throw unexpected(response);
  const algorithm = "RS256";
  if (!verifyTokenSignature(algorithm, framed, publicKeyOf(certificate), response.data)) {
    throw unexpected(response, "signature");
  }
  return {
    format: cardTokenFormat,
    unverifiedCertificate: toBase64(certificate.der),
    algorithm,
    signature: toBase64(response.data),
    appVersion,
  };
}
