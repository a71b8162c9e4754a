import { describe, expect, it } from "vitest";
import { readFrame } from "./frames-for-tests.ts";
import { FINE, MALFORMED, WRONG_VALUE } from "./walk.ts";

const WLAN = 105;
const RADIOTAP = 127;
const PPI = 192;
const IPV4 = "4500 0020 0001 0000 4011 0000 0a000001 0a000002 0005 0006 000c 0000 61626364";
const SNAP = `aaaa 03 000000 0800 ${IPV4}`;
const ONE = "020000000001";
const TWO = "020000000002";
const THREE = "020000000003";
const FOUR = "020000000004";

const keysOf = (linkType: number, hex: string) => readFrame(linkType, hex).layers.map(({ key }) => key);
const headOf = (hex: string) => readFrame(WLAN, hex).layers[0];

describe("IEEE 802.11 data (§9.3.2.1)", () => {
  it("leads on to IEEE 802.2, from a station, from an access point and between two", () => {
    expect(keysOf(WLAN, `0801 2c00 ${ONE} ${TWO} ${THREE} 1000 ${SNAP}`)).toEqual(["wlan", "llc", "ip", "udp"]);
    expect(keysOf(WLAN, `0802 2c00 ${ONE} ${TWO} ${THREE} 1000 ${SNAP}`)).toEqual(["wlan", "llc", "ip", "udp"]);
    expect(keysOf(WLAN, `0803 2c00 ${ONE} ${TWO} ${THREE} 1000 ${FOUR} ${SNAP}`)).toEqual(["wlan", "llc", "ip", "udp"]);
  });

  it("tells its addresses apart by the direction", () => {
    expect(headOf(`0801 2c00 ${ONE} ${TWO} ${THREE} 1000 ${SNAP}`)?.fields).toMatchObject({
      "wlan.fc.type_subtype": "0x0020",
      "wlan.fc": "0x0801",
      "wlan.fc.tods": "1",
      "wlan.duration": "44",
      "wlan.ra": "02:00:00:00:00:01",
      "wlan.ta": "02:00:00:00:00:02",
      "wlan.da": "02:00:00:00:00:03",
      "wlan.sa": "02:00:00:00:00:02",
      "wlan.bssid": "02:00:00:00:00:01",
      "wlan.frag": "0",
      "wlan.seq": "1",
    });
    expect(headOf(`0802 2c00 ${ONE} ${TWO} ${THREE} 1000 ${SNAP}`)?.fields).toMatchObject({
      "wlan.da": "02:00:00:00:00:01",
      "wlan.sa": "02:00:00:00:00:03",
      "wlan.bssid": "02:00:00:00:00:02",
    });
    expect(headOf(`0803 2c00 ${ONE} ${TWO} ${THREE} 1000 ${FOUR} ${SNAP}`)?.fields).toMatchObject({
      "wlan.da": "02:00:00:00:00:03",
      "wlan.sa": "02:00:00:00:00:04",
    });
  });

  it("has more of a header with QoS and with the HT control", () => {
    expect(keysOf(WLAN, `8801 2c00 ${ONE} ${TWO} ${THREE} 1000 0600 ${SNAP}`)).toEqual(["wlan", "llc", "ip", "udp"]);
    expect(keysOf(WLAN, `8881 2c00 ${ONE} ${TWO} ${THREE} 1000 0600 00000000 ${SNAP}`)).toEqual([
      "wlan",
      "llc",
      "ip",
      "udp",
    ]);
  });

  it("ends where it is encrypted, in pieces, or has no data", () => {
    const words = (hex: string) => readFrame(WLAN, hex).info;
    expect(words(`0841 2c00 ${ONE} ${TWO} ${THREE} 1000 ${SNAP}`)).toBe("Data, SN=1, FN=0, Flags=.p.....T");
    expect(keysOf(WLAN, `0841 2c00 ${ONE} ${TWO} ${THREE} 1000 ${SNAP}`)).toEqual(["wlan"]);
    expect(keysOf(WLAN, `0805 2c00 ${ONE} ${TWO} ${THREE} 1000 ${SNAP}`)).toEqual(["wlan"]);
    expect(keysOf(WLAN, `0801 2c00 ${ONE} ${TWO} ${THREE} 1100 00112233`)).toEqual(["wlan"]);
    expect(words(`4811 2c00 ${ONE} ${TWO} ${THREE} 1000`)).toBe("Null function (No data), SN=1, FN=0, Flags=...P...T");
  });

  it("reads every packet of an aggregate (§9.3.2.2.2)", () => {
    const subframe = `${ONE} ${TWO} 0028 ${SNAP}`;
    const frame = readFrame(WLAN, `8802 2c00 ${ONE} ${TWO} ${THREE} 1000 8000 ${subframe} 0000 ${subframe}`);
    const packet = ["wlan_aggregate", "llc", "ip", "udp"];
    expect(frame.layers.map(({ key }) => key)).toEqual(["wlan", ...packet, ...packet]);
    expect(frame.problem).toBe(FINE);
  });
});

