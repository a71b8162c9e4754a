/** How the page is built: one folder of static files that works under any path, and says itself what it may load. */
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { licences } from "./src/tools/licences.ts";
import { grammars } from "./src/tools/peggy.mjs";

/** What `connect-src` allows: captures by link come from any host that offers them, unless the build narrows it. */
const CONNECT = process.env.FLOWLADDER_CONNECT === "self" ? "'self'" : "'self' https:";

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "worker-src 'self'",
  "img-src 'self' blob:", // the page's own picture of the ladder, on its way into a PNG
  `connect-src ${CONNECT}`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** Puts the Content-Security-Policy into the built page; the development server needs inline scripts of its own. */
const contentSecurityPolicy: Plugin = {
  name: "content-security-policy",
  apply: "build",
  transformIndexHtml: () => [
    {
      tag: "meta",
      attrs: { "http-equiv": "Content-Security-Policy", content: POLICY },
      injectTo: "head-prepend",
    },
  ],
};

/**
 * Has browsers that know the comment compile what the page begins with while it loads, in the background: else each
 * function is compiled when it first runs, which is when the first capture is opened and a reader waits.
 */
const compiledEarly: Plugin = {
  name: "compiled-early",
  apply: "build",
  generateBundle: {
    order: "post",
    handler(_, bundle) {
      const chunks = Object.values(bundle).flatMap((file) => (file.type === "chunk" ? [file] : []));
      const first = new Set(
        chunks.flatMap(({ isEntry, fileName, imports }) => (isEntry ? [fileName, ...imports] : [])),
      );
      for (const chunk of chunks) {
        if (first.has(chunk.fileName)) chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`;
      }
    },
  },
};

const { page: licencesOfPage, workers: licencesOfWorkers } = licences("licences.txt");

export default defineConfig({
  // Relative, so that the built folder works under any path of any static host.
  base: "./",
  plugins: [react(), grammars(), contentSecurityPolicy, compiledEarly, licencesOfPage],
  worker: { format: "es", plugins: () => [grammars(), licencesOfWorkers] },
  build: {
    target: "es2022",
    // light-dark() and nesting stay as they are written.
    cssTarget: ["chrome123", "edge123", "firefox121", "safari17.5"],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      // jsPDF asks for them when it is given HTML or pictures, which this page never does.
      external: ["canvg", "dompurify", "html2canvas"],
      // Parts of jsPDF have licences of their own, which stand in their comments alone.
      output: { comments: { legal: true } },
    },
  },
  test: { include: ["src/**/*.test.{ts,tsx}"] },
});
