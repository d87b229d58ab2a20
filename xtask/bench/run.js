// Measures, and writes what was measured to standard output, as one JSON document; xtask makes the table. Progress goes
// to standard error.
//
//   node run.js CHROMIUM ROOT ROUNDS BATCHES [MEASUREMENT ...]

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { minify } from 'terser';
import { LINES, launch } from './browser.js';
import { interactions, steps } from './measure/interaction.js';
import { lazy } from './measure/lazy.js';
import { load } from './measure/load.js';
import { long, million, rendering } from './measure/long.js';
import { many } from './measure/many.js';
import { memory } from './measure/memory.js';
import { CONTENDERS } from './pages.js';
import { LONG, serve } from './server.js';

const [chromium, root, times, thousands, ...only] = process.argv.slice(2);
const [rounds, batches] = [Number(times), Number(thousands)];
/** Rounds of what is slow, or varies little. */
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
const contenders = ['lit', 'swiper', 'plain'];
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
  built,
});
const { origin } = server;
const busy = loadavg()[0];

/**
 * Everything of a list once a round, each round beginning with another, so that what the machine does meanwhile falls
 * on all alike. The first round is thrown away: it warms the browser.
 */
async function roundRobin(list, times, measure) {
  const samples = list.map(() => []);
  for (let round = 0; round <= times; round++) {
    for (let turn = 0; turn < list.length; turn++) {
      const at = (round + turn) % list.length;
      const sample = await measure(list[at]);
      if (round > 0) samples[at].push(sample);
    }
  }
  return list.map((one, at) => ({ ...one, samples: samples[at] }));
}

const LENGTHS = ['widget', 'lit', 'plain'].flatMap((contender) => LONG.map((paragraphs) => ({ contender, paragraphs })));

/** What can be measured, by name, in the order of the report. */
const MEASURED = {
  slow: (browser) => firstVisits(browser, 'slow'),
  fast: (browser) => firstVisits(browser, 'fast'),
  long: (browser) =>
    roundRobin(LENGTHS, rounds, ({ contender, paragraphs }) => long(browser, origin, contender, paragraphs, SLOWDOWN)),
  rendering: (browser) =>
    roundRobin(LONG.map((paragraphs) => ({ paragraphs })), rounds, ({ paragraphs }) =>
      rendering(browser, origin, paragraphs, SLOWDOWN)),
  million: (browser) => million(browser, origin),
  many: (browser) =>
    roundRobin(['widget', 'widget-50', 'lit', 'lit-50'].map((contender) => ({ contender })), few, ({ contender }) =>
      many(browser, origin, contender, SLOWDOWN)),
  steps: (browser) =>
    roundRobin(Object.keys(NEXT).map((contender) => ({ contender })), few, ({ contender }) =>
      steps(browser, origin, contender, NEXT[contender], 2)),
  interactions: (browser) => interactions(browser, origin),
  memory: (browser) => memory(browser, origin, batches, 1000),
  lazy: (browser) => lazy(browser, server),
};

const firstVisits = (browser, line) =>
  roundRobin(CONTENDERS.map((contender) => ({ contender })), rounds, ({ contender }) =>
    load(browser, origin, contender, { line: LINES[line], slowdown: SLOWDOWN }));

const result = {};
try {
  const asked = only.length ? only : Object.keys(MEASURED);
  for (const name of asked) {
    if (!Object.hasOwn(MEASURED, name)) throw new Error(`no such measurement: ${name}; there are ${Object.keys(MEASURED).join(' ')}`);
  }
  for (const name of asked) {
    console.error(`measuring: ${name}`);
    // A browser for one kind of measurement: what one leaves behind does not weigh on the next.
    const browser = await launch(chromium);
    try {
      result[name] = await MEASURED[name](browser);
      result.browser = `Chromium ${browser.version()}`;
    } finally {
      await browser.close();
    }
  }
  result.machine = {
    date: new Date().toISOString().slice(0, 10),
    system: type(),
    processor: cpus()[0].model.trim(),
    cores: cpus().length,
    gigabytes: Math.round(totalmem() / 2 ** 30),
    load: [busy, loadavg()[0]],
  };
  console.log(JSON.stringify(result));
} finally {
  server.close();
}
