import { fromHex } from "@onshi/core/base";
import { statusWord } from "./answer.ts";
import type { Application, ElementaryFile } from "./file-system.ts";
import { Secret } from "./secret.ts";

/**
 * The card-face applications 券面事項入力補助AP and 券面事項確認AP (`jpki-card §1.3`, §1.4). They can be selected, so that a client
 * that strays there is noticed, but they hold no personal number, name or photo: their secrets are blocked for good and
 * every read is answered `6982`.
 */
export function faceApplications(): readonly Application[] {
  return [
    sealed("D3921000310001010408", {
      data: [0x0001, 0x0002, 0x0003, 0x0004, 0x0005, 0x0006, 0x0007],
      secrets: [0x0011, 0x0012, 0x0014, 0x0015],
      sessionKeyAnswer: statusWord.done,
    }),
    sealed("D3921000310001010402", {
      data: [0x0001, 0x0002, 0x0003, 0x0004, 0x0005, 0x0006],
      secrets: [0x0011, 0x0012, 0x0013],
      sessionKeyAnswer: statusWord.sessionKeyRefused,
    }),
  ];
}

function sealed(
  aid: string,
  { data, secrets, sessionKeyAnswer }: { data: number[]; secrets: number[]; sessionKeyAnswer: number },
): Application {
  const files = new Map<number, ElementaryFile>([
    ...data.map((identifier) => [identifier, { kind: "closed" }] as const),
    ...secrets.map((identifier) => [identifier, { kind: "secret", secret: Secret.blocked() }] as const),
  ]);
  return { aid: fromHex(aid), files, sealed: true, sessionKeyAnswer };
}
