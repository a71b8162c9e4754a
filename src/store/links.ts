/**
 * Links into the page. All of a link's content stands behind the `#`, so that it never reaches a host's logs:
 * `#url=ADDRESS` opens a capture from an address, `#sample=ID` one of the samples.
 */
import { fail, openAddress } from "./actions.ts";
import { SAMPLES } from "./samples.ts";

/** Opens what the page's address asks for, now and whenever it changes. */
export function followLinks(): void {
  addEventListener("hashchange", () => void followLink(location.hash));
  void followLink(location.hash);
}

/** Takes the link out of the page's address, which would no longer say what is open. */
export function forgetLink(): void {
  if (location.hash) history.replaceState(null, "", location.pathname + location.search);
}

async function followLink(hash: string): Promise<void> {
  const asked = new URLSearchParams(hash.replace(/^#/, ""));
  const address = asked.get("url");
  const sample = asked.get("sample");
  if (address) await openAddress(address);
  else if (sample) await openSample(sample);
}

/** Opens one of the page's own samples. */
export async function openSample(id: string): Promise<void> {
  const sample = SAMPLES.find((one) => one.id === id);
  if (sample) await openAddress(`samples/${sample.file}`);
  else fail({ kind: "sample", id });
}
