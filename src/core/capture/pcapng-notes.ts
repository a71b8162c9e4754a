/**
 * What a pcapng file tells beside its packets: who wrote a section and with which remarks, names of addresses, what an
 * interface received and dropped. Damage in these blocks costs no packet, so what cannot be read of them is passed over.
 */
import { ipv4Text, ipv6Text } from "../base/address.ts";
import { utf8Text } from "../base/text.ts";
import type { NamedAddress, SectionNotes } from "./notes.ts";
import { COMMENT, optionText, walkOptions } from "./pcapng-options.ts";

const HARDWARE = 2;
const SYSTEM = 3;
const APPLICATION = 4;

/** What the options of a section header say, between `from` and `end`. */
export function readSection(view: DataView, from: number, end: number, littleEndian: boolean): SectionNotes {
  const comments: string[] = [];
  const texts = new Map<number, string>();
  walkOptions(view, from, end, littleEndian, (code, at, length) => {
    if (code === COMMENT) comments.push(optionText(view, at, length));
    else if (!texts.has(code)) texts.set(code, optionText(view, at, length));
    return true;
  });
  const text = (code: number) => texts.get(code) ?? "";
  return { comments, hardware: text(HARDWARE), system: text(SYSTEM), application: text(APPLICATION) };
}

const END_OF_RECORDS = 0;
const IPV4_RECORD = 1;
const IPV6_RECORD = 2;
const RECORD_HEADER = 4;

/** Adds the names of a name resolution block to `names`, up to `most` in all. */
export function readNames(
  view: DataView,
  from: number,
  end: number,
  littleEndian: boolean,
  names: NamedAddress[],
  most: number,
): void {
  let at = from;
  while (at + RECORD_HEADER <= end) {
    const type = view.getUint16(at, littleEndian);
    const length = view.getUint16(at + 2, littleEndian);
    const valueAt = at + RECORD_HEADER;
    if (type === END_OF_RECORDS || valueAt + length > end) return;
    if (type === IPV4_RECORD && length > 4) addNames(ipv4Text(view, valueAt), valueAt + 4);
    if (type === IPV6_RECORD && length > 16) addNames(ipv6Text(view, valueAt), valueAt + 16);
    at = valueAt + ((length + 3) & ~3);

    function addNames(address: string, namesAt: number): void {
      for (const name of utf8Text(view, namesAt, valueAt + length).split("\0")) {
        if (name !== "" && names.length < most) names.push({ address, name });
      }
    }
  }
}

const RECEIVED = 4;
const DROPPED = 5;

/** What an interface statistics block counts; -1 for what it does not state. */
export interface InterfaceCounts {
  readonly received: number;
  readonly dropped: number;
}

/** The counts among the options between `from` and `end`. */
export function readCounts(view: DataView, from: number, end: number, littleEndian: boolean): InterfaceCounts {
  let received = -1;
  let dropped = -1;
  walkOptions(view, from, end, littleEndian, (code, at, length) => {
    if (length !== 8) return true;
    const count = () => Number(view.getBigUint64(at, littleEndian));
    if (code === RECEIVED) received = count();
    if (code === DROPPED) dropped = count();
    return true;
  });
  return { received, dropped };
}
