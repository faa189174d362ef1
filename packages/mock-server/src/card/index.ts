/**
 * A byte-level virtual My Number Card (`jpki-card §1`, §2, §5) for tests without a reader.
 *
 * @module
 */
export type { DeviceProfileName } from "./device-profile.ts";
export type { CardExchange, CardFault, VirtualCardOptions } from "./options.ts";
export type { VirtualCardQuirks } from "./quirks.ts";
export { createPersonaCard, type PersonaCardOptions } from "./persona-card.ts";
export { createVirtualCard, type VirtualCard } from "./virtual-card.ts";
export { type VpcdCard, type VpcdLink, vpcdLink, type VpcdLinkOptions } from "./vpcd-link.ts";
