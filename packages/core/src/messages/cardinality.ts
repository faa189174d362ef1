import type { FieldDeclaration } from "./declaration.ts";

/** Whether the element itself may stand several times; of a list only the items do. */
export function isRepeated({ cardinality }: FieldDeclaration): boolean {
  return cardinality === "+" || cardinality === "*";
}

/** Whether the element has to be there. */
export function isMandatory({ cardinality }: FieldDeclaration): boolean {
  return cardinality === "1" || cardinality === "+";
}
