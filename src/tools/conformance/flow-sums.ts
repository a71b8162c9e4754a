/** Flow graphs other than TCP's, summed up over captures. */
import { FLOW_KINDS, type FlowKind, type PacketFlows } from "./packet-flows.ts";
import { addTally, noTally, type Tally } from "./tally.ts";

/** Protocols named of those whose lines differ. */
const NAMED = 12;

const TITLES: Readonly<Record<FlowKind, string>> = {
  any: "all packets",
  network: "all packets with network addresses",
  icmp: "ICMP",
  icmpv6: "ICMPv6",
};

export class FlowSums {
  private readonly sums = new Map(FLOW_KINDS.map((kind) => [kind, { equal: 0, lines: noTally() }]));
  private readonly differing = new Map<string, number>();
  private compared = 0;

  add({ counters, differing }: PacketFlows): void {
    this.compared++;
    for (const [kind, { tally }] of counters) {
      const sum = this.sums.get(kind)!; // of every kind
      addTally(sum.lines, tally);
      if (tally.different === 0) sum.equal++;
    }
    for (const [protocol, lines] of differing) {
      this.differing.set(protocol, (this.differing.get(protocol) ?? 0) + lines);
    }
  }

  /** The sums as text; nothing where nothing was compared. */
  *lines(): Generator<string> {
    if (this.compared === 0) return;
    for (const [kind, { equal, lines }] of this.sums) {
      yield `flow graph of ${TITLES[kind]} equal in ${equal} of ${this.compared} captures, ${lineWords(lines)}`;
    }
    if (this.differing.size > 0) yield `    other lines of all packets, by tshark's protocol: ${this.differingWords()}`;
  }

  private differingWords(): string {
    const sorted = [...this.differing].sort(([, a], [, b]) => b - a);
    const words = sorted.slice(0, NAMED).map(([protocol, lines]) => `${protocol || "names and arrows"} ${lines}`);
    const rest = sorted.slice(NAMED);
    if (rest.length === 0) return words.join(", ");
    const sum = rest.reduce((lines, [, more]) => lines + more, 0);
    return `${words.join(", ")}, ${rest.length} more protocols ${sum}`;
  }
}

const lineWords = ({ equal, different, deviating }: Tally) =>
  `${equal} of ${equal + different} lines${deviating > 0 ? ` (+ ${deviating} known)` : ""}`;
