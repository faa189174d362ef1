import { EventEmitter } from "node:events";

/** An error as pcsclite throws it: the number is in the text only. */
export const liteError = (number: number | bigint, text = "Some words."): Error =>
  new Error(`SCardTransmit error: ${text}(0x${number.toString(16)})`);

type Done = (error: unknown, value?: unknown) => void;

/** A reader that behaves as pcsclite's does: `connected` outlives a failed disconnection. */
export class FakeLiteReader extends EventEmitter {
  readonly name: string;
  readonly SCARD_SHARE_EXCLUSIVE = 1;
  readonly SCARD_STATE_PRESENT = 0x20;
  readonly SCARD_LEAVE_CARD = 0;
  readonly SCARD_RESET_CARD = 1;
  readonly SCARD_UNPOWER_CARD = 2;
  connected: boolean = false;
  /** Every call. */
  readonly log: string[] = [];
  /** Errors for the next calls, by the name of the call; each is given once. */
  readonly failures: Map<string, Error[]> = new Map();
  readonly answers: Buffer[] = [];
  /** Answers when that list is empty; 9000 without it. */
  answer?: (command: Uint8Array) => Uint8Array;
  /** What was handed over to be sent. */
  readonly sent: Buffer[] = [];

  constructor(name: string) {
    super();
    this.name = name;
  }

  move(cardPresent: boolean): void {
    const state = cardPresent ? this.SCARD_STATE_PRESENT : 0x10;
    this.emit("status", { state, ...(cardPresent && { atr: Buffer.from("3B00", "hex") }) });
  }

  connect({ share_mode }: { readonly share_mode: number }, done: Done): void {
    if (this.connected) return done(undefined);
    this.#do(`connect ${share_mode}`, done, () => {
      this.connected = true;
      return 2;
    });
  }

  disconnect(how: number, done: Done): void {
    this.#do(`disconnect ${how}`, done, () => void (this.connected = false));
  }

  transmit(data: Buffer, room: number, protocol: number, done: Done): void {
    this.sent.push(data);
    this.#do(
      `transmit ${data.toString("hex")} ${room} ${protocol}`,
      done,
      () => this.answers.shift() ?? Buffer.from(this.answer?.(data) ?? [0x90, 0]),
    );
  }

  close(): void {
    this.log.push("close");
  }

  #do(call: string, done: Done, work: () => unknown): void {
    this.log.push(call);
    const error = this.failures.get(call.split(" ")[0] ?? "")?.shift();
    setImmediate(() => (error === undefined ? done(undefined, work()) : done(error)));
  }
}

/** The service behind pcsclite's factory, with one reader. */
export class FakeLiteService extends EventEmitter {
  readonly reader: FakeLiteReader = new FakeLiteReader("Reader A");
  isClosed = false;

  constructor(cardPresent: boolean) {
    super();
    setImmediate(() => {
      this.emit("reader", this.reader);
      this.reader.move(cardPresent);
    });
  }

  /** Like the real one: the end is reported as an error. */
  close(): void {
    this.isClosed = true;
    setImmediate(() => this.emit("error", liteError(0x80100002, "Command cancelled.")));
  }
}
