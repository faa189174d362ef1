import { hasValidCheckDigit } from "@onshi/core/rules";
import { invalidPersona } from "./invalid-persona.ts";

const institutionPlaces = new Set([
  "facilityCode",
  "prescriberCode",
  "designatedInstitutionCode",
  "prescriptionIssuerCode",
]);

/**
 * Refuses whatever could be a real person: numbers must lie in prefecture 99, which does not exist, with the right
 * check digit (desk-rules §5.1), and family names must be 試験.
 *
 * @throws OnshiError `config.invalid` naming persona and field
 */
export function requireSynthetic(value: unknown, place: string, inPerson = false): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) requireSynthetic(item, `${place}[${index}]`, inPerson);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    const at = `${place}.${name}`;
    if (typeof inner !== "string") requireSynthetic(inner, at, name === "person");
    else if (name === "insurerNumber") requireInsurer(inner.trim(), at);
    else if (institutionPlaces.has(name)) requireInstitution(inner, at);
    else if (name === "insuredName" || (inPerson && name === "name")) requireName(inner, at);
  }
}

/** The institution a simulated centre serves: 10 digits, prefecture 99. */
export function requireInstitution(code: string, place: string): void {
  if (/^99\d{8}$/.test(code) && hasValidCheckDigit(code)) return;
  throw invalidPersona(
    place,
    "都道府県番号99で検証番号が正しい10桁の医療機関コード",
    "10 digits of prefecture 99 with check digit",
  );
}

function requireInsurer(number: string, place: string): void {
  const prefecture = number.length === 6 ? number.slice(0, 2) : number.slice(2, 4);
  if (/^(?:\d{6}|\d{8})$/.test(number) && prefecture === "99" && hasValidCheckDigit(number)) return;
  throw invalidPersona(
    place,
    "都道府県番号99で検証番号が正しい6桁または8桁の番号",
    "6 or 8 digits of prefecture 99 with the right check digit",
  );
}

function requireName(name: string, place: string): void {
  if (/^試験\u3000\S+$/.test(name)) return;
  throw invalidPersona(place, "試験　で始まる架空の氏名", "an invented name: 試験, a full-width space, a given name");
}
