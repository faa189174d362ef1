import type { OverlayChange } from "../messages/index.ts";

/** One change of an overlay as one line. */
export function changeText(change: OverlayChange): string {
  switch (change.do) {
    case "renameMessage":
      return `${change.message} → ${change.to}`;
    case "addMessage":
      return `+ ${change.id} (${change.like})`;
    case "renameElement":
      return `${change.message} ${change.path} → ${change.to}`;
    case "reorder":
      return `${change.message} ${change.path}: ${change.order.join(", ")} …`;
    case "addElement":
      return `${change.message} ${change.path}: + ${change.wire} (${change.name}, ${change.type.kind})`;
    case "setElement": {
      const { maxLength, cardinality } = change;
      const parts = [cardinality, maxLength === undefined ? undefined : `≤ ${maxLength}`];
      return `${change.message} ${change.path}: ${parts.filter((part) => part !== undefined).join(", ")}`;
    }
    default:
      return change satisfies never;
  }
}
