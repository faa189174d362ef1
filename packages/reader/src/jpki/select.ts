import { fromHex, OnshiError } from "@onshi/core/base";
import { jpkiApplication } from "../apdu/card-map.ts";
import { selectApplication } from "../apdu/command.ts";
import { statusText } from "../apdu/response.ts";
import type { Turn } from "./connection.ts";

/**
 * Selects the JPKI application (公的個人認証AP). A card is recognised by it and never by its ATR (jpki-card §1.6).
 *
 * The very first command after power-up may be answered `6F00` once, as measured on one card; SELECT changes no counter,
 * so it alone is repeated (jpki-card §2.1).
 */
export async function selectJpki({ gate, isFresh }: Turn): Promise<void> {
  const command = selectApplication(fromHex(jpkiApplication));
  let response = await gate.transmit(command);
  if (response.statusWord === 0x6f00 && isFresh) response = await gate.transmit(command);
  if (response.meaning !== "ok" && response.meaning !== "moreData") {
    throw new OnshiError("card.notJpki", { statusWord: statusText(response.statusWord) });
  }
}
