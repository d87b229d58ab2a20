// A visit to a page that holds its article: what a reader sees of it, and what it asks for, until it is quiet.

import { evaluate, visit } from '../browser.js';

/** So long after `load`, and after the last answer, a page is taken to be quiet, in milliseconds. */
const QUIET = 2_500;
const LONGEST = 60_000;

export const guest = (browser, origin, path, conditions) =>
  visit(browser, origin, { ...conditions, watch }, async (page, cdp) => {
    const requests = new Map();
    let last = Date.now();
    let loaded = false;
    cdp.on('Network.requestWillBeSent', ({ requestId, request }) => {
      if (!/^(data|blob):/.test(request.url)) requests.set(requestId, { url: request.url });
      last = Date.now();
    });
    const ended = ({ requestId, encodedDataLength = 0 }) => {
      const request = requests.get(requestId);
      if (request) request.bytes = encodedDataLength;
      last = Date.now();
    };
    cdp.on('Network.loadingFinished', ended);
    cdp.on('Network.loadingFailed', ended);
    cdp.on('Page.loadEventFired', () => {
      loaded = true;
      last = Date.now();
    });
    await cdp.send('Page.enable');
    await cdp.send('Page.navigate', { url: origin + path });
    const begun = Date.now();
    const isQuiet = () => loaded && [...requests.values()].every(({ bytes }) => bytes !== undefined) && Date.now() - last > QUIET;
    while (!isQuiet()) {
      if (Date.now() - begun > LONGEST) throw new Error(`${path} is not quiet after a minute`);
      await new Promise((done) => setTimeout(done, 100));
    }
    const { paint, shift, blocking } = await evaluate(cdp, 'seen');
    const ready = await evaluate(
      cdp,
      `[...document.querySelectorAll('*')].filter((one) => one.localName.startsWith('news-') && one.state === 'ready').length`,
    );
    const all = [...requests.values()];
    return { paint, shift, blocking, bytes: all.reduce((sum, { bytes }) => sum + bytes, 0), requests: all.length, ready };
  });

/** Runs in the page before anything of its own. */
function watch() {
  const seen = (globalThis.seen = { paint: 0, shift: 0, blocking: 0 });
  const observe = (type, each) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  observe('largest-contentful-paint', ({ startTime }) => (seen.paint = startTime));
  observe('layout-shift', ({ hadRecentInput, value }) => hadRecentInput || (seen.shift += value));
  observe('longtask', ({ duration }) => (seen.blocking += Math.max(0, duration - 50)));
}
