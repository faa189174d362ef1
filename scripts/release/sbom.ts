import { Refusal } from "./refusal.ts";
import { npm } from "./run.ts";

/** As much of a CycloneDX document as is looked at. */
interface Sbom {
  readonly metadata: { readonly component: object };
  readonly components: readonly Component[];
}

interface Component {
  readonly name: string;
  readonly version: string;
  readonly externalReferences?: readonly { readonly url: string }[];
}

/**
 * The bill of materials (CycloneDX) of a project in which the packages are installed, as npm writes it.
 *
 * @throws Refusal when a package of ours is missing from it
 */
export async function billOfMaterials(project: string, version: string, names: readonly string[]): Promise<string> {
  const { stdout } = await npm(["sbom", "--sbom-format", "cyclonedx", "--sbom-type", "library", "--offline"], project);
  const sbom = JSON.parse(stdout) as Sbom;
  const missing = names.filter((name) => !sbom.components.some((one) => one.name === name && one.version === version));
  if (missing.length > 0) throw new Refusal(`The bill of materials does not name ${missing.join(", ")}.`);
  // Where a package lay on the machine that released it is nobody's business.
  const components = sbom.components.map((component) => ({
    ...component,
    externalReferences: (component.externalReferences ?? []).filter(({ url }) => !url.startsWith("file:")),
  }));
  const component = { ...sbom.metadata.component, name: "onshi", version };
  return `${JSON.stringify({ ...sbom, metadata: { ...sbom.metadata, component }, components }, null, 2)}\n`;
}
