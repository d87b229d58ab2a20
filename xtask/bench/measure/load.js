// A first visit: bytes over the wire, time to article, longest task, layout shift.

import { evaluate, open, visit } from '../browser.js';
import { record } from './trace.js';

/** What is requested until so long after the article is painted counts, in milliseconds. */
const AFTER = 700;

/** Until the program has an article that stood in the page before it; at once where it has made the article, or there is none. */
const TAKEN_OVER = `(async () => {
  const element = document.querySelector('[data-article]');
  const isWaiting = () => element.matches(':not(:defined)') || (element.state ?? 'ready') !== 'ready';
  while (document.querySelector('script[src]') && isWaiting()) await new Promise((resolve) => setTimeout(resolve, 100));
})()`;

/** The layout shift once a reader has come to the carousel, whose work counts as well; to the end where there is none. */
const LOOKED_AT = `(async () => {
  const root = document.querySelector('[data-article]').shadowRoot;
  if (root) {
    const frame = () => new Promise(requestAnimationFrame);
    while (!root.querySelector('[part=related]')) await frame();
    root.querySelector('[part=related]').scrollIntoView();
    while (root.querySelectorAll('[part~=related-list] h3').length < 8) await frame();
  } else {
    scrollTo(0, document.body.scrollHeight);
  }
  await new Promise(afterPaint);
  return seen.shift;
})()`;

export const load = (browser, origin, name, conditions) =>
  visit(browser, origin, conditions, async (page, cdp) => {
    const requests = new Map();
    cdp.on('Network.requestWillBeSent', ({ requestId, request }) => requests.set(requestId, { url: request.url }));
    cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const request = requests.get(requestId);
      if (request) request.bytes = encodedDataLength;
    });
    const stop = await record(cdp);
    const article = await open(page, cdp, `${origin}/${name}`);
    await evaluate(cdp, TAKEN_OVER);
    await new Promise((resolve) => setTimeout(resolve, AFTER));
    const counted = [...requests.values()].filter(({ url }) => /\.(js|wasm|css)$/.test(new URL(url).pathname));
    const shift = await evaluate(cdp, LOOKED_AT);
    const unfinished = counted.filter(({ bytes }) => bytes === undefined);
    if (unfinished.length) throw new Error(`unfinished: ${unfinished.map(({ url }) => url)}`);
    return {
      bytes: counted.reduce((sum, { bytes }) => sum + bytes, 0),
      article,
      longest: (await stop()).longest,
      shift,
    };
  });
