import { type Clock, OnshiError, type Random, randomText } from "../../base/index.ts";
import type { ContentFormat } from "../../transports/index.ts";
import type { SiteStore } from "./store.ts";

/** Encrypts the content of the spool, e.g. with a key of the operating system. */
export interface SpoolProtection {
  /** Encrypts bytes. */
  readonly seal: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;
  /** Decrypts them; throws when they are damaged. */
  readonly open: (sealed: Uint8Array) => Uint8Array | Promise<Uint8Array>;
}

/** How to keep a spool. */
export interface SpoolOptions {
  readonly store: SiteStore;
  readonly clock: Clock;
  readonly random: Random;
  /** How long an answer waits for its owner before {@link Spool.sweep} removes it, in milliseconds; 7 days when left out. */
  readonly retentionMs?: number;
  /** Default: none; then only access rights protect the content. */
  readonly protection?: SpoolProtection;
}

/** What is known of bytes in the spool without reading them. */
export interface SpooledForm {
  /** File id of the message: `OQSsiquc01res_face`. */
  readonly messageId: string;
  /** Form of the bytes. */
  readonly format: ContentFormat;
  /** The door they came through. */
  readonly route: string;
}

/** A waiting answer. */
export interface SpooledAnswer extends SpooledForm {
  /** Name in the spool: time, a random part and the form, nothing about a person. */
  readonly name: string;
  /** When it was put there. */
  readonly putAt: Date;
  /** The bytes as they were stored: personal data. */
  read(): Promise<Uint8Array>;
  /** Confirms that its owner has it safely; it is then removed. */
  acknowledge(): Promise<void>;
}

/** Answers that one program received for another. The only place where the SDK keeps personal data. */
export interface Spool {
  /**
   * Stores an answer for a program; when this returns, it survives a power cut.
   *
   * @param owner - the program that is to get it: 1 to 32 of `0-9A-Za-z-`
   * @param answer - `messageId`, `format` and `route` as the answer's `source` has them, and its `rawBytes`
   * @throws OnshiError `request.invalid`, `site.failed`
   */
  put(owner: string, answer: SpooledForm & { readonly bytes: Uint8Array }): Promise<void>;
  /**
   * What is waiting for a program, oldest first. Each is returned again until it is acknowledged.
   *
   * @throws OnshiError `request.invalid`, `site.failed`
   */
  waiting(owner: string): Promise<readonly SpooledAnswer[]>;
  /** Removes what has waited too long, no matter who owns it; returns how many. */
  sweep(): Promise<number>;
}

const ownerShape = /^[0-9A-Za-z-]{1,32}$/;
const entryShape =
  /^([0-9A-Za-z-]{1,32})\.(\d{13})-[0-9A-Z]{8}\.([0-9A-Za-z-]{1,32})\.([0-9A-Za-z_]{1,40})\.(xml|json|pdf|zip)$/;
const formShapes: Readonly<Record<keyof SpooledForm, RegExp>> = {
  messageId: /^[0-9A-Za-z_]{1,40}$/,
  format: /^(?:xml|json|pdf|zip)$/,
  route: /^[0-9A-Za-z-]{1,32}$/,
};
const week = 7 * 24 * 60 * 60 * 1000;

/** The spool of a site. */
export function openSpool(options: SpoolOptions): Spool {
  const { store, clock, random, retentionMs = week, protection } = options;
  let last = 0;
  /** Of two answers stored in the same moment, the first stays the older one. */
  const stamp = (): string => {
    last = Math.max(last + 1, clock.now().getTime());
    return String(last).padStart(13, "0");
  };
  const guarded = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      throw OnshiError.is(error) ? error : new OnshiError("site.failed", { field: "spool" }, { cause: error });
    }
  };
  const entries = async (): Promise<readonly Entry[]> =>
    (await guarded(store.list("spool"))).flatMap(entryOf).toSorted(byAge);

  return {
    async put(owner, { messageId, format, route, bytes }) {
      checkOwner(owner);
      checkForm({ messageId, format, route });
      const name = `${owner}.${stamp()}-${randomText(random, 8)}.${route}.${messageId}.${format}`;
      await guarded((async () => store.write("spool", name, protection ? await protection.seal(bytes) : bytes))());
    },
    async waiting(owner) {
      checkOwner(owner);
      return (await entries())
        .filter((entry) => entry.owner === owner)
        .map(({ name, messageId, format, route, putAt }) => ({
          name,
          messageId,
          format,
          route,
          putAt,
          read: () => guarded(readEntry(store, name, protection)),
          acknowledge: () => guarded(store.remove("spool", name)),
        }));
    },
    async sweep() {
      const oldest = clock.now().getTime() - retentionMs;
      const stale = (await entries()).filter(({ putAt }) => putAt.getTime() < oldest);
      for (const { name } of stale) await guarded(store.remove("spool", name));
      return stale.length;
    },
  };
}

interface Entry extends SpooledForm {
  readonly name: string;
  readonly owner: string;
  readonly putAt: Date;
}

function entryOf(name: string): readonly Entry[] {
  const [, owner, time, route, messageId, format] = entryShape.exec(name) ?? [];
  if (owner === undefined || route === undefined || messageId === undefined) return [];
  return [{ name, owner, route, messageId, format: format as ContentFormat, putAt: new Date(Number(time)) }];
}

/** Each becomes part of a file name. */
function checkForm(form: SpooledForm): void {
  for (const [field, shape] of Object.entries(formShapes)) {
    const value: unknown = form[field as keyof SpooledForm];
    if (typeof value !== "string" || !shape.test(value)) throw new OnshiError("request.invalid", { field });
  }
}

function byAge(a: Entry, b: Entry): number {
  return a.putAt.getTime() - b.putAt.getTime() || (a.name < b.name ? -1 : 1);
}

function checkOwner(owner: string): void {
  if (ownerShape.test(owner)) return;
  throw new OnshiError("request.invalid", {
    field: "owner",
    expected: { ja: "半角英数字とハイフン1～32文字", en: "1 to 32 of 0-9, A-Z, a-z, -" },
  });
}

async function readEntry(store: SiteStore, name: string, protection: SpoolProtection | undefined): Promise<Uint8Array> {
  const bytes = await store.read("spool", name);
  if (!bytes) throw new OnshiError("site.failed", { field: "spool" });
  if (!protection) return bytes;
  try {
    return await protection.open(bytes);
  } catch (error) {
    throw new OnshiError("site.unsealed", {}, { cause: error });
  }
}
