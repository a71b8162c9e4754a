/** The recorded samples, each state written out by hand from RFC 9293's diagram (figure 5). */
import { readFile } from "node:fs/promises";
import { describe, expect, it, test } from "vitest";
import { CLIENT_INFERRED, SERVER_INFERRED } from "../core/analysis/state-history.ts";
import { TCP_STATES } from "../core/analysis/tcp-states.ts";
import { keptFacts, readFacts } from "./connection-facts.ts";
import { openCapture } from "./open-for-tests.ts";

const openSample = async (name: string) =>
  openCapture({ name, blob: new Blob([await readFile(`public/samples/${name}`)]) });
const factsOf = async (name: string) => readFacts(await openSample(name), 0);

/** States of client and server after each packet of a sample's only connection; `?` for what is inferred. */
async function states(name: string): Promise<string[]> {
  const { history } = await factsOf(name);
  return Array.from(history.client, (client, i) => {
    const mark = (bit: number) => (history.inferred[i]! & bit ? "?" : "");
    return `${TCP_STATES[client]}${mark(CLIENT_INFERRED)} ${TCP_STATES[history.server[i]!]}${mark(SERVER_INFERRED)}`;
  });
}

const times = (count: number, state: string): string[] => Array<string>(count).fill(state);
const HANDSHAKE = ["SYN-SENT SYN-RECEIVED", "ESTABLISHED SYN-RECEIVED", "ESTABLISHED ESTABLISHED"];
const CLIENT_CLOSES = ["FIN-WAIT-1 CLOSE-WAIT", "FIN-WAIT-2 CLOSE-WAIT", "TIME-WAIT LAST-ACK", "TIME-WAIT CLOSED"];

describe("the states of both ends", () => {
  test.each([
    ["handshake.pcapng", [...HANDSHAKE, ...times(4, "ESTABLISHED ESTABLISHED"), ...CLIENT_CLOSES]],
    ["refused.pcap", ["SYN-SENT CLOSED", "CLOSED CLOSED"]],
    [
      "half-close.pcap",
      [
        ...HANDSHAKE,
        ...times(2, "ESTABLISHED ESTABLISHED"),
        "FIN-WAIT-1 CLOSE-WAIT",
        ...times(7, "FIN-WAIT-2 CLOSE-WAIT"),
        "TIME-WAIT LAST-ACK",
        "TIME-WAIT CLOSED",
      ],
    ],
    [
      "simultaneous-close.pcap",
      [
        ...HANDSHAKE,
        ...times(4, "ESTABLISHED ESTABLISHED"),
        "FIN-WAIT-1 ESTABLISHED",
        "CLOSING CLOSING",
        "CLOSING TIME-WAIT",
        "TIME-WAIT TIME-WAIT",
      ],
    ],
    [
      // The server's second line leaves before the RST is there.
      "reset.pcap",
      [...HANDSHAKE, ...times(4, "ESTABLISHED ESTABLISHED"), "CLOSED ESTABLISHED", ...times(2, "CLOSED CLOSED")],
    ],
    ["lost-syn.pcap", ["SYN-SENT LISTEN", ...HANDSHAKE, ...times(4, "ESTABLISHED ESTABLISHED"), ...CLIENT_CLOSES]],
  ])("of %s", async (name, expected) => {
    expect(await states(name)).toEqual(expected);
  });
});

describe("the summary", () => {
  it("has the options of both SYNs, and what they agree on", async () => {
    const { offers, agreement, capturePoint } = (await factsOf("handshake.pcapng")).summary;
    const all = { mss: 1460, windowShift: 7, sackPermitted: true, timestamps: true, fastOpen: false };
    expect(offers).toEqual({ client: all, server: all });
    expect(agreement).toEqual({ windowScaling: true, sack: true, timestamps: true });
    expect(capturePoint).toBe("client");
  });

  it("has none of a server that refused", async () => {
    const { offers, agreement, ending } = (await factsOf("refused.pcap")).summary;
    expect([offers.client?.mss, offers.server, agreement, ending.state]).toEqual([1460, null, null, "refused"]);
  });

  // tcptrace -l -r prints these of lost-segment.pcap, and tshark the duplicate ACKs.
  it("counts what came again, and duplicate ACKs", async () => {
    const { client, server } = (await factsOf("lost-segment.pcap")).summary;
    expect([client.payload, client.sentAgain.count, client.segmentsAgain]).toEqual([37548, 1448, 1]);
    expect(server.duplicateAcks.count).toBe(16);
  });

  it("tells how long the window was closed", async () => {
    const { server } = (await factsOf("zero-window.pcap")).summary;
    expect(server.zeroWindow.count).toBe(1);
    expect(server.zeroWindow.nanoseconds / 1e9).toBeCloseTo(2.041726 - 0.15144, 6);
  });

  it("is kept until another connection is looked at", async () => {
    const capture = await openSample("handshake.pcapng");
    expect(keptFacts(capture, 0)).toBeUndefined();
    const facts = await readFacts(capture, 0);
    expect(keptFacts(capture, 0)).toBe(facts);
    expect(keptFacts(capture, 1)).toBeUndefined();
  });
});
