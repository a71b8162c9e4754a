/** Hardware addresses with makers; the texts are tcpdump 4.99.3's, without -n. */
import { expect, it } from "vitest";
import { parseTcpdump } from "./parse/parse.ts";
import { PLAIN } from "./print/options.ts";
import { printBack } from "./print-back.ts";
import { stationName } from "./stations.ts";
import { readSectionNotes, readUntoldNote, sectionNotes } from "./text-notes.ts";

const NAMED = `ARP, Reply 10.0.0.1 is-at 08:00:09:01:02:03 (oui Hewlett-Packard), length 28
ARP, Request who-has 10.0.0.2 (Broadcast) tell 10.0.0.1, length 28
ARP, Request who-has 10.0.0.2 (52:54:00:01:02:03 (oui Unknown)) tell 10.0.0.1, length 28`;

it("names the makers that tcpdump knows, and the address of all", () => {
  expect(stationName("00:00:0c:01:02:03")).toBe("00:00:0c:01:02:03 (oui Cisco)");
  expect(stationName("52:54:00:01:02:03")).toBe("52:54:00:01:02:03 (oui Unknown)");
  expect(stationName("ff:ff:ff:ff:ff:ff")).toBe("Broadcast");
});

it("prints a text with makers as it was, and one without as that was", () => {
  const again = (text: string) => printBack(parseTcpdump(text), { ...PLAIN, time: 1 }).join("\n");
  expect(again(NAMED)).toBe(NAMED);
  const numeric = "ARP, Reply 10.0.0.1 is-at 08:00:09:01:02:03, length 28";
  expect(again(numeric)).toBe(numeric);
});

it("says so in the file that is written from the text, and nothing of it to readers", () => {
  const notes = sectionNotes(parseTcpdump(NAMED), ["Not told by the text: the checksum."]);
  expect(readSectionNotes(notes)?.hasMakers).toBe(true);
  expect(readUntoldNote(notes)).toBe("Not told by the text: the checksum.");
  expect(readSectionNotes(sectionNotes(parseTcpdump("")))?.hasMakers).toBe(false);
});
