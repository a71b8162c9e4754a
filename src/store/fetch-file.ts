/** Brings a file from an address into the page, with progress. */

/** The file, or why there is none: `status` is the host's answer, 0 when there was none that the page may see. */
export type Fetched = { readonly file: Blob } | { readonly status: number };

/**
 * Fetches an address without cookies and without naming this page. `onProgress` is told the bytes so far and the whole
 * size, 0 when the host does not say. Never throws.
 */
export async function fetchFile(
  address: string,
  signal: AbortSignal,
  onProgress: (bytes: number, size: number) => void,
): Promise<Fetched> {
  try {
    const response = await fetch(address, { signal, credentials: "omit", referrerPolicy: "no-referrer" });
    if (!response.ok || !response.body) return { status: response.status };
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
    // The browser does not tell a page why: no such host, no network, or a host that does not allow other sites.
    return { status: 0 };
  }
}
