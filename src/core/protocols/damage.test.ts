/** What holds for every protocol when a frame that it stands in is damaged: cut anywhere, any one bit flipped. */
import { describe, expect, it } from "vitest";
import { bytesOf, readFrame } from "./frames-for-tests.ts";
import { PROTOCOLS } from "./registry.ts";
import { type Protocol, Walk, walkFrame } from "./walk.ts";
import { WHOLE_FRAMES, type WholeFrame } from "./whole-frames-for-tests.ts";

const hexOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const named = WHOLE_FRAMES.map((frame) => [`${keysOf(frame).join(" ")} (${frame.hex.length})`, frame] as const);

function protocolsIn({ linkType, hex }: WholeFrame): Protocol[] {
  const bytes = bytesOf(hex);
  const walk = new Walk();
  const met: Protocol[] = [];
  walk.start(new DataView(bytes.buffer as ArrayBuffer), 0, bytes.length, bytes.length, linkType); // made by bytesOf
  walkFrame(walk, { layer: (protocol) => met.push(protocol) });
  return met;
}

function keysOf(frame: WholeFrame): string[] {
  return protocolsIn(frame).map(({ key }) => key);
}

/** Reads a frame, in a buffer that ends with it; the answer names the first layer that lies outside of it. */
function strayLayer(linkType: number, hex: string, captured = hex.length / 2): string | null {
  const { layers } = readFrame(linkType, hex, { captured });
  const stray = layers.find(({ at, end }) => !(at >= 0 && end >= at && end <= captured));
  return stray ? `${stray.key} at ${stray.at} .. ${stray.end} of ${hex}` : null;
}

it("meets every protocol in one of the frames", () => {
  const met = new Set(WHOLE_FRAMES.flatMap(protocolsIn));
  expect(PROTOCOLS.filter((protocol) => !met.has(protocol)).map(({ title }) => title)).toEqual([]);
});

describe.each(named)("%s", (_, { linkType, hex: written }) => {
  const bytes = bytesOf(written);
  const hex = hexOf(bytes);

  it("bears being cut anywhere, by the capture and by itself", () => {
    for (let length = 0; length < bytes.length; length++) {
      expect(strayLayer(linkType, hex, length)).toBeNull();
      expect(strayLayer(linkType, hex.slice(0, length * 2))).toBeNull();
    }
  });

  it("bears any one bit flipped", () => {
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = bytes.slice();
      flipped[bit >> 3]! ^= 0x80 >> (bit & 7);
      expect(strayLayer(linkType, hexOf(flipped))).toBeNull();
    }
  });
});
