// The entry of a page that holds its article, shipped as `news-article-later.js`. It loads the elements when the page has loaded
// and the browser is idle, or as soon as the reader does something. So they do not compete with anything that the reader waits for.

import { TOUCHED, whenIdle } from './idle.js';
import { own } from './own.js';
import { integrityOf } from './pins.js';

const page = own(document);
const waiting = new AbortController();

const ENTRY = 'news-article.js';

/** The hashes of the modules that such a page loads, by name. */
const hashes = typeof MODULES === 'undefined' ? {} : MODULES;

/**
 * Imports a module, by its hash where the page pins this one. `import()` takes no hash, but a link does, and an import that is
 * made meanwhile gets what the link has asked for.
 */
function bring(name) {
  const { href } = new URL(`./${name}`, import.meta.url);
  const integrity = integrityOf(hashes[name]);
  if (integrity) {
    const link = page.createElement('link');
    page.head.append(Object.assign(link, { rel: 'modulepreload', href, integrity, crossOrigin: 'anonymous' }));
  }
  return import(href);
}

async function load(event) {
  if (waiting.signal.aborted) return;
  waiting.abort();
  const touched = event?.composedPath?.()[0];
  try {
    // Those that are pinned come before the entry: it would ask for one that failed once more, without a hash.
    await Promise.all(Object.keys(hashes).filter((name) => name !== ENTRY && integrityOf(hashes[name])).map(bring));
    await bring(ENTRY);
  } catch (error) {
    return console.error(`news-article: ${error.message}`);
  }
  // A section that the reader has touched loads at once.
  return touched?.dispatchEvent(new CustomEvent(TOUCHED, { bubbles: true, composed: true }));
}

for (const type of ['scroll', 'pointerdown', 'keydown', 'focusin']) {
  addEventListener(type, load, { capture: true, passive: true, signal: waiting.signal });
}
const loaded = () => whenIdle(() => load());
if (page.readyState === 'complete') loaded();
else addEventListener('load', loaded, { once: true });
