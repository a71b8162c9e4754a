/** Filters made of what shows: of a cell of the packet list, of a field, of an address; and how one joins the one applied. */

import type { FieldNode } from "../core/protocols/inspection.ts";
import { ADDRESS_IPV4, ADDRESS_IPV6 } from "../core/table/address-table.ts";
import { cell, KIND_TCP } from "../core/table/packet-table.ts";
import type { Capture } from "./capture.ts";
import { applyFilter, prepareFilter, typeFilter } from "./filter.ts";
import type { OpenPacket } from "./packet.ts";
import { appliedFilter } from "./shown-rows.ts";
import { useStore } from "./store.ts";

/** How a filter joins the one that is applied. */
export type Joining = "only" | "not" | "and" | "or";

/** A point of the window, px. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What was pointed at, beside what it offers to filter by. */
export interface Pointed {
  readonly row?: number | null;
  readonly field?: string | null;
}

/** Opens the menu that offers to filter by these, to mark a packet, and to list a field; for nothing it stays closed. */
export function offerFilters(offers: readonly string[], at: Point, { row = null, field = null }: Pointed = {}): void {
  if (offers.length === 0 && row === null) return;
  useStore.setState(({ filter }) => ({ filter: { ...filter, menu: { offers, row, field, ...at } } }));
}

/** Opens the menu for a field, if there is a name for it. */
export async function offerField(node: FieldNode, at: Point): Promise<void> {
  const { fieldFilter } = await prepareFilter();
  const filter = fieldFilter(node);
  offerFilters(filter === "" ? [] : [filter], at, { field: node.field.key });
}

/** Closes the menu. */
export function closeFilterMenu(): void {
  useStore.setState(({ filter }) => (filter.menu ? { filter: { ...filter, menu: null } } : {}));
}

/** Applies a filter that was offered. */
export function joinFilter(text: string, joining: Joining): void {
  const now = appliedFilter(useStore.getState())?.text ?? "";
  closeFilterMenu();
  void applyFilter(joined(now, text, joining));
}

/** Writes a filter that was offered into the field, beside what stands there: Wireshark's "Prepare as Filter". */
export function writeFilter(text: string): void {
  const { draft } = useStore.getState().filter;
  closeFilterMenu();
  void typeFilter(joined(draft.text.trim(), text, "and"));
}

function joined(now: string, text: string, joining: Joining): string {
  if (joining === "not") return `not (${text})`;
  return joining === "only" || now === "" ? text : `(${now}) ${joining} (${text})`;
}

/** What a cell of the packet list offers; what its whole row does, where the cell has nothing to tell by. */
export function offersOfCell(
  capture: Capture,
  row: number,
  packet: OpenPacket | undefined,
  column: string | null,
): readonly string[] {
  const { packets } = capture;
  const value: Readonly<Record<string, string>> = {
    number: `frame.number == ${row + 1}`,
    length: `frame.len == ${cell(packets, "wireLength", row)}`,
    source: addressFilter(capture, cell(packets, "source", row), "src"),
    destination: addressFilter(capture, cell(packets, "destination", row), "dst"),
    protocol: packet?.details.layers.at(-1)?.key ?? "",
    stream: cell(packets, "kind", row) === KIND_TCP ? `tcp.stream == ${cell(packets, "connection", row)}` : "",
  };
  const own = column === null ? "" : (value[column] ?? "");
  const offers = own === "" ? [value.stream, value.source, value.destination, value.protocol] : [own];
  return offers.filter((offer): offer is string => offer !== undefined && offer !== "");
}

/** Packets from, to, or from or to an address by its row in the address table, or its subnet's; empty for none. */
export function addressFilter(
  { addresses }: Pick<Capture, "addresses">,
  row: number,
  end: "src" | "dst" | "addr",
  prefix = -1,
): string {
  const kind = addresses.kind(row);
  if (kind === 0) return "";
  const protocol = kind === ADDRESS_IPV4 ? "ip" : kind === ADDRESS_IPV6 ? "ipv6" : "eth";
  return `${protocol}.${end} == ${addresses.text(row)}${prefix >= 0 ? `/${prefix}` : ""}`;
}
