// Measures, and writes what was measured to standard output, as one JSON document; xtask makes the table. Progress goes
// to standard error.
//
//   node run.js CHROMIUM ROOT ROUNDS BATCHES BEFORE [MEASUREMENT[:PAGE,PAGE...] ...]
//
// BEFORE is the directory of another build of the widget, or empty.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { minify } from 'terser';
import { LINES, launch } from './browser.js';
import { machine } from './machine.js';
import { copy } from './measure/copy.js';
import { interactions, steps } from './measure/interaction.js';
import { lazy } from './measure/lazy.js';
import { load } from './measure/load.js';
import { long, million, rendering, second } from './measure/long.js';
import { many } from './measure/many.js';
import { memory } from './measure/memory.js';
import { ARTICLES, CONTENDERS, LIVE } from './pages.js';
import { LONG, serve } from './server.js';

const [chromium, root, times, thousands, before, ...only] = process.argv.slice(2);
const [rounds, batches] = [Number(times), Number(thousands)];
/** Rounds of what is slow, varies little, or has no target. */
const few = Math.min(rounds, 3);

/** How much slower than this machine's the processor of a phone is taken to be. */
const SLOWDOWN = 4;
const NEXT = {
  widget: '[part=related-next]',
  lit: '[part=related] button:nth-of-type(2)',
  swiper: '.swiper-button-next',
  plain: '[data-step="1"]',
};

const built = join(import.meta.dirname, 'built');
mkdirSync(built, { recursive: true });
const contenders = ['lit', 'lit-hydrated', 'swiper', 'plain'];
await build({
  entryPoints: contenders.map((name) => join(import.meta.dirname, `contenders/${name}.js`)),
  outdir: built,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
});
// Twice, as `dist` does with the widget's.
for (const name of contenders) {
  const path = join(built, `${name}.js`);
  const compress = { ecma: 2022, passes: 3, unsafe_arrows: true };
  const { code } = await minify(readFileSync(path, 'utf8'), { module: true, ecma: 2022, compress, format: { comments: false } });
  writeFileSync(path, code);
}

const server = await serve({
  dist: join(root, 'dist'),
  fixtures: join(root, 'tests/fixtures/wordpress'),
  demo: join(root, 'demo'),
  before,
  built,
});
const { origin } = server;
const about = machine();

/**
 * Everything of a list once a round, each round beginning with another, so that what the machine does meanwhile falls
 * on all alike. One before them warms the browser; each visit has a profile of its own, so that no more is kept.
 */
async function roundRobin(list, times, measure) {
  const samples = list.map(() => []);
  if (list.length) await measure(list[0]);
  for (let round = 0; round < times; round++) {
    for (let turn = 0; turn < list.length; turn++) {
      const at = (round + turn) % list.length;
      samples[at].push(await measure(list[at]));
    }
  }
  return list.map((one, at) => ({ ...one, samples: samples[at] }));
}

/** Every long article of every contender; the captured one has at least so many paragraphs. */
const LENGTHS = [...(before ? ['before'] : []), 'widget', 'lit', 'plain'].flatMap((contender) =>
  ARTICLES.map((article) => ({ contender, article: `${article}`, paragraphs: Number(article) || 20 })));

/** What can be measured, by name, in the order of the report. */
const MEASURED = {
  slow: (browser, pages) => firstVisits(browser, 'slow', pages),
  fast: (browser, pages) => firstVisits(browser, 'fast', pages),
  copy: (browser, pages) =>
    roundRobin(asked(LIVE.map((contender) => ({ contender })), pages), few, ({ contender }) =>
      copy(browser, origin, contender, { line: LINES.slow, slowdown: SLOWDOWN })),
  long: (browser, pages) => roundRobin(asked(LENGTHS, pages), rounds, (one) => long(browser, origin, one, SLOWDOWN)),
  second: (browser, pages) =>
    roundRobin(asked(LENGTHS.filter(({ article }) => article === '18'), pages), rounds, (one) =>
      second(browser, origin, one, { line: LINES.fast, slowdown: SLOWDOWN })),
  rendering: (browser) =>
    roundRobin(LONG.filter((paragraphs) => paragraphs > 100).map((paragraphs) => ({ paragraphs })), rounds, ({ paragraphs }) =>
      rendering(browser, origin, paragraphs, SLOWDOWN)),
  million: (browser) => million(browser, origin),
  many: (browser) =>
    roundRobin(['widget', 'widget-50', 'lit', 'lit-50'].map((contender) => ({ contender })), few, ({ contender }) =>
      many(browser, origin, contender, SLOWDOWN)),
  steps: (browser) =>
    roundRobin(Object.keys(NEXT).map((contender) => ({ contender })), few, ({ contender }) =>
      steps(browser, origin, contender, NEXT[contender])),
  interactions: (browser) => interactions(browser, origin),
  memory: (browser) => memory(browser, origin, batches, 1000),
  lazy: (browser) => lazy(browser, server),
};

/** Of a list what is on the pages that are asked for, or all of it. */
function asked(list, pages) {
  const page = ({ contender, article }) => (article ? `${contender}-${article}` : contender);
  return pages ? list.filter((one) => pages.includes(page(one))) : list;
}

const firstVisits = (browser, line, pages) =>
  roundRobin(asked([...(before ? ['before'] : []), ...CONTENDERS].map((contender) => ({ contender })), pages), rounds, ({ contender }) =>
    load(browser, origin, contender, { line: LINES[line], slowdown: SLOWDOWN }));

const result = {};
try {
  const wanted = (only.length ? only : Object.keys(MEASURED)).map((one) => one.split(':'));
  for (const [name] of wanted) {
    if (!Object.hasOwn(MEASURED, name)) throw new Error(`no such measurement: ${name}; there are ${Object.keys(MEASURED).join(' ')}`);
  }
  for (const [name, pages] of wanted) {
    console.error(`measuring: ${name}`);
    const from = Date.now();
    // A browser for one kind of measurement: what one leaves behind does not weigh on the next.
    const browser = await launch(chromium);
    try {
      result[name] = await MEASURED[name](browser, pages?.split(','));
      result.browser = `Chromium ${browser.version()}`;
    } finally {
      await browser.close();
    }
    console.error(`  took ${Math.round((Date.now() - from) / 1000)} s`);
  }
  result.machine = about();
  console.log(JSON.stringify(result));
} finally {
  server.close();
}
