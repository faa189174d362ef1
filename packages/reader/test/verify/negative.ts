import type { TokenErrorCode } from "@onshi/core/base";
import type { Scene } from "./scene.ts";

/** A check-in in which one property is wrong: its name, the refusal, and the scene. */
export type Negative = readonly [name: string, code: TokenErrorCode, variant: string, build: () => Scene];
