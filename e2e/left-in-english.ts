/**
 * What a screen shows that is English: everything that is seen or heard, but for data (rows of tables, bytes, keys of
 * fields, names of files) and the words that protocols have in every language.
 */
import type { Page } from "@playwright/test";

/** Elements that hold data, or words that are English on purpose. */
const DATA = [
  "code",
  "kbd",
  "h1[title]",
  "[title$='.pcap']",
  "[role='gridcell']",
  "[data-panel='bytes'] [role='grid']",
  "[lang='en']",
  "textarea",
].join();

/** Addresses, numbers in hexadecimal and names of files within a text. */
const DATA_WORDS = /https?:\S+|0x[0-9a-f]+|\b[0-9a-f]{16,}|[\w-]+\.pcap(ng)?/g;

/** Words that protocols, formats and their documents have in every language. */
const PROTOCOL_WORDS = new Set(
  (
    "Flowladder Wireshark tcpdump worker pcap pcapng gzip zstd lz4 SYN ACK Dup FIN RST PSH URG SACK NOP Seq Ack Len Win MSS RTT " +
    "EstimatedRTT TSval TSecr ECN RFC TCP UDP SCTP HTTP HTTPS DNS AAAA ICMP IGMP ARP Ethernet II IPv4 IPv6 CLOSED LISTEN ESTABLISHED SYN-SENT " +
    "SYN-RECEIVED FIN-WAIT-1 FIN-WAIT-2 CLOSE-WAIT CLOSING LAST-ACK TIME-WAIT SVG PNG PDF HTML Markdown Mermaid " +
    "PlantUML CSV JSON Ctrl Shift Alt Enter Esc Del Home End Language PHP MTU Linux netcat any tcp.len Complete WITH_DATA SEQ ASCII TTL ABORT SMB PTR hosts colorfilters " +
    // Names of protocols, of options and of the kinds of these, as Wireshark has them.
    "Internet Protocol Version Transmission Control Maximum Segment Size Permitted Time Stamp Option Window Scale " +
    "permitted Timestamps scale"
  ).split(" "),
);

/** Each text with what of it is English, in the order in which it is met; empty when all is well. */
export async function leftInEnglish(page: Page): Promise<readonly string[]> {
  const texts = await page.evaluate((data) => {
    const NAMES = ["aria-label", "aria-description", "aria-valuetext", "title", "placeholder", "alt"];
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (!element?.checkVisibility({ visibilityProperty: true }) || element.closest(data)) continue;
      if (node instanceof Element) for (const name of NAMES) found.add(node.getAttribute(name) ?? "");
      else found.add(node.textContent ?? "");
    }
    return [...found];
  }, DATA);
  return texts.flatMap((text) => {
    const words = text.replace(DATA_WORDS, "").match(/[A-Za-z][\w.-]*[A-Za-z]\w*/g) ?? [];
    const left = words.filter((word) => word.length > 2 && !PROTOCOL_WORDS.has(word));
    return left.length > 0 ? [`${left.join(" ")}: ${text.trim()}`] : [];
  });
}
