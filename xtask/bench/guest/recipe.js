// A plain page with the first recipe of README around its article, and the same page without the script.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EMPTY, listen, packed } from './cache.js';

const TYPES = { js: 'text/javascript; charset=utf-8', wasm: 'application/wasm', json: 'application/json', webp: 'image/webp' };
const TEXT =
  'From the first of June, people will be able to ride home after midnight on two more lines. The council voted for them by 27 to 9, after six hours in which nobody spoke against the buses and everybody against who is to pay for them.';

const page = (isWith, picture) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Night buses: the city votes two more lines</title>
<link rel="icon" href="data:,">
<style>body { font: 1.125rem/1.6 Georgia, serif; max-width: 40rem; margin: 0 auto; padding: 1rem } img { inline-size: 100%; block-size: auto }
news-article { display: block } news-article:not(:state(ready))::before { content: ''; display: block; block-size: 2.75rem }</style>
${isWith ? '<script type="module" src="/news-article-later.js"></script>' : ''}
</head>
<body><main>
<news-article related-src="/api/related/en.json" comments-action="/api/comments" site-src="/api/site-en.json">
<article>
<h1>Night buses: the city votes two more lines</h1>
${picture ? '<img src="/picture.webp" width="1280" height="720" alt="A stadium at night">' : ''}
${`<p>${TEXT}</p>\n`.repeat(12)}
</article>
</news-article>
</main></body>
</html>`;

/** Serves it; the two pages of each kind of article by `/with/NAME` and `/without/NAME`. */
export async function recipe(root) {
  const files = new Map([['/empty', EMPTY]]);
  const add = (path, file) => files.set(path, packed(TYPES[file.split('.').pop()] ?? 'text/plain', readFileSync(file)));
  for (const name of readdirSync(join(root, 'dist'))) {
    if (/\.(js|wasm)$/.test(name)) add(`/${name}`, join(root, 'dist', name));
  }
  for (const name of ['related/en', 'site-en']) add(`/api/${name}.json`, join(root, `demo/api/${name}.json`));
  add('/picture.webp', join(root, 'demo/images/stade.webp'));
  for (const isWith of [true, false]) {
    for (const name of ['picture', 'text']) {
      const path = `/${isWith ? 'with' : 'without'}/${name}`;
      files.set(path, packed('text/html; charset=utf-8', Buffer.from(page(isWith, name === 'picture'))));
    }
  }
  return listen((url) => files.get(url.pathname));
}
