import { type Clock, japanDateTime, OnshiError, type Random, toHex } from "@onshi/core/base";
import { checkInId, child, type WireElement } from "@onshi/core/messages";
import { type Codec, errorFileName, parseFileName, readXml, resultBaseName, writeXml } from "@onshi/core/wire";
import { type Answered, answerIdOf, answerMessage } from "../centre/answer-message.ts";
import type { Centre } from "../centre/centre.ts";
import type { PatientChoices } from "../centre/patient-choices.ts";
import { type FolderPaths, listFiles, readBytes, takeAway, writeInTwoSteps } from "./folders.ts";
import { requestLoop } from "./request-loop.ts";
import { rejection } from "./rejection.ts";
import { shuffleElements } from "./shuffle.ts";
import { zipFile } from "./zip.ts";

/** How the simulated terminal (資格確認端末) behaves. */
export interface TerminalBehaviour {
  /** How long the centre takes, in milliseconds. Default: 0. */
  readonly answerDelayMs?: number;
  /** How long a result stays empty under its final name, in milliseconds. Default: 0, still in two steps. */
  readonly fillDelayMs?: number;
  /** Elements of results in an order other than the layout's, as at the real terminal. Default: true. */
  readonly shuffle?: boolean;
  /** Results of bulk requests come as `.zip`, as large ones do. Default: false. */
  readonly zipBulk?: boolean;
}

/** What a terminal is built from. */
export interface TerminalOptions extends TerminalBehaviour {
  readonly centre: Centre;
  readonly codec: Codec;
  readonly folders: FolderPaths;
  readonly clock: Clock;
  readonly random: Random;
}

/** The folder door of the simulated centre. */
export interface Terminal {
  /** A card check-in at the face reader: records the consents and puts a file into `face`. Returns its name. */
  present(personaId: string, choices?: PatientChoices): Promise<string>;
  /** Releases the folders; resolves when nothing is being written any more. */
  close(): Promise<void>;
}

/** Opens the folder door: requests are removed from `req` and answered in `res` (oqs-exchange §2.3). */
export function openTerminal(options: TerminalOptions): Terminal {
  const { centre, codec, folders, clock, random, answerDelayMs = 0, fillDelayMs = 0 } = options;
  const order = toHex(random.bytes(8));
  const closing = new AbortController();

  const rest = async (ms: number): Promise<void> => {
    if (ms > 0) await clock.sleep(ms, closing.signal);
  };
  const deliver = (folder: string, name: string, bytes: Uint8Array): Promise<void> =>
    writeInTwoSteps(folder, name, bytes, () => rest(fillDelayMs));
  const document = (root: WireElement): Uint8Array =>
    writeXml(options.shuffle === false ? root : shuffleElements(root, order));

  const answer = async (name: string, answered: Answered): Promise<void> => {
    await rest(answerDelayMs);
    if (closing.signal.aborted) return;
    if (!answered.accepted) return deliver(folders.res, errorNameOf(name), rejection(answered));
    const base = resultBaseName(name, answered.id);
    if (answered.file) return deliver(folders.res, `${base}.pdf`, answered.file);
    const xml = document(answered.document);
    const isZipped = options.zipBulk === true && isBulkResult(answered.document);
    if (isZipped) return deliver(folders.res, `${base}.zip`, zipFile(`${base}.xml`, xml));
    return deliver(folders.res, `${base}.xml`, xml);
  };

  const loop = requestLoop({
    folder: folders.req,
    list: () => listFiles(folders.req, ".xml"),
    take: async (name, isSettled) => {
      const bytes = await readBytes(folders.req, name);
      if (!bytes) return undefined;
      const answered = judge(centre, codec, name, bytes);
      // A client that writes in place may not have finished; a file that no longer changes is taken as it is.
      if (!answered.accepted && !isSettled) return undefined;
      if (!(await takeAway(folders.req, name))) return undefined;
      return () => answer(name, answered);
    },
  });

  return {
    async present(personaId, choices) {
      const root = codec.encode(checkInId, centre.checkIn(personaId, choices));
      const stamp = japanDateTime(clock.now()).slice(0, 19).replaceAll(/\D/g, "");
      const key = `${centre.institutionCode}${toHex(random.bytes(10)).toLowerCase()}`;
      const name = `${codec.layout(checkInId).id}_${key}_${stamp}.xml`;
      await deliver(folders.face, name, document(root));
      return name;
    },
    async close() {
      closing.abort();
      await loop.close();
    },
  };
}

/** A result with data, not the message that it is still being prepared. */
function isBulkResult(document: WireElement): boolean {
  const header = child(document, "MessageHeader");
  return header !== undefined && child(header, "NumberOfProcessingResult") !== undefined;
}

/** Reads and answers; what cannot be read is refused like what violates the layout. */
function judge(centre: Centre, codec: Codec, name: string, bytes: Uint8Array): Answered {
  const file = parseFileName(name);
  if (file?.kind !== "request" || answerIdOf(codec, file.id) === undefined) {
    return {
      accepted: false,
      code: "wire.unexpectedMessage",
      reasons: [
        "ファイル名が、模擬している要求のものではありません / the file name does not belong to a simulated request",
      ],
    };
  }
  try {
    return answerMessage(centre, codec, file.id, readXml(bytes).root);
  } catch (error) {
    if (!OnshiError.is(error)) throw error;
    return { accepted: false, code: "request.invalid", reasons: [`XMLとして読み取れません / ${error.vendorMessage}`] };
  }
}

/** `<base name of the request>.err`, whatever the name looks like (oqs-exchange §2.6). */
function errorNameOf(name: string): string {
  return parseFileName(name)?.kind === "request" ? errorFileName(name) : name.replace(/\.xml$/i, ".err");
}
