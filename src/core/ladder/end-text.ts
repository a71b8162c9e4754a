/** Host and port as in addresses of the web; IPv6 in brackets (RFC 3986 §3.2.2). */
export function endText(host: string, port: number): string {
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}
