/** How long a packet may claim to be before the claim counts as damage. Wireshark's rule. */

const MOST_ELSEWHERE = 262_144;

/** Bytes by link type, for those on which one record is more than a packet. */
const MOST_BY_LINK_TYPE: Readonly<Record<number, number>> = {
  231: 128 * 1024 * 1024, // D-Bus messages
  249: 128 * 1024 * 1024, // USB transfers, as USBPcap writes them
  279: 32 * 1024 * 1024, // Elektrobit's bus recorder
};

/** Bytes that one packet may be captured with. */
export function mostCaptured(linkType: number): number {
  return MOST_BY_LINK_TYPE[linkType] ?? MOST_ELSEWHERE;
}

/** Bytes that one record of any format may take: the longest packet, with room for pcapng's options. */
export const MOST_RECORD = 128 * 1024 * 1024 + 131_104;

/** Names of addresses that are kept of a file. */
export const MOST_NAMES = 100_000;
