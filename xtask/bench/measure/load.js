// A first visit: bytes over the wire, time to article, longest task, layout shift.

import { visit } from '../browser.js';

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
    await page.goto(`${origin}/${name}`, { waitUntil: 'commit' });
    await page.waitForFunction(() => seen.painted !== null, null, { timeout: 60_000 });
    await new Promise((resolve) => setTimeout(resolve, AFTER));
    const counted = [...requests.values()].filter(({ url }) => /\.(js|wasm|css)$/.test(new URL(url).pathname));
    // The carousel comes when a reader comes near: its work counts as well.
    await page.evaluate(() => document.querySelector('[data-article]').shadowRoot.querySelector('[part=related]').scrollIntoView());
    await page.waitForFunction(
      () => document.querySelector('[data-article]').shadowRoot.querySelectorAll('[part~=related-list] h3').length === 8,
      null,
      { timeout: 60_000 },
    );
    await page.evaluate(() => new Promise(afterPaint));
    const { painted, shift } = await page.evaluate(() => seen);
    const unfinished = counted.filter(({ bytes }) => bytes === undefined);
    if (unfinished.length) throw new Error(`unfinished: ${unfinished.map(({ url }) => url)}`);
    return {
      bytes: counted.reduce((sum, { bytes }) => sum + bytes, 0),
      article: painted,
      longest: await tasks(),
      shift,
    };
  });

/** Records the tasks of the page's main thread; what is given back stops it and tells the longest. */
async function trace(cdp) {
  const events = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline', '__metadata'], excludedCategories: ['*'] },
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
    const tasks = events.filter(({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && main.has(`${pid}.${tid}`));
    return tasks.reduce((longest, { dur }) => Math.max(longest, dur / 1000), 0);
  };
}
