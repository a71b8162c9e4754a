/** tcpdump's lines as the list panel shows them: loaded when they are first asked for. */

export { Lines } from "./Lines.tsx";
export { LineTools } from "./LineTools.tsx";
