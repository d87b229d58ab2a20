// The loading of the program: glue and wasm, once for the page, as early as possible and again where it failed.

import { get } from './documents.js';
import { own } from './own.js';
import { complete } from './stylesheet.js';

/** The promise of a running instance of the wasm. A failure is forgotten, so that `reload()` can try again. */
let runtime;
/** The promise of the compiled wasm, which instances share. */
let wasm;
/** How often a module has failed to load. */
let failures = 0;

/** How long a file of the program may take, in milliseconds. */
const PATIENCE = 6e4;

/** What a page has that pins modules by their addresses: another address would not be pinned. */
const PINS = '[type=importmap], link[rel~=modulepreload][integrity]';

/** What `integrity` a file of such a hash is fetched by: where the page pins what it loads, it is the one that this was made with. */
const integrityOf = (hash) =>
  hash && own(document).querySelector(`${PINS}, script[integrity][src*=news-article]`) ? hash : '';

/** The hashes of the files that are asked for from here, by name, as `integrity` wants them. */
const hashes = typeof HASHES === 'undefined' ? {} : HASHES;

/**
 * Imports a module by `first`. A module that failed to load stays failed under its address, so another try takes another
 * address; likewise after one that has not arrived within the time for a file of the program.
 */
export const importModule = (first, url) =>
  Promise.race([
    failures && !own(document).querySelector(PINS) ? import(/* @vite-ignore */ `${url.href}?${failures}`) : first(),
    // (The error is made late: one that is made now would hold whatever is on the stack.)
    new Promise((_, reject) => setTimeout(() => reject(Error(`no end of ${url}`)), PATIENCE)),
  ]).catch((error) => {
    failures++;
    throw error;
  });

let tellStarted;
/** Resolves when the program is first asked for. */
export const started = new Promise((done) => (tellStarted = done));

/**
 * Resolves to the exports of the running instance, which is started where there is none: with low priority where the page
 * has its article without it.
 */
export const start = (priority = 'auto') =>
  (runtime ??= (async () => {
    tellStarted();
    wasm ??= compile(new URL('./news-article_bg.wasm', import.meta.url), priority);
    wasm.catch(() => {});
    const glue = await importModule(() => import('./news-article_glue.js'), new URL('./news-article_glue.js', import.meta.url));
    complete(glue.style);
    return glue.default(wasm, earlyChunks, attempts, integrityOf);
  })().catch((error) => {
    wasm = runtime = null;
    throw error;
  }));

/** Leaves an instance that has ended: the next start makes another one. */
export const abandon = () => {
  runtime = null;
};

/** Fetches a file of the wasm. The time for it is the one that src/element/runtime.js has too. */
const getModule = (url, name, priority) =>
  get(url, { priority, integrity: integrityOf(hashes[name]), signal: AbortSignal.timeout?.(PATIENCE) });

async function compile(url, priority) {
  const response = await getModule(url, 'bg', priority);
  if (!response.ok) throw Error(`${response.status} for ${url}`);
  // A server that does not know application/wasm is no reason to fail, only to compile later.
  return /^application\/wasm/.test(response.headers.get('content-type'))
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

/** Responses of chunks of the wasm that were asked for before the glue was here; src/element/runtime.js takes them. */
const earlyChunks = {};

/** Asks for a chunk of the wasm ahead of the glue. */
export const getEarlyChunk = (name) => {
  earlyChunks[name] ??= getModule(new URL(`./news-article_${name}.wasm`, import.meta.url), name).catch(() => {});
};

/** First attempts at an article that are under way; src/element/runtime.js reads their bodies ahead. */
export const attempts = [];

// Only the entry, which defines the elements, starts before the class is made. An element that is lazy waits, and where
// another copy of the script has defined the element, that copy serves the page.
if (typeof ENTRY !== 'undefined' && !customElements.get('news-article') && own(document).querySelector('news-article[src]:not([loading])')) {
  start().catch(() => {});
}
