// The entry of a page that holds its article, shipped as `news-article-later.js`. It loads the elements when the page has loaded
// and the browser is idle, or as soon as the reader does something. So they do not compete with anything that the reader waits for.

import { TOUCHED, whenIdle } from './idle.js';
import { own } from './own.js';
import { integrityOf } from './pins.js';

const page = own(document);
const waiting = new AbortController();

function load(event) {
  if (waiting.signal.aborted) return;
  waiting.abort();
  const entry = new URL('./news-article.js', import.meta.url);
  const integrity = integrityOf(typeof ENTRY_HASH === 'undefined' ? '' : ENTRY_HASH);
  if (integrity) {
    // `import()` takes no hash. A link does, and the import after it gives the module that the link has loaded.
    const link = page.createElement('link');
    Object.assign(link, { rel: 'modulepreload', href: entry.href, integrity, crossOrigin: 'anonymous' });
    page.head.append(link);
  }
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
