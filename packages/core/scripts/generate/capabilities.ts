import { bulkKinds } from "../../src/client/bulk/bulk-kinds.ts";
import { viewingKinds } from "../../src/client/viewing/viewing-kinds.ts";
import { checkInId, declarations } from "../../src/messages/declarations/index.ts";

/** What serves a message today. A test holds these names against the client and the mock. */
export interface Capability {
  /** Methods of the client, as a caller writes them after `onshi.`. */
  readonly client: readonly string[];
  /** Whether the simulated centre answers or sends it. */
  readonly mock: boolean;
}

type Served = readonly (readonly [request: string, methods: readonly string[]])[];

const single: Served = [
  ["OQSsiquc01req", ["eligibility.verify"]],
  ["OQSsiimm01req", ["referenceNumbers.register"]],
  [checkInId, ["checkIns", "card.checkIn"]],
];

const bulk: Served = bulkKinds.flatMap(({ name, upload, methods: { ask, resume } }): Served => {
  const download = declarations.find(({ id }) => id === upload)?.download ?? "";
  return [
    [upload, [`${name}.${ask}`]],
    [download, [`${name}.${ask}`, `${name}.${resume}`]],
  ];
});

const viewing: Served = Object.entries(viewingKinds).map(([name, { request, fetch, print }]) => [
  request,
  [`${name}.${fetch}`, `${name}.${print}`],
]);

/** Methods by file id of the request, or of the push. */
export const served: Served = [...single, ...bulk, ...viewing];

/** What serves the message with a file id: request and result go together, a push stands alone. */
export function capabilityOf(id: string): Capability {
  const request = declarations.find(({ answer }) => answer === id)?.id ?? id;
  const client = served.flatMap(([of, methods]) => (of === request ? methods : []));
  // The simulated centre answers whatever the client has a method for.
  return { client, mock: client.length > 0 };
}
