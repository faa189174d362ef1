/** Reads, asks the counter and signs on the card that lies in the reader. */
import { toBase64, toHex } from "@onshi/core/base";
import { waitForCard } from "@onshi/reader";

import { audience, challenge, outcome, pin, source, tell } from "./scene.ts";

const readers = source();
const card = await waitForCard({ source: readers, wait: false });
const { certificate } = await card.userAuthentication();
const { remaining } = await card.pinStatus();
let token = {};
const signed = await outcome(card.authenticate({ audience, challenge }, { pin }).then((made) => (token = made)));
const after = await outcome(card.pinStatus());
await card.close();
await readers.close();
const { readerName, atr } = card;
tell({ readerName, atr: toHex(atr), certificate: toBase64(certificate.der), remaining, token, signed, after });
