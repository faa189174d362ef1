/**
 * The doors to the centre: the contract and the folder exchange. The HTTPS door is in `@onshi/core/http`, so that
 * undici loads only for those who use it.
 *
 * @module
 */
export type { Disk, DiskWatch, FileStat } from "./folder/disk.ts";
export { type FolderTransport, folderTransport } from "./folder/folder-transport.ts";
export type { FolderTransportOptions, NotPickedUp } from "./folder/options.ts";
export type {
  CardChallenge,
  CardDoor,
  ContentFormat,
  ExchangeOptions,
  Incoming,
  IncomingContent,
  LateAnswerWanted,
  Outgoing,
  Transport,
  UnreadableHandler,
} from "./transport.ts";
