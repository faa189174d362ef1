/**
 * What you write when you bring a part of your own: a transport (another way to the centre), the disk of the folder
 * exchange, the store that the programs of a site share, clock and chance. Types only.
 *
 * @module
 */
export type { Clock, Random } from "./base/index.ts";
export type { SiteArea, SiteStore } from "./client/site/store.ts";
export type {
  CardChallenge,
  CardDoor,
  ContentFormat,
  Disk,
  DiskWatch,
  ExchangeOptions,
  FileStat,
  Incoming,
  IncomingContent,
  LateAnswerWanted,
  Outgoing,
  Transport,
  UnreadableHandler,
} from "./transports/index.ts";
export type { Charset, DocumentForm, DocumentFormat } from "./wire/index.ts";
