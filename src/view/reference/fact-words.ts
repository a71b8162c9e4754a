/** What the field reference says of a field, in sentences without their full stops. */
import type { TFunction } from "i18next";
import type { ReferenceField } from "../../core/inspect/reference.ts";
import type { FieldInfo } from "../../core/protocols/spec.ts";
import { unitWords } from "../parts/core-words.ts";

/** The source of what is worked out from several packets, or from none. */
const WORKED_OUT = "Wireshark";

/** Type, unit, place, other names and source, as far as there is something to say. */
export function factWords({ info, place }: ReferenceField, t: TFunction): string[] {
  const { unit, aliases, ours, source } = info;
  const said = [typeWords(info, t)];
  if (unit !== "") said.push(t("reference.unit", { unit: unitWords(unit, t) }));
  if (place) {
    const { bit, width, times } = place;
    said.push(t(width === 1 ? "reference.atBit" : "reference.atBits", { first: bit, last: bit + width - 1 }));
    if (times !== 1) said.push(t("reference.times", { times }));
  }
  if (source === WORKED_OUT) said.push(t("reference.computed"));
  if (ours) said.push(t("reference.ours"));
  if (aliases.length > 0) said.push(t("reference.aliases", { names: aliases.join(", ") }));
  said.push(t("reference.source", { source }));
  return said;
}

function typeWords({ type, digits }: FieldInfo, t: TFunction): string {
  if (type !== "uint") return t(`reference.types.${type}`);
  return t(digits > 0 ? "reference.types.hexadecimal" : "reference.types.number");
}
