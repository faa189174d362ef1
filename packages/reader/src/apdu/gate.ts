import { type Clock, OnshiError } from "@onshi/core/base";
import type { CardChannel, CardDisposition } from "../channel/channel.ts";
import { type Admission, admit, type Selection } from "./allow-list.ts";
import { instruction } from "./command.ts";
import { admitRaw, isSecretCommand } from "./raw-commands.ts";
import { type CardResponse, parseResponse } from "./response.ts";
import type { StatusMeaning } from "./status-word.ts";

/** Answers after which the file named by the command is the current one. */
const keepsFile: ReadonlySet<StatusMeaning> = new Set(["ok", "moreData", "endOfFile", "exactLength", "counter"]);

/** How long a card may take to answer. */
export interface Patience {
  readonly ms: number;
  readonly clock: Clock;
}

/**
 * The one place that holds a {@link CardChannel}: no command of this package reaches a card in any other way.
 *
 * It passes only what the allow-list names, and only inside a transaction that began with a SELECT, because between
 * transactions another process may have selected something else. At most one PIN goes through a transaction. The first
 * error of the channel closes the gate for good: the same handle may reach another person's card after a quick swap.
 */
export class CardGate {
  readonly #channel: CardChannel;
  readonly #patience: Patience | undefined;
  #selection: Selection = {};
  #state: "idle" | "open" | "closed" = "idle";
  #pinSent = false;
  #sent = 0;

  constructor(channel: CardChannel, patience?: Patience) {
    this.#channel = channel;
    this.#patience = patience;
  }

  /** How many commands were sent since the card was powered. */
  get sent(): number {
    return this.#sent;
  }

  /** False once the channel was closed or has failed. */
  get isUsable(): boolean {
    return this.#state !== "closed";
  }

  /** Starts a transaction, in which nothing is selected. */
  async begin(): Promise<void> {
    if (this.#state !== "idle") throw new OnshiError("card.sessionClosed");
    await this.#guarded(() => this.#channel.begin());
    this.#state = "open";
    this.#selection = {};
    this.#pinSent = false;
  }

  /** Sends a command that the allow-list names; throws `card.forbidden` for any other, before the card sees it. */
  transmit(command: Uint8Array): Promise<CardResponse> {
    return this.#send(command, admit);
  }

  /** Sends a command that is judged by {@link admitRaw} instead of the allow-list. */
  transmitRaw(command: Uint8Array): Promise<CardResponse> {
    return this.#send(command, admitRaw);
  }

  async #send(command: Uint8Array, judge: (at: Selection, command: Uint8Array) => Admission): Promise<CardResponse> {
    if (this.#state === "closed") throw new OnshiError("card.sessionClosed");
    if (this.#state === "idle") throw new OnshiError("card.forbidden");
    const before = this.#selection;
    const { command: parsed, after } = judge(before, command);
    this.#countPin(isSecretCommand(parsed));
    // Until the answer arrives nothing is known, not even for a command sent in the meantime.
    this.#selection = {};
    this.#sent += 1;
    const response = await this.#guarded(async () => parseResponse(await this.#answered(command)));
    this.#selection = selectionFrom(before, after, parsed.ins, response);
    return response;
  }

  /** Never a second VERIFY in one transaction: the card may have counted the first although its answer was lost. */
  #countPin(isPin: boolean): void {
    if (isPin && this.#pinSent) throw new OnshiError("card.forbidden");
    this.#pinSent ||= isPin;
  }

  /** Ends the transaction. It never throws: when the channel fails here, the gate closes with the card unpowered. */
  async end(how: CardDisposition): Promise<void> {
    if (this.#state !== "open") return;
    this.#state = "idle";
    this.#selection = {};
    try {
      await this.#channel.end(how);
    } catch {
      await this.close("unpower");
    }
  }

  /** Disconnects. Even if that fails, nothing goes through afterwards. */
  async close(how: CardDisposition): Promise<void> {
    if (this.#state === "closed") return;
    this.#state = "closed";
    this.#selection = {};
    try {
      await this.#channel.close(how);
    } catch {
      // The handle is gone either way, and nobody could do anything about it.
    }
  }

  /** The answer, if it comes in time. A later one is dropped: the session is over by then. */
  async #answered(command: Uint8Array): Promise<Uint8Array> {
    const answer = this.#channel.transmit(command);
    if (this.#patience === undefined) return answer;
    const { ms, clock } = this.#patience;
    const answered = new AbortController();
    const late = clock.sleep(ms, answered.signal).then(() => undefined);
    try {
      const first = await Promise.race([answer, late]);
      if (first !== undefined) return first;
    } finally {
      answered.abort();
    }
    answer.catch(() => undefined);
    this.#state = "closed";
    // Not awaited: a driver that hangs in one call hangs in the next one too.
    this.#channel.close("unpower").catch(() => undefined);
    throw new OnshiError("card.timeout", { waitedMs: ms });
  }

  async #guarded<T>(action: () => Promise<T>): Promise<T> {
    try {
      return await action();
    } catch (error) {
      // Unpowered, so that a PIN that was just verified does not stay valid for the next process (jpki-card §5).
      await this.close("unpower");
      throw OnshiError.is(error) ? error : new OnshiError("card.communication", {}, { cause: error });
    }
  }
}

function selectionFrom(before: Selection, after: Selection, ins: number, { meaning }: CardResponse): Selection {
  if (keepsFile.has(meaning)) return { ...after, moreData: meaning === "moreData" };
  // After a refused SELECT nothing is certain; after any other refusal only the application is.
  const { application } = before;
  return ins === instruction.select || application === undefined ? {} : { application };
}
