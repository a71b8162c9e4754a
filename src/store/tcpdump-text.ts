/** tcpdump's text as the page uses it: loaded when there is a text, for most readers of the page never is. */
export { parseTcpdump } from "../core/tcpdump/parse/parse.ts";
export { pcapngOf } from "../core/tcpdump/write-pcapng.ts";
