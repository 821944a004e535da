import { createHash, timingSafeEqual } from "node:crypto";

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
