import { describe, expect, it } from "vitest";
import { ETHERNET, lastLayer, readFrame } from "./frames-for-tests.ts";

const igmp = (message: string) => `${ETHERNET} 0800
  4500 0060 0001 0000 0102 0000 0a000001 e0000016 ${message}`;
const GROUP = "ef010203";
const SOURCES = "c0000201 c0000202";
/** A report of version 3 (RFC 9776 §4.2) with one record. */
const report = (type: string, sources = "") =>
  igmp(`22 00 abcd 0000 0001  ${type} 00 000${sources.replace(/ /g, "").length / 8} ${GROUP} ${sources}`);

describe("the version", () => {
  it.each([
    ["1", `11 00 0000 ${GROUP}`],
    ["1", `12 00 0000 ${GROUP}`],
    ["2", `11 64 0000 ${GROUP}`],
    ["2", `16 00 0000 ${GROUP}`],
    ["3", `11 64 0000 ${GROUP} 0a 7d 0000`],
    ["3", "22 00 0000 0000 0000"],
  ])("is %s of %s", (version, message) => {
    // The network layer ends with the message: its length tells queries apart.
    const length = (20 + message.replace(/ /g, "").length / 2).toString(16).padStart(4, "0");
    const { fields, column } = lastLayer(228, `4500 ${length} 0001 0000 0102 0000 0a000001 e0000016 ${message}`);
    expect([fields["igmp.version"], column]).toEqual([version, `IGMPv${version}`]);
  });
});

it("reads a query's times, the long ones too, and its sources", () => {
  expect(lastLayer(1, igmp(`11 9f 1234 ${GROUP} 0a 7d 0002 ${SOURCES}`)).fields).toMatchObject({
    "igmp.max_resp": "496",
    "igmp.checksum": "0x1234",
    "igmp.maddr": "239.1.2.3",
    "igmp.s": "1",
    "igmp.qrv": "2",
    "igmp.qqic": "125",
    "igmp.num_src": "2",
    "igmp.saddr": "192.0.2.1,192.0.2.2",
  });
});

it("reads a report's records, auxiliary data included", () => {
  const records = `01 01 0001 ${GROUP} c0000201 61626364  04 00 0000 ${GROUP}`;
  expect(lastLayer(1, igmp(`22 00 abcd 0000 0002 ${records}`)).fields).toMatchObject({
    "igmp.num_grp_recs": "2",
    "igmp.record_type": "1,4",
    "igmp.saddr": "192.0.2.1",
    "igmp.aux_data": "61626364",
    "igmp.maddr": "239.1.2.3,239.1.2.3",
  });
});

describe("the Info column", () => {
  it.each([
    [report("01"), "Leave group 239.1.2.3"],
    [report("03", "c0000201"), "Join group 239.1.2.3 for source {192.0.2.1}"],
    [report("03", SOURCES), "Join group 239.1.2.3 for sources in {192.0.2.1, 192.0.2.2}"],
    [report("04"), "Join group 239.1.2.3 for any sources"],
    [report("02", SOURCES), "Join group 239.1.2.3, for sources not in {192.0.2.1, 192.0.2.2}"],
    [report("05", "c0000201"), "Group 239.1.2.3, new source {192.0.2.1}"],
    [report("06", SOURCES), "Group 239.1.2.3, block sources {192.0.2.1, 192.0.2.2}"],
    [report("07"), "Group 239.1.2.3, unknown record type (?)"],
  ])("%#: %s", (hex, info) => {
    expect(readFrame(1, hex).info).toBe(`Membership Report / ${info}`);
  });

  it.each([
    [`17 00 0000 ${GROUP}`, "Leave Group 239.1.2.3"],
    [`11 64 0000 00000000 02 7d 0000`, "Membership Query, general"],
    [`11 64 0000 ${GROUP} 02 7d 0001 c0000201`, "Membership Query, specific for group 239.1.2.3, source {192.0.2.1}"],
    [`30 00 0000 ${GROUP}`, "Unknown Type:0x30"],
  ])("%#: %s", (message, info) => {
    expect(readFrame(1, igmp(message)).info).toBe(info);
  });
});
