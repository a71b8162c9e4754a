import { expect, it } from "vitest";
import { compileFilter } from "../../core/filter/compile.ts";
import { t } from "../words-for-tests.ts";
import { problemWords } from "./problem-words.ts";

/** The field's value in the chosen packet, as filters write it. */
const chosen = (field: string) => `\${${field}}`;

it.each([
  ["tcp.flags.sny == 1", "no field tcp.flags.sny; tcp.flags.syn?"],
  ["udpp", "no field udpp; udp?"],
  ["tcp.port = 80", "= cannot stand here; ==?"],
  ["tcp.port <> 80", "<> cannot stand here; !=?"],
  ["tcp AND ip", "AND cannot stand here; and?"],
  ["tcp; ip", "; cannot stand here; and?"],
  ["tcp udp", "udp cannot stand here"],
  ["and ip", "and cannot stand here"],
  ["tcp or or ip", "or cannot stand here"],
  ["tcp.port in (80)", "( cannot stand here"],
  ["tcp and", "not finished yet"],
  ["tcp.port in {80", "not finished yet"],
  ["tcp.port == 70000", "70000 is more than 65,535"],
  ["ip.ttl == 256", "256 is more than 255"],
  ["tcp.port == eighty", "eighty is not a number"],
  ["ip.src == 10.0.0", "10.0.0 is not an IPv4 address"],
  ["ip.src == 10.0.0.1/33", "10.0.0.1/33 is not an IPv4 address"],
  ["ipv6.src == fe80::1::2", "fe80::1::2 is not an IPv6 address"],
  ["eth.src == 00:11:22", "00:11:22 is not an Ethernet address"],
  ["tcp.flags.syn == yes", "yes is not a flag: 0, 1, True or False"],
  ['frame.time > "yesterday"', 'yesterday is not a point in time, as in "2024-05-01 12:00:00"'],
  ["frame.time_relative > 1s", "1s is not a time in seconds"],
  ["tcp.state.client == established", "established is not a number; ESTABLISHED?"],
  ["80 == tcp.port", "80 is no field"],
  ["tcp.port == ip.src", "tcp.port and ip.src are of different kinds"],
  ["tcp.port contains 80", "tcp.port is a number; contains cannot be asked of it"],
  ["ip.src + 1 == 10.0.0.2", "ip.src is an IPv4 address; + cannot be asked of it"],
  ["tcp.analysis.flags == 1", "tcp.analysis.flags is a mark without a value; == cannot be asked of it"],
  ["tcp.srcport[0]", "tcp.srcport is a number, and has no parts"],
  ["tcp[2:0]", "this part is empty"],
  ["lne(tcp) > 3", "no function lne; len?"],
  ["upper(tcp.port) == 1", "upper() does not take this"],
  ["len(http.host)", "what len() gives has to be compared"],
  ["http.host matches a", "matches wants a text in double quotes"],
  ['http.host contains "a', "the closing quote is missing"],
  ['frame matches "\\d"', "\\d is no escape; a backslash is \\\\"],
  [`tcp.srcport == ${chosen("tcp.srcport")}`, "asks for a chosen packet"],
  [`${"!".repeat(200)}tcp`, "nested too deeply"],
])("says what is wrong with %s", (filter, words) => {
  const compiled = compileFilter(filter);
  if (!("problem" in compiled)) throw new Error("nothing is");
  expect(problemWords(compiled.problem, t)).toBe(words);
});

it("says why a pattern is none", () => {
  const compiled = compileFilter('frame matches "["');
  if (!("problem" in compiled)) throw new Error("nothing is wrong");
  expect(problemWords(compiled.problem, t)).toMatch(/^no regular expression: .{5,}/);
});
