/**
 * A Vite plugin that writes, beside the page, the licences of the project and of all libraries that the build holds: they
 * ask to go with every copy. Vite's own `build.license` leaves out what only workers hold.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** The folder of the package that a module belongs to, by its last node_modules. */
const PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;
/** It is imported nowhere, but the parsers that it makes begin with code of its own. */
const GENERATOR = "node_modules/peggy";
const LICENCE = /^(licen[cs]e|copying)/i;

/**
 * The plugin for the page's build, and the one for its workers, which come first: what both hold is one file, `fileName`.
 * The build fails on a library without a licence's text.
 */
export function licences(fileName: string): { readonly page: Plugin; readonly workers: Plugin } {
  const folders = new Set([GENERATOR]);
  const collect: Plugin["generateBundle"] = (_, bundle) => {
    for (const file of Object.values(bundle)) {
      const modules = file.type === "chunk" ? file.moduleIds : [];
      for (const id of modules) for (const folder of PACKAGE.exec(id) ?? []) folders.add(folder);
    }
  };
  return {
    workers: { name: "licences-of-workers", generateBundle: collect },
    page: {
      name: "licences",
      apply: "build",
      generateBundle(options, bundle, isWrite) {
        collect.call(this, options, bundle, isWrite);
        const libraries = [...folders].map(titled).sort((a, b) => (a < b ? -1 : 1));
        const source = [`Flowladder\n\n${licenceIn(".")}`, ...libraries].join(`\n\n${"-".repeat(80)}\n\n`);
        this.emitFile({ type: "asset", fileName, source: `${source}\n` });
      },
    },
  };
}

/** A library's name, its version and its licence. */
function titled(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return `${name} ${version}\n\n${licenceIn(folder)}`;
}

function licenceIn(folder: string): string {
  const file = readdirSync(folder).find((name) => LICENCE.test(name));
  if (!file) throw new Error(`${folder} has no text of a licence, which has to go with the page`);
  return readFileSync(join(folder, file), "utf8").trim();
}
