import { expect, it } from "vitest";
import { DEVIATIONS, isDeviation } from "./deviations.ts";
import { addTally, Counter, noTally, shareOf } from "./tally.ts";

it("counts equal and different cells, and keeps the first differences", () => {
  const counter = new Counter("some.pcap", "tcp.seq", 1);
  counter.count(1, "5", "5");
  counter.count(2, "5", "6");
  counter.count(3, "", undefined);
  counter.count(4, undefined, "");
  expect(counter.tally).toEqual({ equal: 1, different: 3, deviating: 0 });
  expect(counter.differences).toEqual([{ place: 2, expected: "5", actual: "6" }]);
});

it("counts known deviations apart", () => {
  const [known] = DEVIATIONS.filter(({ field }) => field === "tcp.completeness");
  expect(known).toBeDefined();
  const counter = new Counter("suricata-output-eve-ftp-data-input-0bbf91.pcap", "tcp.completeness", 9);
  counter.count(1052, "30", "31");
  counter.count(1053, "31", "31");
  expect(counter.tally).toEqual({ equal: 1, different: 0, deviating: 1 });
});

it("knows deviations by capture, field and frame", () => {
  const capture = "suricata-transform-base64-7296-input-36f01c.pcap";
  expect(isDeviation(capture, "tcp.time_delta", 14)).toBe(true);
  expect(isDeviation(capture, "tcp.time_delta", 13)).toBe(false);
  expect(isDeviation(capture, "tcp.seq", 14)).toBe(false);
  expect(isDeviation("other.pcap", "tcp.time_delta", 14)).toBe(false);
});

it("says why of every deviation", () => {
  for (const { reason } of DEVIATIONS) expect(reason.length).toBeGreaterThan(20);
});

it("takes shares of what was counted, deviations left out", () => {
  const sum = noTally();
  addTally(sum, { equal: 3, different: 1, deviating: 5 });
  addTally(sum, { equal: 6, different: 0, deviating: 0 });
  expect([shareOf(sum), shareOf(noTally())]).toEqual([0.9, 1]);
});
