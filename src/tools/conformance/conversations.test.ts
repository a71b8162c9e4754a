import { expect, it } from "vitest";
import { ourRows, tsharkRows } from "./conversations.ts";

const RULE = "=".repeat(80);
/** What `tshark -n -q -r public/samples/handshake.pcapng -z conv,tcp -z endpoints,eth` prints. */
const PRINTED = `${RULE}
Ethernet Endpoints
Filter:<No Filter>
                       |  Packets  | |  Bytes  | | Tx Packets | | Tx Bytes | | Rx Packets | | Rx Bytes |
00:00:5e:00:53:0a             11          1215          6             474           5             741   
00:00:5e:00:53:01             11          1215          5             741           6             474   
${RULE}
${RULE}
TCP Conversations
Filter:<No Filter>
                                                           |       <-      | |       ->      | |     Total     |
                                                           | Frames  Bytes | | Frames  Bytes | | Frames  Bytes |
192.0.2.10:33734           <-> 198.51.100.20:80                 5 741 bytes       6 474 bytes      11 1215 bytes     0.000000000         0.2137
${RULE}
`;

it("finds the rows of each table that tshark printed", () => {
  expect([...tsharkRows(PRINTED)]).toEqual([
    ["endpoints.eth", ["00:00:5e:00:53:0a 11 1215 6 474 5 741", "00:00:5e:00:53:01 11 1215 5 741 6 474"]],
    [
      "conversations.tcp",
      ["192.0.2.10:33734 <-> 198.51.100.20:80 5 741 bytes 6 474 bytes 11 1215 bytes 0.000000000 0.2137"],
    ],
  ]);
});

it("writes its own rows alike", async () => {
  const ours = await ourRows("public/samples/handshake.pcapng");
  expect(ours.size).toBe(10);
  for (const [table, rows] of tsharkRows(PRINTED)) expect(ours.get(table)).toEqual(rows);
  expect(ours.get("conversations.udp")).toEqual([]);
});
