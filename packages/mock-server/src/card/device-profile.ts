import { fromHex } from "@onshi/core/base";

/** Which device the JPKI application lives in. */
export type DeviceProfileName = "card" | "oldCard" | "android" | "iphone";

/** How the devices differ (`jpki-card §1.2`, §1.6, §6.1). */
export interface DeviceProfile {
  /** Label in the token information. */
  readonly label: string;
  readonly atr: Uint8Array;
  /** On an Android phone the user-authentication certificate asks for the PIN. */
  readonly guardsAuthenticationCertificate: boolean;
  /** Phones have no card-face applications. */
  readonly hasFaceApplications: boolean;
  readonly acceptsLastCommand: boolean;
}

const contactless = fromHex("3B888001000041E0B381A1003B");

export const deviceProfiles: Readonly<Record<DeviceProfileName, DeviceProfile>> = {
  card: {
    label: "JPKIAPICCTOKEN2",
    atr: contactless,
    guardsAuthenticationCertificate: false,
    hasFaceApplications: true,
    acceptsLastCommand: false,
  },
  // 住民基本台帳カード. Its ATR is the only one that OpenSC knows.
  oldCard: {
    label: "JPKIAPICCTOKEN",
    atr: fromHex("3BE000FF8131FE4514"),
    guardsAuthenticationCertificate: false,
    hasFaceApplications: false,
    acceptsLastCommand: false,
  },
  android: {
    label: "JPKIAPGPSETOKEN",
    atr: contactless,
    guardsAuthenticationCertificate: true,
    hasFaceApplications: false,
    acceptsLastCommand: false,
  },
  iphone: {
    label: "JPKIAPIOSTOKEN",
    atr: contactless,
    guardsAuthenticationCertificate: false,
    hasFaceApplications: false,
    acceptsLastCommand: true,
  },
};
