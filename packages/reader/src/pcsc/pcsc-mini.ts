import { OnshiError } from "@onshi/core/base";
import { type CardHandle, longestAnswer, type PcscBinding } from "./binding.ts";
import type { CardDisposition } from "../channel/channel.ts";
import { missingBinding } from "./missing-binding.ts";

/** The part of pcsc-mini that is used; its own declarations do not compile without `skipLibCheck`. */
export interface PcscMini {
  readonly Client: new () => MiniClient;
  readonly CardMode: { readonly SHARED: number };
  readonly CardDisposition: { readonly LEAVE: number; readonly RESET: number; readonly UNPOWER: number };
  readonly ReaderStatus: { readonly PRESENT: number };
}

interface MiniClient {
  on(event: "reader", listener: (reader: MiniReader) => void): unknown;
  on(event: "error", listener: (error: unknown) => void): unknown;
  reader(name: string): MiniReader | undefined;
  start(): unknown;
  stop(): void;
}

interface MiniReader {
  name(): string;
  on(event: "change", listener: (status: { has(flag: number): boolean }) => void): unknown;
  on(event: "disconnect", listener: () => void): unknown;
  connect(mode: number): Promise<MiniCard>;
}

interface MiniCard {
  state(): Promise<{ readonly atr: Uint8Array }>;
  transaction(): Promise<{ end(then: number): Promise<void> }>;
  transmit(input: Uint8Array, output: ArrayBuffer): Promise<Uint8Array>;
  disconnect(then: number): Promise<void>;
}

/** Loads pcsc-mini: prebuilt, with transactions, error codes and a clean stop (jpki-card §7). */
export async function loadPcscMini(load: () => Promise<unknown> = () => import("pcsc-mini")): Promise<PcscBinding> {
  try {
    const loaded = (await load()) as PcscMini & { readonly default?: PcscMini };
    return pcscMiniBinding(loaded.default ?? loaded);
  } catch (cause) {
    throw missingBinding("pcsc-mini", cause);
  }
}

function pcscMiniBinding(pcsc: PcscMini): PcscBinding {
  return {
    failureName: (cause) => {
      const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
      return typeof code === "string" ? code : undefined;
    },
    watch: ({ changed, gone, failed }) => {
      const client = new pcsc.Client();
      let isStopped = false;
      client.on("error", (error) => isStopped || failed(error));
      client.on("reader", (reader) => {
        const name = reader.name();
        reader.on("change", (status) => isStopped || changed(name, status.has(pcsc.ReaderStatus.PRESENT)));
        reader.on("disconnect", () => isStopped || gone(name));
      });
      client.start();
      return {
        async connect(readerName) {
          const card = await client.reader(readerName)?.connect(pcsc.CardMode.SHARED);
          // The client is kept with the card: its memory holds the card's.
          return card && miniHandle(pcsc, card, client);
        },
        stop: () => {
          isStopped = true;
          try {
            client.stop();
          } catch {
            // Without a service there is nothing to stop.
          }
        },
      };
    },
  };
}

async function miniHandle(pcsc: PcscMini, card: MiniCard, owner: MiniClient): Promise<CardHandle & { owner: unknown }> {
  const { LEAVE, RESET, UNPOWER } = pcsc.CardDisposition;
  const disposition: Readonly<Record<CardDisposition, number>> = { leave: LEAVE, reset: RESET, unpower: UNPOWER };
  const buffer = new ArrayBuffer(longestAnswer);
  let transaction: { end(then: number): Promise<void> } | undefined;
  const disconnect = async (how: CardDisposition): Promise<void> => card.disconnect(disposition[how]);
  return {
    owner,
    // The ATR in the event of the reader is wrong (jpki-card §7).
    atr: await atrOf(card, disconnect),
    async begin() {
      transaction = await card.transaction();
    },
    // Async, because a call at the wrong time throws instead of rejecting.
    transmit: async (command) => card.transmit(command, buffer),
    async end(how) {
      if (transaction === undefined) throw new OnshiError("card.sessionClosed");
      const ending = transaction;
      transaction = undefined;
      await ending.end(disposition[how]);
    },
    disconnect,
  };
}

/** Releases the card when even this fails, because the binding has few places for cards. */
async function atrOf(card: MiniCard, disconnect: (how: CardDisposition) => Promise<void>): Promise<Uint8Array> {
  try {
    const { atr } = await card.state();
    return atr;
  } catch (error) {
    await disconnect("leave").catch(() => undefined);
    throw error;
  }
}
