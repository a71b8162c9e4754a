import { expect, test } from "vitest";
import { runPeers } from "./peers.ts";

test("a program that is not installed is absent", async () => {
  expect(await runPeers("any.pcap", 1, [{ name: "no-such-program", args: [] }])).toEqual([
    { peer: "no-such-program", outcome: "absent" },
  ]);
});

test("a program that reads the file is measured", async () => {
  const [result] = await runPeers(process.execPath, 2, [{ name: "test", args: ["-f"] }]);
  expect(result).toMatchObject({ peer: "test", outcome: "read", seconds: expect.any(Number) });
});

test("a program that fails says why", async () => {
  const [result] = await runPeers("/no/such/file", 1, [{ name: "ls", args: [] }]);
  expect(result).toMatchObject({ peer: "ls", outcome: "failed", reason: expect.stringContaining("/no/such/file") });
});
