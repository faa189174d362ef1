import { isMainThread } from "node:worker_threads";
import { OnshiError } from "@onshi/core/base";
import { type CardHandle, longestAnswer, type PcscBinding } from "./binding.ts";
import type { CardDisposition } from "../channel/channel.ts";
import { missingBinding } from "./missing-binding.ts";
import { failureNameOf } from "./pcsc-failure.ts";

/** The part of pcsclite that is used: a factory, called once per watch. */
export type Pcsclite = () => LiteService;

interface LiteService {
  on(event: "reader", listener: (reader: LiteReader) => void): unknown;
  on(event: "error", listener: (error: unknown) => void): unknown;
  close(): void;
}

interface LiteReader {
  readonly name: string;
  connected: boolean;
  readonly SCARD_SHARE_EXCLUSIVE: number;
  readonly SCARD_STATE_PRESENT: number;
  readonly SCARD_LEAVE_CARD: number;
  readonly SCARD_RESET_CARD: number;
  readonly SCARD_UNPOWER_CARD: number;
  on(event: "status", listener: (status: { readonly state: number; readonly atr?: Uint8Array }) => void): unknown;
  on(event: "end", listener: () => void): unknown;
  on(event: "error", listener: (error: unknown) => void): unknown;
  connect(options: { readonly share_mode: number }, done: (error: unknown, protocol?: number) => void): void;
  disconnect(disposition: number, done: (error: unknown) => void): void;
  transmit(data: Buffer, room: number, protocol: number, done: (error: unknown, answer?: Buffer) => void): void;
  close(): void;
}

/** A reader with the ATR of its last status. */
interface KnownReader {
  readonly reader: LiteReader;
  atr: Uint8Array;
}

/**
 * Loads pcsclite. It has no transactions, so the card is held exclusively from connection to disconnection; and it runs
 * on the default event loop: in a worker thread it would crash the whole process (jpki-card §7).
 */
export async function loadPcsclite(
  load: () => Promise<unknown> = () => import("pcsclite"),
  inMainThread: boolean = isMainThread,
): Promise<PcscBinding> {
  if (!inMainThread) {
    throw new OnshiError("card.adapterMissing", { variant: "pcsc-mini" }, { cause: new Error("not the main thread") });
  }
  try {
    const loaded = (await load()) as Pcsclite | { readonly default: Pcsclite };
    return pcscliteBinding(typeof loaded === "function" ? loaded : loaded.default);
  } catch (cause) {
    throw missingBinding("pcsclite", cause);
  }
}

function pcscliteBinding(pcsclite: Pcsclite): PcscBinding {
  return {
    failureName: (cause) => {
      // An error can be told only by the number in its text; on Windows the words around it are garbled.
      const number = cause instanceof Error ? /\(0x([0-9a-f]+)\)/i.exec(cause.message)?.[1] : undefined;
      return number === undefined ? undefined : failureNameOf(Number.parseInt(number.slice(-8), 16));
    },
    watch: ({ changed, gone, failed }) => {
      const service = pcsclite();
      const readers = new Map<string, KnownReader>();
      let isStopped = false;
      // These listeners stay: after close() comes a spurious "Command cancelled", which must not go unhandled.
      const fail = (error: unknown): void => void (isStopped || failed(error));
      service.on("error", fail);
      service.on("reader", (reader) => {
        const known: KnownReader = { reader, atr: new Uint8Array() };
        reader.on("error", fail);
        if (isStopped) return reader.close();
        readers.set(reader.name, known);
        reader.on("status", ({ state, atr }) => {
          known.atr = atr ?? new Uint8Array();
          if (!isStopped) changed(reader.name, (state & reader.SCARD_STATE_PRESENT) !== 0);
        });
        reader.on("end", () => {
          readers.delete(reader.name);
          if (!isStopped) gone(reader.name);
        });
      });
      return {
        async connect(readerName) {
          const known = readers.get(readerName);
          return known && connectLite(known);
        },
        stop: () => {
          isStopped = true;
          // Not at once: the service starts in the next tick, and if it is closed before that it never ends.
          setImmediate(() => {
            for (const { reader } of readers.values()) reader.close();
            service.close();
          });
        },
      };
    },
  };
}

async function connectLite({ reader, atr }: KnownReader): Promise<CardHandle> {
  // A reader whose disconnection failed still counts as connected, and would silently hand out the old handle.
  if (reader.connected) await disconnectLite(reader, "unpower").catch(() => (reader.connected = false));
  const protocol = await new Promise<number | undefined>((resolve, reject) => {
    reader.connect({ share_mode: reader.SCARD_SHARE_EXCLUSIVE }, settle(resolve, reject));
  });
  if (protocol === undefined) throw new OnshiError("card.communication");
  const disconnect = (how: CardDisposition): Promise<void> => disconnectLite(reader, how);
  return {
    atr,
    // Nobody else reaches an exclusive card anyway.
    begin: async () => undefined,
    transmit: async (command) => {
      // A view, not a copy: the caller wipes the bytes of a PIN.
      const data = Buffer.from(command.buffer, command.byteOffset, command.byteLength);
      const answer = await new Promise<Uint8Array | undefined>((resolve, reject) => {
        reader.transmit(data, longestAnswer, protocol, settle(resolve, reject));
      });
      return answer ?? new Uint8Array();
    },
    // There is no reconnection either: cutting the power means disconnecting, and the session connects again.
    end: async (how) => (how === "leave" ? undefined : disconnect(how)),
    disconnect,
  };
}

function disconnectLite(reader: LiteReader, how: CardDisposition): Promise<void> {
  const { SCARD_LEAVE_CARD: leave, SCARD_RESET_CARD: reset, SCARD_UNPOWER_CARD: unpower } = reader;
  return new Promise((resolve, reject) => {
    reader.disconnect({ leave, reset, unpower }[how], settle(resolve, reject));
  });
}

function settle<T>(resolve: (value: T) => void, reject: (error: unknown) => void): (error: unknown, value: T) => void {
  return (error, value) => (error ? reject(error) : resolve(value));
}
