import type { Distribution, WireElement } from "../../messages/index.ts";
import { findAll, mapAll } from "./tree-paths.ts";

/**
 * Copies elements that appear once beside repeated blocks into each of the blocks (oqs-exchange §4.6). Where a block has
 * one of them itself, or there is no block, they apply to the message as a whole and stay.
 */
export function distribute(root: WireElement, distributions: readonly Distribution[]): WireElement {
  return distributions.reduce(distributeOne, root);
}

function distributeOne(root: WireElement, { elements, each }: Distribution): WireElement {
  const insideOf = new Map(elements.map(({ beside, inside }) => [beside, inside]));
  const steps = each.split("/");
  const block = steps.slice(-1);
  return mapAll(root, steps.slice(0, -1), (holder) => {
    const shared = holder.children.filter(({ name, text }) => insideOf.has(name) && text !== "");
    const blocks = holder.children.filter(({ name }) => name === block[0]);
    const hasText = blocks.some(({ text }) => text.trim() !== "");
    const hasOwn = elements.some(({ inside: tag }) => findAll(holder, [...block, tag]).length > 0);
    if (blocks.length === 0 || shared.length === 0 || hasText || hasOwn) return holder;
    const rest = { ...holder, children: holder.children.filter((child) => !shared.includes(child)) };
    return mapAll(rest, block, (one) => ({
      ...one,
      children: [...one.children, ...shared.map((all) => ({ ...all, name: insideOf.get(all.name) ?? all.name }))],
    }));
  });
}
