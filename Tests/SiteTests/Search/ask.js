// Asks the search of a site as a browser would, without one: reads lines of JSON, a locale and a query
// each, and writes for each the events found, whether they are in other languages, and how many bytes
// of packed files it took.
//
// Usage: node ask.js SITE SEARCH.JS
"use strict";
const fs = require("fs"), path = require("path"), vm = require("vm"), zlib = require("zlib");

const [site, program] = process.argv.slice(2);
const code = fs.readFileSync(program, "utf8");

async function ask(locale, folder, query) {
  let bytes = 0;
  const load = (script) => {
    const file = fs.readFileSync(path.join(site, script.src));
    bytes += zlib.gzipSync(file).length;
    vm.runInContext(file.toString(), page);
  };
  const page = vm.createContext({
    TextDecoder, TextEncoder,
    document: {
      createElement: () => ({}),
      head: {
        append: (script) => setImmediate(() => {
          try {
            load(script);
          } catch (error) {
            script.onerror(error);
          }
        }),
      },
    },
  });
  vm.runInContext(code, page);
  const { open, search } = page.errkbSearch;
  const index = await open(locale, "", `${folder}/search/index.js`);
  const { results, count, isExact, isFallback = false } = await search(index, query);
  return {
    events: results.map(({ source, id }) => `${source}_${id}`), count, isExact, isFallback, bytes,
    addresses: results.map(({ address }) => address),
    marked: results.map(({ text, hits }) => hits.map(({ start, end }) => text.slice(start, end))),
  };
}

(async () => {
  for (const line of fs.readFileSync(0, "utf8").split("\n").filter(Boolean)) {
    const [locale, folder, query] = JSON.parse(line);
    console.log(JSON.stringify(await ask(locale, folder, query)));
  }
})();