describe("other IEEE 802.11 frames", () => {
  it("have one address or two when they control the medium (§9.3.1)", () => {
    expect(headOf(`d400 0000 ${ONE}`)).toMatchObject({ info: "Acknowledgement, Flags=........", end: 10 });
    expect(headOf(`b400 0000 ${ONE} ${TWO}`)).toMatchObject({ info: "Request-to-send, Flags=........", end: 16 });
    expect(headOf(`d400 0000 ${ONE}`)?.fields["wlan.ta"]).toBeUndefined();
  });

  it("tell the network's name and beat when they manage it (§9.3.3)", () => {
    const beacon = `8000 0000 ffffffffffff ${ONE} ${ONE} 2000 0000000000000000 6400 0100 00 04 43616665`;
    expect(readFrame(WLAN, beacon).info).toBe('Beacon frame, SN=2, FN=0, Flags=........, BI=100, SSID="Cafe"');
    expect(headOf(beacon)?.fields).toMatchObject({ "wlan.ssid": "43616665", "wlan.fixed.beacon": "100" });
    const probe = `4000 0000 ffffffffffff ${ONE} ffffffffffff 2000 00 00`;
    const unprintable = beacon.replace(/43616665/, "43ff6665");
    expect(readFrame(WLAN, unprintable).info).toContain("SSID=43ff6665");
    expect(readFrame(WLAN, probe).info).toBe("Probe Request, SN=2, FN=0, Flags=........, SSID=Wildcard (Broadcast)");
  });

  it("may be of another version", () => {
    const frame = readFrame(WLAN, `0b01 2c00 ${ONE} ${TWO} ${THREE} 1000`);
    expect(frame).toMatchObject({ problem: WRONG_VALUE, info: "Unknown protocol version: 3" });
  });
});

describe("pseudo headers of radios", () => {
  it("radiotap tells the framing and the signal (radiotap.org)", () => {
    // Flags, rate, channel, signal, noise: the check sequence is there.
    const radiotap = "0000 1000 6e000000 10 0c 8509 c000 d6 a0";
    const frame = readFrame(RADIOTAP, `${radiotap} 0801 2c00 ${ONE} ${TWO} ${THREE} 1000 ${SNAP} 78563412`);
    expect(frame.layers.map(({ key }) => key)).toEqual(["radiotap", "wlan", "llc", "ip", "udp"]);
    expect(frame.layers[0]?.fields).toMatchObject({
      "radiotap.length": "16",
      "radiotap.present.word": "0x0000006e",
      "radiotap.flags": "0x10",
      "radiotap.channel.freq": "2437",
      "radiotap.dbm_antsignal": "-42",
      "radiotap.dbm_antnoise": "-96",
    });
    expect(frame.layers[1]?.fields["wlan.fcs"]).toBe("0x12345678");
    expect(readFrame(RADIOTAP, `${radiotap} d400 0000 ${ONE} 78563412`).info).toBe("Acknowledgement, Flags=........C");
  });

  it("radiotap aligns its values and goes past words of presence bits", () => {
    const radiotap = "0000 1a00 03000080 00000000 00000000 0000000000000000 20 00";
    expect(readFrame(RADIOTAP, `${radiotap} 8801 2c00 ${ONE} ${TWO} ${THREE} 1000 0600 0000 ${SNAP}`).info).toBe(
      "5 → 6 Len=4",
    );
  });

  it("radiotap is malformed when it is shorter than itself", () => {
    expect(readFrame(RADIOTAP, "0000 0400 00000000").problem).toBe(MALFORMED);
  });

  it("PPI leads on by link type", () => {
    const frame = readFrame(PPI, `0000 1000 69000000 0800 0400 00000000 d400 0000 ${ONE}`);
    expect(frame.layers.map(({ key }) => key)).toEqual(["ppi", "wlan"]);
    expect(frame.layers[0]?.fields).toMatchObject({ "ppi.dlt": "105", "ppi.field_type": "8", "ppi.field_len": "4" });
    const checked = `0000 2000 69000000 0200 1400 0000000000000000 0100 0000 0000 0000 00000000 d400 0000 ${ONE} 78563412`;
    expect(readFrame(PPI, checked).info).toBe("Acknowledgement, Flags=........C");
    expect(readFrame(PPI, "0000 0400 69000000").problem).toBe(MALFORMED);
  });
});
