/** What may be typed next in the filter's field: by the language, with values of the open capture. */
import type { Completion, Completions } from "../core/filter/completion.ts";
import type { NamedField } from "../core/filter/fields.ts";
import { ADDRESS_IPV4, ADDRESS_IPV6, ADDRESS_MAC, type AddressKind } from "../core/table/address-table.ts";
import type { Capture } from "./capture.ts";
import { filterLanguage } from "./filter.ts";
import { useStore } from "./store.ts";

/** Addresses and connections that are looked at for values: more would hold up typing. */
const LOOKED_AT = 5000;
/** What may stand at the caret; null while the filter language is not loaded. */
export function filterCompletions(text: string, caret: number): Completions | null {
  const { capture } = useStore.getState();
  return filterLanguage()?.completionsAt(text, caret, (field) => (capture ? occurring(capture, field) : [])) ?? null;
}

const KINDS: Readonly<Partial<Record<NamedField["kind"], AddressKind>>> = {
  ipv4: ADDRESS_IPV4,
  ipv6: ADDRESS_IPV6,
  mac: ADDRESS_MAC,
};

function occurring({ addresses, connections }: Capture, field: NamedField): Iterable<Completion> {
  const kind = KINDS[field.kind];
  const values = new Set<string>();
  const rows = Math.min(LOOKED_AT, kind ? addresses.length : connections.length);
  if (kind) {
    for (let row = 0; row < rows; row++) if (addresses.kind(row) === kind) values.add(addresses.text(row));
  } else if (/^tcp\.(src|dst)?port$/.test(field.name)) {
    const { clientPort, serverPort } = connections.columns;
    for (let row = 0; row < rows; row++) values.add(String(serverPort[row])).add(String(clientPort[row]));
  }
  return [...values].map((text) => ({ text, title: "" }));
}
