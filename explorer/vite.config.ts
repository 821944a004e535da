import { defineConfig } from "vite";

// Everything becomes a file of this origin: no data: scripts, no inline code, so that the strictest policy holds.
export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: "../dist/explorer",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_000,
  },
  worker: { format: "es" },
  // `npx vite explorer`, for those who change the page, beside a `zhitu start`.
  server: { proxy: { "/graphql": "http://127.0.0.1:4000" } },
});
