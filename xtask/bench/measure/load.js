// A first visit: bytes over the wire, time to article, longest task, layout shift.

import { evaluate, open, visit } from '../browser.js';
import { record } from './trace.js';

/** What is requested until so long after the article is painted counts, in milliseconds. */
const AFTER = 700;

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
    await new Promise((resolve) => setTimeout(resolve, AFTER));
    const counted = [...requests.values()].filter(({ url }) => /\.(js|wasm|css)$/.test(new URL(url).pathname));
    // The carousel comes when a reader comes near: its work counts as well.
    const shift = await evaluate(cdp, `(async () => {
      const root = document.querySelector('[data-article]').shadowRoot;
      root.querySelector('[part=related]').scrollIntoView();
      while (root.querySelectorAll('[part~=related-list] h3').length < 8) await new Promise(requestAnimationFrame);
      await new Promise(afterPaint);
      return seen.shift;
    })()`);
    const unfinished = counted.filter(({ bytes }) => bytes === undefined);
    if (unfinished.length) throw new Error(`unfinished: ${unfinished.map(({ url }) => url)}`);
    return {
      bytes: counted.reduce((sum, { bytes }) => sum + bytes, 0),
      article,
      longest: (await stop()).longest,
      shift,
    };
  });
