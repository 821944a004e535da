import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser that tests of the explorer use: ZHITU_CHROMIUM, or where systems install it; undefined if there is none. */
export const chromiumPath: string | undefined = [process.env.ZHITU_CHROMIUM, ...PLACES].find(
  (path) => path && existsSync(path),
);

/**
 * Whether tests in a browser are to be skipped. Says so once; with ZHITU_BROWSER_TESTS=required they are not skipped,
 * so that they fail where no browser is.
 */
export function withoutBrowser(): boolean {
  if (chromiumPath || process.env.ZHITU_BROWSER_TESTS === "required") return false;
  console.error(
    "skipped: no Chromium; install Debian's `chromium` and `fonts-wqy-zenhei`, or set ZHITU_CHROMIUM",
  );
  return true;
}

/** Starts the browser, without a window. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath ?? PLACES[0], args: ["--no-sandbox"] });
}
