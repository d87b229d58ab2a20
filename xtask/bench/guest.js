// Measures pages that hold their article, with the element in them and without: the stock themes of WordPress, and a plain
// page. Writes the samples to standard output, as one JSON document; xtask makes the table. Progress goes to standard error.
//
//   node guest.js CHROMIUM ROOT PLUGIN ROUNDS NAMES [SITE ...]
//
// SITE is the line that `tests/wordpress/serve` prints; NAMES is what is to be measured, with commas, or `all`.

import { cache } from './guest/cache.js';
import { recipe } from './guest/recipe.js';
import { site } from './guest/site.js';
import { LINES, launch } from './browser.js';
import { guest } from './measure/guest.js';
import { machine } from './machine.js';

const [chromium, root, plugin, times, names, ...lines] = process.argv.slice(2);
const rounds = Number(times);
const isAsked = (name) => names === 'all' || names.split(',').includes(name);

const CONDITIONS = { line: LINES.slow, slowdown: 4 };
const THEMES = ['twentytwentyone', 'twentytwentytwo', 'twentytwentythree', 'twentytwentyfour', 'twentytwentyfive'];
/** The articles of tests/wordpress/newsroom.php that are shown. */
const ARTICLES = { picture: '/politique/photographie/', text: '/politique/texte-seul/' };

/** The pages of one theme, from a cache that each state of the site fills. */
async function ofTheme(browser, one, theme) {
  const pages = [];
  for (const isWith of [false, true]) {
    one.set(theme, isWith);
    const front = await cache(one.origin);
    for (const [article, path] of Object.entries(ARTICLES)) {
      await guest(browser, front.origin, path, {});
      pages.push({ article, isWith, front, path });
    }
    front.seal();
  }
  return pages;
}

/** The same of a plain page. */
async function ofRecipe() {
  const front = await recipe(root);
  return [false, true].flatMap((isWith) =>
    Object.keys(ARTICLES).map((article) => ({ article, isWith, front, path: `/${isWith ? 'with' : 'without'}/${article}` })));
}

/** Visits every page once a round, each round beginning with another; the first round warms the browser. */
async function measure(browser, where, pages) {
  const samples = pages.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (let turn = 0; turn < pages.length; turn++) {
      const at = (round + turn) % pages.length;
      const { front, path, isWith } = pages[at];
      const sample = await guest(browser, front.origin, path, CONDITIONS);
      if (front.missed?.length) throw new Error(`${where} asks for what was not asked for before: ${front.missed}`);
      if (isWith !== sample.ready > 0) throw new Error(`${where}${path}: ${sample.ready} elements are ready`);
      if (round > 0) samples[at].push(sample);
    }
  }
  for (const { front } of pages) front.close();
  return pages.map(({ article, isWith }, at) => ({ where, article, with: isWith, samples: samples[at] }));
}

const visits = [];
const browser = await launch(chromium);
const about = machine();
try {
  const themes = new Set();
  for (const one of lines.map((line) => site(line, plugin))) {
    for (const theme of THEMES.filter((name) => isAsked(name) && !themes.has(name) && one.hasTheme(name))) {
      console.error(`measuring: ${theme}`);
      themes.add(theme);
      visits.push(...(await measure(browser, theme, await ofTheme(browser, one, theme))));
    }
  }
  if (isAsked('page')) {
    console.error('measuring: page');
    visits.push(...(await measure(browser, 'page', await ofRecipe())));
  }
  console.log(JSON.stringify({ visits, browser: `Chromium ${browser.version()}`, machine: about() }));
} finally {
  await browser.close();
}
