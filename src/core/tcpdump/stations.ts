/** Hardware addresses as tcpdump writes them where names may stand for numbers: with the maker of the network card. */

/** Makers by the first three bytes: the few that tcpdump knows, and what it calls them. */
const MAKERS: Readonly<Record<string, string>> = {
  "00:00:00": "Ethernet",
  "00:00:0c": "Cisco",
  "00:00:5e": "IANA",
  "00:00:81": "Nortel Networks SONMP",
  "00:00:f8": "Cisco bridged",
  "00:04:ea": "HP-Labs",
  "00:10:18": "Broadcom",
  "00:12:0f": "IEEE 802.3 Private",
  "00:12:bb": "ANSI/TIA",
  "00:1b:21": "DCBX",
  "00:24:81": "HP",
  "00:80:c2": "Ethernet bridged",
  "00:90:69": "Juniper",
  "00:a0:3e": "ATM Forum",
  "08:00:07": "Appletalk",
  "08:00:09": "Hewlett-Packard",
};

const ALL = "ff:ff:ff:ff:ff:ff";
const MAKER_LENGTH = 8;

/** `02:00:00:00:00:01 (oui Unknown)`, and `Broadcast`, of an address as text. */
export function stationName(address: string): string {
  return address === ALL ? "Broadcast" : `${address} (oui ${MAKERS[address.slice(0, MAKER_LENGTH)] ?? "Unknown"})`;
}
