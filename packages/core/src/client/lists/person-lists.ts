import type { ListedPerson, MessageTypes } from "../../messages/index.ts";
import type { Bulk, BulkOptions } from "../bulk/bulk.ts";
import type { BulkKind, UnitContext } from "../bulk/kind.ts";
import { pendingBulks, resumeBulk } from "../bulk/resume.ts";
import { submitBulk } from "../bulk/submit.ts";
import type { ClientContext } from "../context.ts";
import { type ListedPersonAnswer, listedPersonOf } from "./listed-person.ts";
import { type ListCapabilities, type ListKind, listKinds, type ListName, type ListRequests } from "./list-kinds.ts";

export type { ListName } from "./list-kinds.ts";

/** Names of all lists. */
export const listNames: readonly ListName[] = Object.keys(listKinds) as ListName[];

/** A list as a kind of bulk request. */
export function listOf(name: ListName): BulkKind<ListedPerson, ListedPersonAnswer> {
  const { upload, method, consentsContinue }: ListKind = listKinds[name];
  return {
    name,
    upload,
    methods: { ask: method, resume: "resumeList" },
    units: "persons",
    answerOf: (person, unit) => listedPersonOf(person, consentsContinue ? unit : withEnds(unit)),
  };
}

/** Elsewhere a consent without an end opens nothing, whatever the client's option for those that continue. */
function withEnds({ consentOptions, ...unit }: UnitContext): UnitContext {
  return { ...unit, consentOptions: { ...consentOptions, continuingConsents: "told" } };
}

/** Gives the client the property of each list, so that a new one is an entry of the table; {@link defineLists} fills it. */
export const WithLists: new () => ListCapabilities = Object as unknown as new () => ListCapabilities;

/** Defines the property of each list on a prototype; the capability is made when it is asked for. */
export function defineLists<Client extends ListCapabilities>(
  prototype: Client,
  capabilityOf: (client: Client, name: ListName) => unknown,
): void {
  for (const name of listNames) {
    Object.defineProperty(prototype, name, {
      configurable: true,
      get(this: Client) {
        return capabilityOf(this, name);
      },
    });
  }
}

type ListMethod = (asked: never, options?: BulkOptions) => Promise<Bulk<ListedPersonAnswer>>;

/** The capability of a list over a client's context. */
export function listCapability(
  context: ClientContext,
  name: ListName,
): ListRequests & Readonly<Record<string, ListMethod>> {
  const { institutionCode } = context;
  const { method, criteria: criteriaOf }: ListKind = listKinds[name];
  const kind = listOf(name);
  const list: ListMethod = async (asked, options = {}) => {
    const criteria = criteriaOf(asked);
    const message = (fileIdentifier: string) => {
      const made: unknown = { header: { institutionCode, fileIdentifier }, body: { criteria } };
      return made as MessageTypes[typeof kind.upload];
    };
    return submitBulk(context, kind, { message }, options);
  };
  const earlier: ListRequests = {
    resumeList: (handle, options = {}) => resumeBulk(context, kind, handle, options),
    pendingLists: () => pendingBulks(context, kind),
  };
  return { ...earlier, [method]: list } as ReturnType<typeof listCapability>;
}
