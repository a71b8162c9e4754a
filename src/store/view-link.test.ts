import fc from "fast-check";
import { expect, it } from "vitest";
import { type LinkedView, readView, viewParts } from "./view-link.ts";

const VIEW: LinkedView = {
  connection: 3,
  packet: 4,
  anchor: 8,
  numbers: "raw",
  timeStyle: "utc",
  states: false,
  names: true,
  filter: 'tcp.len > 0 && http.host == "a&b#c"',
  dims: true,
  marked: [2, 6, 7, 8],
  references: [0],
  notes: [
    { first: 4, last: 4, text: "one: two\n你好 & #3" },
    { first: 4, last: 8, text: "a range" },
  ],
  given: [{ address: "2001:db8::1", name: "web = server" }],
};

it("writes a view so that it can be read, and read back", () => {
  const parts = viewParts(VIEW).toString();
  expect(parts).toMatch(
    /^stream=3&packet=5&to=9&seq=raw&time=utc&states=no&names=yes&filter=tcp[^&#]+&dim=yes&marked=3%2C7-9&ref=1&note=5%3Aone/,
  );
  expect(readView(new URLSearchParams(parts))).toEqual({ view: VIEW, bad: [] });
});

it("names what says nothing, and keeps what does", () => {
  const bad = [
    "stream=-1",
    "flow=all",
    "packet=0",
    "to=x",
    "seq=odd",
    "time=noon",
    "states=1",
    "names=",
    "dim=1",
    "marked=0",
    "marked=3,,4",
    "marked=1-999999999",
    "ref=9-5",
    "note=5",
    "note=9-5:x",
    "name=host=x",
  ];
  const read = readView(new URLSearchParams(`sample=x&packet=7&${bad.join("&")}&other=1`));
  expect(read).toEqual({ view: { packet: 6, notes: [], given: [] }, bad });
});

it("never throws, whatever a link says", () => {
  fc.assert(fc.property(fc.string(), (text) => void readView(new URLSearchParams(text))));
  fc.assert(fc.property(fc.webFragments(), (text) => void readView(new URLSearchParams(text))));
});
