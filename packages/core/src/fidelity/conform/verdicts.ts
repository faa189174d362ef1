import { type Guess, guessesOf } from "../guesses.ts";
import type { GuessVerdict } from "./report.ts";
import { type ElementTally, judged, type LayoutTally } from "./tally.ts";

/** For and against. */
interface Evidence {
  readonly for: number;
  readonly against: number;
}

/** What the files say about each guess of a layout. One contradiction refutes it; only a match confirms it. */
export function verdictsOf(tally: LayoutTally): readonly GuessVerdict[] {
  if (!tally.known) return [];
  const guesses = [...tally.layouts.values()].flatMap((layout) =>
    guessesOf(layout)
      // What the ids share is judged once; each id is judged by itself.
      .filter(({ kind }) => kind === "message" || layout === tally.layout)
      .map((guess) => ({ message: layout.id, guess })),
  );
  return guesses.map(({ message, guess }) => {
    const evidence = evidenceFor(tally, guess);
    const verdict = evidence.against > 0 ? "refuted" : evidence.for > 0 ? "confirmed" : "open";
    return {
      ...guess,
      message,
      verdict,
      speaksFor: evidence.for,
      speaksAgainst: evidence.against,
    };
  });
}

function evidenceFor(tally: LayoutTally, { kind, subject }: Guess): Evidence {
  switch (kind) {
    case "message":
      return { for: tally.ids.get(subject) ?? 0, against: 0 };
    case "element":
      return elementEvidence(tally.elements.get(subject));
    case "place":
      return { for: fitting(tally.elements.get(subject)), against: seenElsewhere(tally, subject) };
    case "codeTable":
      return tableEvidence(tally, subject);
    default:
      return kind satisfies never;
  }
}

function elementEvidence(element: ElementTally | undefined): Evidence {
  if (!element) return { for: 0, against: 0 };
  const against = (["unreadable", "tooLong", "otherShape", "duplicate", "unknownCode"] as const)
    .map((judgement) => judged(element, judgement))
    .reduce((sum, count) => sum + count, element.missing);
  return { for: fitting(element), against };
}

function fitting(element: ElementTally | undefined): number {
  return element ? judged(element, "fits") : 0;
}

function seenElsewhere({ elements }: LayoutTally, place: string): number {
  const tag = place.slice(place.lastIndexOf("/"));
  return [...elements.values()]
    .filter(({ path }) => path.endsWith(tag))
    .reduce((sum, element) => sum + judged(element, "elsewhere"), 0);
}

function tableEvidence({ elements }: LayoutTally, table: string): Evidence {
  const users = [...elements.values()].filter(({ field }) => field?.type.kind === "code" && field.type.table === table);
  const count = (judgement: "fits" | "unknownCode"): number =>
    users.reduce((sum, element) => sum + judged(element, judgement), 0);
  return { for: count("fits"), against: count("unknownCode") };
}
