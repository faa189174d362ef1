/**
 * What can be viewed of a person (oqs-exchange §4.7, §4.8): the one table of it. Names of calls, entries of the journal
 * and the page of what is covered follow from it.
 */
export const viewingKinds = {
  medication: {
    request: "YZKsiquc01req",
    fetch: "history",
    print: "historyPdf",
    consents: ["medication"],
    fileCategory: { document: "2", pdf: "1" },
  },
  /** The treatment file carries the drugs as well, so it needs both consents. */
  treatments: {
    request: "YZKsiquc01req",
    fetch: "history",
    print: "historyPdf",
    consents: ["treatment", "medication"],
    fileCategory: { document: "4", pdf: "3" },
  },
  checkups: {
    request: "TKKsiquc01req",
    fetch: "results",
    print: "resultsPdf",
    consents: ["checkup"],
    fileCategory: { document: "2", pdf: "1" },
  },
} as const;

/** Capability of the client by which a kind is viewed. */
export type ViewingName = keyof typeof viewingKinds;

/** File id of the request of a kind. */
export type ViewingRequestId<Name extends ViewingName = ViewingName> = (typeof viewingKinds)[Name]["request"];

type CallsOf<Name extends ViewingName> = Name extends ViewingName
  ? `${Name}.${(typeof viewingKinds)[Name]["fetch" | "print"]}`
  : never;

/** A call that views, as the journal names it. */
export type ViewingCall = CallsOf<ViewingName>;
