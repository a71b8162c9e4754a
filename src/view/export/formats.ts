/** The formats in which a ladder leaves the page. */

interface Format {
  readonly id: string;
  /** Pictures hold so many packets and no more; the others hold all. */
  readonly isPicture: boolean;
  readonly extension: string;
  readonly type: string;
}

export const FORMATS = [
  { id: "svg", isPicture: true, extension: "svg", type: "image/svg+xml" },
  { id: "png", isPicture: true, extension: "png", type: "image/png" },
  { id: "pdf", isPicture: true, extension: "pdf", type: "application/pdf" },
  { id: "html", isPicture: true, extension: "html", type: "text/html" },
  { id: "text", isPicture: false, extension: "txt", type: "text/plain" },
  { id: "wireshark", isPicture: false, extension: "txt", type: "text/plain" },
  { id: "markdown", isPicture: false, extension: "md", type: "text/markdown" },
  { id: "mermaid", isPicture: false, extension: "mmd", type: "text/plain" },
  { id: "plantuml", isPicture: false, extension: "puml", type: "text/plain" },
  { id: "csv", isPicture: false, extension: "csv", type: "text/csv" },
  { id: "json", isPicture: false, extension: "json", type: "application/json" },
] as const satisfies readonly Format[];

export type FormatId = (typeof FORMATS)[number]["id"];
export type PictureId = Extract<(typeof FORMATS)[number], { isPicture: true }>["id"];
export type TextId = Exclude<FormatId, PictureId>;

/** Pixels of a PNG for each of the screen's. */
export const SCALES = [1, 2, 4] as const;
export type Scale = (typeof SCALES)[number];

/** What is known of a format. */
export function formatOf(id: FormatId): Format {
  return FORMATS.find((format) => format.id === id)!; // the list has every id
}
