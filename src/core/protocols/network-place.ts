/** The network layer that a header has below it, as the headers passed so far tell: its addresses, for whom it matters. */
import type { NetworkPlace } from "./inspection.ts";
import { ipv4, ipv4DestinationAt, ipv4Header } from "./ipv4.ts";
import { ipv6, ipv6Header } from "./ipv6.ts";
import { destinationOptions, finalDestinationAt, routing } from "./ipv6-extensions.ts";
import { homeAddressAt } from "./ipv6-options.ts";
import type { Protocol } from "./walk.ts";

/** What lies below after the header at `at` was passed, which ends at `headerEnd`; `before` is what lay below it. */
export function networkAfter(
  before: NetworkPlace | null,
  protocol: Protocol,
  view: DataView,
  at: number,
  headerEnd: number,
): NetworkPlace | null {
  switch (protocol) {
    case ipv4: {
      const destinationAt = ipv4DestinationAt(view, at, headerEnd);
      return { key: ipv4.key, view, at, sourceAt: at + ipv4Header.src.bit / 8, destinationAt, addressLength: 4 };
    }
    case ipv6: {
      const destinationAt = ipv6Header.dst(view, at);
      return { key: ipv6.key, view, at, sourceAt: ipv6Header.src(view, at), destinationAt, addressLength: 16 };
    }
    case routing: {
      if (before?.view !== view) return before;
      return { ...before, destinationAt: finalDestinationAt(view, at, headerEnd, before.destinationAt) };
    }
    case destinationOptions: {
      const sourceAt = homeAddressAt(view, at + 2, headerEnd);
      return before?.view === view && sourceAt >= 0 ? { ...before, sourceAt } : before;
    }
    default:
      return before;
  }
}
