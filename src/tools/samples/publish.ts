/**
 * Puts fresh recordings into public/samples: `publish.ts FOLDER SAMPLE...` takes FOLDER/SAMPLE.pcap.
 *
 * The last step of record.sh. Writes each sample in the format of its file name and its packet count into the list.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readCatalogue } from "./catalogue.ts";
import { countPackets, toPcapng } from "./pcapng.ts";

function publish(recordings: string, ids: string[]): void {
  const folder = join(process.env.FLOWLADDER_ROOT ?? ".", "public/samples");
  const catalogue = readCatalogue(folder);
  for (const id of ids) {
    const sample = catalogue.find((entry) => entry.id === id);
    if (!sample) throw new Error(`${id} is not in index.json`);
    const pcap = readFileSync(join(recordings, `${id}.pcap`));
    sample.packets = countPackets(pcap);
    writeFileSync(join(folder, sample.file), sample.file.endsWith(".pcapng") ? toPcapng(pcap) : pcap);
  }
  writeFileSync(join(folder, "index.json"), `${JSON.stringify(catalogue, null, 2)}\n`);
}

const [recordings, ...ids] = process.argv.slice(2);
if (!recordings) throw new Error("usage: publish.ts FOLDER SAMPLE...");
publish(recordings, ids);
