// The entry of a page that holds its article, shipped as `news-article-later.js`. It loads the elements when the page has loaded
// and the browser is idle, or as soon as the reader does something. So they do not compete with anything that the reader waits for.

import { TOUCHED, whenIdle } from './idle.js';
import { own } from './own.js';
import { integrityOf } from './pins.js';

const page = own(document);
const waiting = new AbortController();

/** The hashes of the modules that such a page loads, by name. */
const hashes = typeof MODULES === 'undefined' ? {} : MODULES;

/**
 * Pins the modules by their hashes, where the page pins this one. `import()` takes no hash, but a link does, and an import after it
 * gives the module that the link has loaded.
 */
function pin() {
  for (const [name, hash] of Object.entries(hashes)) {
    const integrity = integrityOf(hash);
    const { href } = new URL(`./${name}`, import.meta.url);
    const link = { rel: 'modulepreload', href, integrity, crossOrigin: 'anonymous', fetchPriority: 'low' };
    if (integrity) page.head.append(Object.assign(page.createElement('link'), link));
  }
}

function load(event) {
  if (waiting.signal.aborted) return;
  waiting.abort();
  pin();
  const touched = event?.composedPath?.()[0];
  import('./news-article.js').then(
    // A section that the reader has touched loads at once.
    () => touched?.dispatchEvent(new CustomEvent(TOUCHED, { bubbles: true, composed: true })),
    (error) => console.error(`news-article: ${error.message}`),
  );
}

for (const type of ['scroll', 'pointerdown', 'keydown', 'focusin']) {
  addEventListener(type, load, { capture: true, passive: true, signal: waiting.signal });
}
const loaded = () => whenIdle(() => load());
if (page.readyState === 'complete') loaded();
else addEventListener('load', loaded, { once: true });
