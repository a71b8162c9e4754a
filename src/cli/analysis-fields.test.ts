/** The analysis's fields of samples, held to what `tshark -2 -T fields` of Wireshark 4.0.17 prints of the same files. */
import { join } from "node:path";
import { expect, it } from "vitest";
import { FirstPass } from "../core/second-pass/first-pass.ts";
import { readCaptureFile } from "./capture-file.ts";
import { FieldRows } from "./field-rows.ts";

const FOLDER = join(import.meta.dirname, "../../public/samples");

/** The cells of a sample's frames, joined by `|`; `names` are those behind `tcp.analysis.`. */
async function rowsOf(file: string, names: string): Promise<readonly string[]> {
  const path = join(FOLDER, file);
  const first = new FirstPass();
  await readCaptureFile(path, (record, of) => first.frame(record, of));
  const fields = names.split(" ").map((name) => `tcp.analysis.${name}`);
  const rows = new FieldRows(["frame.number", ...fields], first);
  const read: string[] = [];
  await readCaptureFile(path, (record, of) => {
    read.push(rows.cells(record, of).join("|"));
  });
  return read;
}

it("a segment is acknowledged, another is lost and sent again", async () => {
  const rows = await rowsOf(
    "lost-segment.pcap",
    "flags acks_frame ack_rtt initial_rtt bytes_in_flight push_bytes_sent",
  );
  expect([...rows.slice(0, 8), ...rows.slice(28, 38)]).toEqual([
    "1||||||",
    "2||1|0.021507056|0.021547156||",
    "3||2|0.000040100|0.021547156||",
    "4||||0.021547156|1448|1448",
    "5||||0.021547156|2896|2896",
    "6||||0.021547156|4344|1448",
    "7||||0.021547156|5792|2896",
    "8||||0.021547156|7240|1448",
    "29||9|0.027881674|0.021547156||",
    "30||||0.021547156|21720|1448",
    "31||||0.021547156|23168|2896",
    "32|1|||0.021547156||",
    "33||||0.021547156|23168|1448",
    "34|1|||0.021547156||",
    "35||||0.021547156|23168|2896",
    "36|1|||0.021547156||",
    "37|1|||0.021547156|21720|4344",
    "38|1|||0.021547156||",
  ]);
});

it("duplicate ACKs are counted, and the answer to them is a retransmission as well as a fast one", async () => {
  const names = "retransmission fast_retransmission window_update duplicate_ack duplicate_ack_num duplicate_ack_frame";
  const rows = await rowsOf("lost-segment.pcap", names);
  expect(rows.slice(30, 39)).toEqual([
    "31||||||",
    "32|||1|||",
    "33||||||",
    "34||||1,1|1|29",
    "35||||||",
    "36||||1,1|2|29",
    "37|1|1||||",
    "38||||1,1|3|29",
    "39||||1,1|4|29",
  ]);
});

it("a SYN is sent again, and the handshake's time counts from the second", async () => {
  const rows = await rowsOf("lost-syn.pcap", "flags retransmission rto rto_frame initial_rtt acks_frame ack_rtt");
  expect(rows.slice(0, 4)).toEqual([
    "1|||||||",
    "2|1|1|1.001497000|1|0.020919000||",
    "3|||||0.020919000|1|1.022378000",
    "4|||||0.020919000|3|0.000038000",
  ]);
});

it("a window closes, is probed and opens", async () => {
  const names = "zero_window zero_window_probe zero_window_probe_ack window_update window_full";
  const said = (await rowsOf("zero-window.pcap", names)).filter((row) => !row.endsWith("|||||"));
  expect(said).toEqual([
    "8|||||1",
    "11|||||1",
    "15|||||1",
    "16|1||||",
    "18|1||||",
    "20|1||||",
    "22|1||||",
    "23||||1|",
    "29|||||1",
    "31|||||1",
    "33|||||1",
  ]);
});

it("silence is kept alive", async () => {
  const said = (await rowsOf("keep-alive.pcapng", "keep_alive keep_alive_ack")).filter((row) => !row.endsWith("||"));
  expect(said).toEqual(["8|1|", "9||1", "10|1|", "11||1", "12|1|", "13||1"]);
});
