import type { KeyObject } from "node:crypto";
import { concat, fromHex } from "@onshi/core/base";
import { statusWord } from "./answer.ts";
import type { DeviceProfile } from "./device-profile.ts";
import type { Application, DataFile, ElementaryFile } from "./file-system.ts";
import type { VirtualCardQuirks } from "./quirks.ts";
import type { Secret } from "./secret.ts";
import { tokenInformation } from "./token-information.ts";

/** One key pair's half of the application: key, certificate, authority, and the secret that guards the key. */
export interface Credential {
  readonly key: KeyObject;
  readonly certificate: Uint8Array;
  readonly authority: Uint8Array;
}

/** What the JPKI application is personalised with. */
export interface Personalisation {
  readonly authentication: Credential;
  /** A holder under 15, for instance, has none. */
  readonly signature: Credential | undefined;
  readonly pin: Secret;
  readonly password: Secret;
  readonly profile: DeviceProfile;
  readonly quirks: VirtualCardQuirks;
}

/** The 公的個人認証AP with its elementary files (`jpki-card §1.2`). */
export function jpkiApplication(card: Personalisation): Application {
  return {
    aid: fromHex("D392F000260100000001"),
    files: new Map([...commonFiles(card), ...authenticationFiles(card), ...signatureFiles(card)]),
    sealed: false,
    sessionKeyAnswer: statusWord.securityNotSatisfied,
  };
}

type Files = readonly (readonly [identifier: number, file: ElementaryFile])[];

function commonFiles({ authentication, signature, profile, quirks }: Personalisation): Files {
  const issued = (isIssued: boolean): number => (isIssued ? 0x8f : 0x00);
  // Which certificates there are: signature, user authentication, not known.
  const availability = Uint8Array.of(
    issued(signature !== undefined),
    issued(quirks.authenticationCertificate === undefined),
    0x00,
  );
  const closed = { kind: "closed" } as const;
  return [
    [0x0006, free(tokenInformation(profile.label, authentication.certificate))],
    [0x0008, free(availability)],
    // They exist, but their meaning is not public; that a read is answered 6982 is known for 0009 only, the rest is a
    // guess.
    ...[0x0005, 0x0009, 0x0010, 0x0016, 0x0019, 0x001c, 0x001e].map((identifier) => [identifier, closed] as const),
  ];
}

function authenticationFiles({ authentication, pin, profile, quirks }: Personalisation): Files {
  const content = quirks.authenticationCertificate ? new Uint8Array() : filled(authentication.certificate, quirks);
  const certificate: DataFile = profile.guardsAuthenticationCertificate
    ? { kind: "data", content, guard: pin }
    : free(content);
  return [
    ...(quirks.authenticationCertificate === "missing" ? [] : [[0x000a, certificate] as const]),
    [0x000b, free(filled(authentication.authority, quirks))],
    [0x0017, { kind: "key", key: authentication.key, guard: pin }],
    [0x0018, { kind: "secret", secret: pin }],
  ];
}

/** The password's file exists even without a certificate: OpenSC refuses a card that lacks it (`jpki-card §2.7`). */
function signatureFiles({ signature, password, quirks }: Personalisation): Files {
  const secret = [0x001b, { kind: "secret", secret: password }] as const;
  if (!signature) return [secret];
  return [
    [0x0001, { kind: "data", content: filled(signature.certificate, quirks), guard: password }],
    [0x0002, free(filled(signature.authority, quirks))],
    [0x001a, { kind: "key", key: signature.key, guard: password }],
    secret,
  ];
}

const free = (content: Uint8Array): DataFile => ({ kind: "data", content });

const filled = (certificate: Uint8Array, { filler = 0 }: VirtualCardQuirks): Uint8Array =>
  concat(certificate, new Uint8Array(filler).fill(0xff));
