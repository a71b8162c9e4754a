/** What holds for the step of every protocol, whatever bytes it is given. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Inspection } from "./inspection.ts";
import { PROTOCOLS } from "./registry.ts";
import { FINE, type Protocol, Walk } from "./walk.ts";

const NO_LINK = -1;

/** A walk that stands at `protocol`, over bytes of a buffer of their own; `missing` more were on the wire. */
function walkAt(protocol: Protocol, bytes: Uint8Array, missing: number): Walk {
  const walk = new Walk();
  walk.start(new DataView(bytes.slice().buffer), 0, bytes.length, bytes.length + missing, NO_LINK);
  walk.next = protocol;
  return walk;
}

/** Takes the header apart that `protocol` walked over, or refused, from the first byte of `view`. */
function takeApart(protocol: Protocol, { view, at, problem }: Walk, end: number, wireEnd: number): Inspection {
  const headerEnd = problem !== FINE && at === 0 ? end : Math.min(at, end);
  const addresses = { sourceAt: 8, destinationAt: 24, addressLength: 16 };
  const network = { key: "ipv6", view: new DataView(new ArrayBuffer(40)), at: 0, ...addresses };
  const place = { view, frameAt: 0, at: 0, headerEnd, end, wireEnd, quotedBy: null, isBeginning: false, network };
  const p = new Inspection({ ...place, ports: [1, 2], segment: null, verifiesChecksums: true });
  protocol.inspect(p);
  protocol.brief?.(p);
  protocol.info?.(p);
  protocol.column?.(p);
  return p;
}

describe.each(PROTOCOLS.map((protocol) => [`${protocol.title} (${protocol.source})`, protocol] as const))(
  "%s",
  (_, protocol) => {
    const bytes = fc.uint8Array({ maxLength: 120 });
    // Small numbers are lengths, versions and types more often than large ones.
    const small = fc.array(fc.oneof(fc.nat(8), fc.nat(255)), { maxLength: 120 }).map((all) => Uint8Array.from(all));

    it("goes on behind itself, or to another, or ends", () => {
      fc.assert(
        fc.property(fc.oneof(bytes, small), fc.nat(100), (bytes, missing) => {
          const walk = walkAt(protocol, bytes, missing);
          // Ports are asked only for what there is.
          if (protocol.accepts && (bytes.length === 0 || !protocol.accepts(walk))) return;
          protocol.walk(walk);
          if (walk.next === protocol) expect(walk.at).toBeGreaterThan(0);
          expect(walk.at).toBeGreaterThanOrEqual(0);
          expect(walk.end).toBeLessThanOrEqual(bytes.length);
          expect(walk.wireEnd).toBeGreaterThanOrEqual(walk.end);
          if (walk.next) expect(walk.at).toBeLessThanOrEqual(bytes.length);
          if (walk.problem !== FINE) expect(walk.next).toBeNull();
          for (const { bit, width } of takeApart(protocol, walk, bytes.length, bytes.length + missing).nodes) {
            expect(bit + width).toBeLessThanOrEqual(bytes.length * 8);
          }
        }),
        { numRuns: 200 },
      );
    });
  },
);
