/** Names of addresses as a name resolution block, draft-ietf-opsawg-pcapng §4.5. */
import { addressBytes } from "../base/parse-address.ts";
import { utf8Bytes } from "../base/text.ts";
import type { NamedAddress } from "../capture/notes.ts";
import { type Bytes, block, joined, MOST_VALUE, option } from "./block-bytes.ts";

const NAME_RESOLUTION = 4;
const IPV4_RECORD = 1;
const IPV6_RECORD = 2;

/** Bytes of records in one block: readers hold a block whole. */
const MOST_RECORDS = 1024 * 1024;

/** Blocks with one record a name. MAC addresses have no record of their own there, and are left out. */
export function nameBlocks(names: readonly NamedAddress[], littleEndian: boolean): readonly Bytes[] {
  const blocks: Bytes[] = [];
  let records: Uint8Array[] = [];
  let length = 0;
  const end = () => {
    if (records.length > 0) blocks.push(block(NAME_RESOLUTION, joined([...records, new Uint8Array(4)]), littleEndian));
    records = [];
    length = 0;
  };
  for (const named of names) {
    const record = nameRecord(named, littleEndian);
    if (!record) continue;
    records.push(record);
    length += record.length;
    if (length > MOST_RECORDS) end();
  }
  end();
  return blocks;
}

function nameRecord({ address, name }: NamedAddress, littleEndian: boolean): Uint8Array | null {
  const bytes = addressBytes(address);
  if (!bytes) return null;
  const value = joined([bytes, utf8Bytes(`${name}\0`)]);
  if (value.length > MOST_VALUE) return null;
  return option(bytes.length === 4 ? IPV4_RECORD : IPV6_RECORD, value, littleEndian);
}
