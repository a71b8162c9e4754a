/** The numbers that tshark prints of a capture's packets, by packet and field. */
export class PeerNumbers {
  private readonly rows: readonly string[];
  private readonly places: ReadonlyMap<string, number>;
  private readonly cells = new Map<number, readonly string[]>();

  /** `fields` are the names of the columns of `rows`, whose cells tabs divide. */
  constructor(fields: readonly string[], rows: readonly string[]) {
    this.rows = rows;
    this.places = new Map(fields.map((field, place) => [field, place]));
  }

  /** A number of a packet's only TCP header; null where it has none, or several. Packets count from 1. */
  number(packet: number, column: string): number | null {
    const text = this.text(packet, column);
    return text === "" || text.includes(",") ? null : Number(text);
  }

  /** A cell as it is printed; empty where there is none. */
  text(packet: number, column: string): string {
    return this.row(packet)[this.places.get(column) ?? -1] ?? "";
  }

  private row(packet: number): readonly string[] {
    const known = this.cells.get(packet);
    if (known) return known;
    const cells = this.rows[packet - 1]?.split("\t") ?? [];
    this.cells.set(packet, cells);
    return cells;
  }
}
