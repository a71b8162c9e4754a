import fc from "fast-check";
import { expect, it } from "vitest";
import { completionsAt, type OccurringValues } from "./completion.ts";

const occurring: OccurringValues = ({ name }) =>
  name === "ip.addr" ? ["192.0.2.10", "198.51.100.20"].map((text) => ({ text, title: "" })) : [];
/** What may stand at the `|`. */
function at(marked: string) {
  const caret = marked.indexOf("|");
  const text = marked.replace("|", "");
  const { expects, from, to, options } = completionsAt(text, caret, occurring);
  return { expects, replaced: text.slice(from, to), options: options.map((option) => option.text) };
}

it("gives fields with their titles, the shorter ones first", () => {
  const { expects, options } = completionsAt("tcp.fl", 6, occurring);
  expect([expects, options[0]]).toEqual(["field", { text: "tcp.flags", title: "Flags" }]);
  expect(options.map(({ text }) => text)).toContain("tcp.flags.syn");
  expect(at("tc|").options.slice(0, 1)).toEqual(["tcp"]);
});

it("replaces the word that the caret is in, and nothing else", () => {
  expect(at("tcp and ud|p.po == 3")).toMatchObject({ expects: "field", replaced: "udp.po" });
  expect(at("tcp and | == 3")).toMatchObject({ expects: "field", replaced: "" });
});

it("gives what may follow a field by its kind", () => {
  expect(at("tcp.port |")).toMatchObject({ expects: "comparison", replaced: "" });
  expect(at("tcp.port |").options).toEqual(["==", "!=", ">", "<", ">=", "<=", "in", "and", "or"]);
  expect(at("tcp.flags.syn |").options).toEqual(["==", "!=", "and", "or"]);
  expect(at("http.host con|").options).toEqual(["contains"]);
});

it("gives values that occur, and those that have names", () => {
  expect(at("ip.addr == 19|").options).toEqual(["192.0.2.10", "198.51.100.20"]);
  expect(at("ip.addr in {192.0.2.10, 198|").options).toEqual(["198.51.100.20"]);
  expect(at("tcp.flags.syn == |").options).toEqual(["1", "0"]);
  expect(at("tcp.state.client == SYN|").options).toEqual(["SYN-SENT", "SYN-RECEIVED"]);
  expect(completionsAt("icmp.type == 8", 14, occurring).options.length).toBeLessThan(3);
});

it("gives what links tests behind a whole one, and fields behind that", () => {
  expect(at("tcp.port == 80 |")).toMatchObject({ expects: "link", options: ["and", "or"] });
  expect(at("tcp.port in {80, 443} a|")).toMatchObject({ expects: "link", options: ["and"] });
  expect(at("(tcp.port == 80) and not arp.o|")).toMatchObject({ expects: "field", replaced: "arp.o" });
});

it("gives nothing within a text, and nothing that is there already", () => {
  expect(at('http.host contains "tc|').options).toEqual([]);
  expect(at("tcp.dstport|").options).toEqual([]);
});

it("never throws, and replaces within the text", () => {
  const property = fc.property(fc.string(), fc.nat(30), (text, where) => {
    const caret = Math.min(where, text.length);
    const { from, to } = completionsAt(text, caret, occurring);
    expect([from <= caret, to >= caret, to <= text.length]).toEqual([true, true, true]);
  });
  fc.assert(property);
});
