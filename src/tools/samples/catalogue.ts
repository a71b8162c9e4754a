/**
 * The list of samples, public/samples/index.json: the one place that names, orders and describes them.
 *
 * Title and description are written there by hand; the packet counts are written by publish.ts.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** One entry of the list. */
export interface Sample {
  /** Stable name, used in links: `#sample=handshake`. */
  id: string;
  /** File name beside the list; its ending says the format. */
  file: string;
  /** By language, English among them. */
  title: Readonly<Record<string, string>>;
  /** One line on what to see, in the same languages. */
  see: Readonly<Record<string, string>>;
  packets: number;
}

/** The samples that lie in `folder`, in the order in which they teach. */
export function readCatalogue(folder: string): Sample[] {
  // The cast trusts a file of the project itself; samples.test.ts checks it field by field.
  return JSON.parse(readFileSync(join(folder, "index.json"), "utf8")) as Sample[];
}
