// Loads the program, glue and wasm: once for the page, as early as possible, and again after a failure.

import { get } from './documents.js';
import { own } from './own.js';
import { PINS, integrityOf } from './pins.js';
import { complete } from './stylesheet.js';

/** The promise of a running instance of the wasm. It is dropped after a failure, so that `reload()` can try again. */
let runtime;
/** The promise of the compiled wasm, which instances share. */
let wasm;
/** How often a module has failed to load. */
let failures = 0;

/** How long a file of the program may take, in milliseconds. */
const PATIENCE = 6e4;

/** The hashes of the files that are fetched from here, by name. */
const hashes = typeof HASHES === 'undefined' ? {} : HASHES;

/**
 * Imports a module by `first`. Some browsers do not retry an address whose module failed to load, so the next try adds a query to
 * it; where nothing is at that address (a bundler names files as it likes), `first` is tried again. A module that does not arrive
 * within the time limit counts as failed.
 */
export const importModule = (first, url) =>
  Promise.race([
    failures && !own(document).querySelector(PINS) ? import(/* @vite-ignore */ `${url.href}?${failures}`).catch(first) : first(),
    // (The error is made here and not earlier, because its stack trace would keep the caller's data alive.)
    new Promise((_, reject) => setTimeout(() => reject(Error(`no end of ${url}`)), PATIENCE)),
  ]).catch((error) => {
    failures++;
    throw error;
  });

let tellStarted;
/** Resolves when the program is first asked for. */
export const started = new Promise((done) => (tellStarted = done));

/**
 * Resolves to the exports of the running instance, and starts one where there is none. The priority is low where the page holds
 * its article, which can be read without it.
 */
export const start = (priority = 'auto') =>
  (runtime ??= (async () => {
    tellStarted();
    wasm ??= compile(new URL('./news-article_bg.wasm', import.meta.url), priority);
    wasm.catch(() => {});
    const glue = await importModule(() => import('./news-article_glue.js'), new URL('./news-article_glue.js', import.meta.url));
    complete(glue.style);
    return glue.default(wasm, earlyChunks, attempts, integrityOf, importModule);
  })().catch((error) => {
    wasm = runtime = null;
    throw error;
  }));

/** Drops an instance that has failed. The next call of `start` makes another one. */
export const abandon = () => {
  runtime = null;
};

/** Fetches a file of the wasm, within the same time limit that src/element/runtime.js has. */
const getModule = (url, name, priority) =>
  get(url, { priority, integrity: integrityOf(hashes[name]), signal: AbortSignal.timeout?.(PATIENCE) });

async function compile(url, priority) {
  const response = await getModule(url, 'bg', priority);
  if (!response.ok) throw Error(`${response.status} for ${url}`);
  // A server that does not know the type application/wasm only costs streaming compilation.
  return /^application\/wasm/.test(response.headers.get('content-type'))
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

/** Responses of chunks that were asked for before the glue was here. src/element/runtime.js takes them over. */
const earlyChunks = {};

/** Asks for a chunk of the wasm before the glue is here. */
export const getEarlyChunk = (name) => {
  earlyChunks[name] ??= getModule(new URL(`./news-article_${name}.wasm`, import.meta.url), name).catch(() => {});
};

/** First attempts at an article that are under way. src/element/runtime.js reads their bodies ahead. */
export const attempts = [];

// Only the entry, which defines the elements, starts loading before the class is made. A lazy element waits. Where another copy
// of the script has defined the element already, that copy serves the page.
if (typeof ENTRY !== 'undefined' && !customElements.get('news-article') && own(document).querySelector('news-article[src]:not([loading])')) {
  start().catch(() => {});
}
