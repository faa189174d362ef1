import type { FieldDeclaration } from "./declaration.ts";

/** Whether the element itself may appear several times; in a list only the items do. */
export function isRepeated({ cardinality }: FieldDeclaration): boolean {
  return cardinality === "+" || cardinality === "*";
}

/** Whether the element is mandatory. */
export function isMandatory({ cardinality }: FieldDeclaration): boolean {
  return cardinality === "1" || cardinality === "+";
}
