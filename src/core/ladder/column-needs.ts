/** The widest texts that a ladder's columns can show, told without a look at each packet. */
import { TCP_STATES } from "../analysis/tcp-states.ts";
import { cell, exactTime } from "../table/packet-table.ts";
import type { ColumnNeeds } from "./columns.ts";
import type { LadderContent } from "./content.ts";
import { gaugeNeeds } from "./gauge-columns.ts";
import { endName, type NamedHosts } from "./hosts/lifeline-names.ts";
import type { TripKind } from "./round-trips.ts";
import { rowTime } from "./row-time.ts";
import { numberDigits } from "./segment-numbers.ts";
import { timeText } from "./times.ts";

const TRIP_KINDS = ["rtt", "answer", "repair"] as const satisfies readonly TripKind[];
/** A time whose words are as wide as any, in ns. */
const LONG_TRIP = 88.8e6;

/** What the columns must hold. `name` is the widest name of a lifeline. */
export function columnNeeds(
  content: LadderContent,
  name: string,
  heads: Pick<ColumnNeeds, "numberHead" | "timeHead">,
): ColumnNeeds {
  const { packets, rows, hosts, connections, numbers, decimals } = content;
  const first = rows[0] ?? 0;
  const last = rows[rows.length - 1] ?? 0;
  const times = [0, rows.length - 1].map((index) => (rows.length > 0 ? rowTime(content, index) : ""));
  const connection = hosts ? null : cell(packets, "connection", first);
  return {
    ...heads,
    number: String(last + 1),
    time: longest(content.timeStyle === "previous" ? [...times, timeText(exactTime(packets, last), decimals)] : times),
    digits: numberDigits(connections, connection, numbers),
    name,
    lifelines: hosts ? hosts.shown.length : 2,
    state: content.lanes && longest(TCP_STATES),
    gauges: gaugeNeeds(content.beside),
    hasPhases: content.beside.phases.length > 0,
    trip: hosts ? [] : TRIP_KINDS.flatMap((kind) => Object.values(content.beside.words.trip(kind, LONG_TRIP))),
  };
}

/** Names that are looked at: one further on that is longer is cut, rather than that many thousands are written. */
const MOST_NAMES = 2000;

/** The longest name of a lifeline. Digits and letters of an address are about equally wide. */
export function longestName({ hosts, connections, packets, rows, addresses }: LadderContent): string {
  if (hosts) return longest(Array.from(hosts.shown.subarray(0, MOST_NAMES), (end) => nameOf(hosts, end)));
  const connection = cell(packets, "connection", rows[0] ?? 0);
  const { client, server } = connections.columns;
  return longest([addresses.text(client[connection] ?? -1), addresses.text(server[connection] ?? -1)]);
}

const nameOf = ({ ends, addresses }: NamedHosts, place: number) => endName(ends.at(place), addresses);

function longest(texts: readonly string[]): string {
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), "");
}
