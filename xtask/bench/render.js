// Measures under Node.js what the rendering of one post costs, by the npm package and by Lit's renderer for servers with a
// sanitiser of HTML. Writes the samples to standard output, as one JSON document.
//
//   node render.js ROOT

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rendered } from './contenders/lit-server.js';
import { machine } from './machine.js';

const [root] = process.argv.slice(2);
/** Renderings before the first that counts: the engine has compiled what is to be compiled. */
const WARM = 300;
const ROUNDS = 40;
/** Renderings of a round. */
const BATCH = 10;

const { render } = await import(pathToFileURL(join(root, 'dist/render.js')));
const text = readFileSync(join(root, 'render/benches/post-900-words.json'), 'utf8');
const SOURCE = 'https://journal.example/wp-json/wp/v2/posts/1';
const options = { lang: 'fr', base: SOURCE, assets: '/news-article/' };

/** Each from the text of the answer to the text of the page. */
const RENDERERS = {
  package: () => render(text, options).html,
  lit: () => rendered(JSON.parse(text), SOURCE),
};

const about = machine();
const samples = Object.fromEntries(Object.keys(RENDERERS).map((name) => [name, []]));
for (const one of Object.values(RENDERERS)) {
  if (!one().includes('Tizi n’Oumalou')) throw new Error('the post is not in what was rendered');
  for (let time = 0; time < WARM; time++) one();
}
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, one] of Object.entries(RENDERERS)) {
    const from = performance.now();
    for (let time = 0; time < BATCH; time++) one();
    samples[name].push((performance.now() - from) / BATCH);
  }
}
console.log(JSON.stringify({ ...samples, engine: `Node.js ${process.version}`, machine: about() }));
