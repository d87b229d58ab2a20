// The articles of a site, and its pages of them: what the three sites have in common.

import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { render } from 'news-article/render';

/** Where the JSON is, seen from where a site is built; it is no part of the site. */
const folder = resolve('../articles');

export const ids = readdirSync(folder).map((name) => name.replace('.json', ''));

export function article(id, output) {
  const json = readFileSync(resolve(folder, `${id}.json`), 'utf8');
  return render(json, { base: `https://journal.example/api/articles/${id}.json`, assets: '/news-article/', output });
}
