// A first visit: bytes over the wire, time to article, longest task, layout shift.

import { evaluate, open, visit } from '../browser.js';

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
    const tasks = await trace(cdp);
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
      longest: await tasks(),
      shift,
    };
  });

/**
 * Records the tasks of the page's main thread; what is given back stops it and tells the longest, from the page's first
 * module on. What comes before is the browser's: it puts up a document, which takes longer than anything here.
 */
async function trace(cdp) {
  const events = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'],
      excludedCategories: ['*'],
    },
  });
  return async () => {
    const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
    await cdp.send('Tracing.end');
    await complete;
    const main = new Set(
      events
        .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
        .map(({ pid, tid }) => `${pid}.${tid}`),
    );
    const of = (wanted) => events.filter(({ name, ph, pid, tid }) => name === wanted && ph === 'X' && main.has(`${pid}.${tid}`));
    const first = Math.min(...of('v8.evaluateModule').map(({ ts }) => ts));
    if (!Number.isFinite(first)) throw new Error('the trace shows no module');
    const tasks = of('RunTask').filter(({ ts, dur }) => ts + dur > first);
    return tasks.reduce((longest, { dur }) => Math.max(longest, dur / 1000), 0);
  };
}
