import { createHash, timingSafeEqual } from "node:crypto";
import { isIP } from "node:net";

/** Who may do what. */
export interface Access {
  /** Whether an Authorization header brings the server's token. */
  isHolder(authorization: string | undefined): boolean;
  /** Whether even reading needs the token. */
  readsNeedToken: boolean;
}

/** Access by one bearer token; without a token nobody holds one. */
export function accessBy(token: string | undefined, readsNeedToken: boolean): Access {
  const expected = token ? digest(token) : undefined;
  return {
    readsNeedToken,
    isHolder(authorization) {
      const given = /^Bearer +(\S+) *$/i.exec(authorization ?? "")?.[1];
      // Of equal length, so that the time it takes tells nothing of the token.
      return expected !== undefined && given !== undefined && timingSafeEqual(digest(given), expected);
    },
  };
}

const digest = (text: string) => createHash("sha256").update(text).digest();

/** Whether only this machine reaches an address. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}

/**
 * Whether a request asks for this machine by one of its names. A page of another site can make a browser ask a server
 * on this machine, under a name of its own that it lets point here (DNS rebinding); then the Host header has that name.
 */
export function hostCheck(host: string, allowed: readonly string[]): (header: string | undefined) => boolean {
  if (!isLoopback(host)) return () => true;
  const known = new Map<string, boolean>();
  return (header = "") => {
    let isOurs = known.get(header);
    if (isOurs === undefined) {
      const name = header
        .toLowerCase()
        .replace(/:\d+$/, "")
        .replace(/^\[(.*)\]$/, "$1");
      isOurs = isLoopback(name) || allowed.includes(name);
      if (known.size < 100) known.set(header, isOurs);
    }
    return isOurs;
  };
}
