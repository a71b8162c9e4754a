/** Brings a file from an address into the page, with progress. */

/**
 * Why there is no file: the host's answer, 404; what was asked for is no address; the page's own policy forbids it; or
 * no answer came that the page may see.
 */
export type FetchFault = number | "noAddress" | "forbidden" | "unseen";

export type Fetched = { readonly file: Blob } | { readonly fault: FetchFault };

/**
 * Fetches an address without cookies and without naming this page. `onProgress` is told the bytes so far and the whole
 * size, 0 when the host does not say. Never throws.
 */
export async function fetchFile(
  address: string,
  signal: AbortSignal,
  onProgress: (bytes: number, size: number) => void,
): Promise<Fetched> {
  if (!URL.canParse(address, document.baseURI)) return { fault: "noAddress" };
  let isForbidden = false;
  const note = () => {
    isForbidden = true;
  };
  document.addEventListener("securitypolicyviolation", note);
  try {
    const response = await fetch(address, { signal, credentials: "omit", referrerPolicy: "no-referrer" });
    if (!response.ok || !response.body) return { fault: response.status };
    const size = Number(response.headers.get("content-length") ?? 0);
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
      bytes += part.value.length;
      onProgress(bytes, size);
    }
    return { file: new Blob(parts) };
  } catch {
    // The policy's event may come a task behind the failure. Of all others the browser does not tell a page why: no such
    // host, no network, or a host that does not allow other sites.
    await new Promise((next) => setTimeout(next));
    return { fault: isForbidden ? "forbidden" : "unseen" };
  } finally {
    document.removeEventListener("securitypolicyviolation", note);
  }
}
