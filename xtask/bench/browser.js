// Chromium, one fresh profile a measurement, and what is watched in its pages.

import { chromium } from 'playwright-core';

const QUIET = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

/** Lines, as `Network.emulateNetworkConditions` takes them. */
export const LINES = {
  slow: { latency: 150, throughput: 1_600_000 / 8 },
  fast: { latency: 60, throughput: 9_000_000 / 8 },
};

export const PHONE = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 2 };
export const DESK = { viewport: { width: 1280, height: 900 } };

export const launch = (executablePath) => chromium.launch({ executablePath, headless: true, args: QUIET });

/** A page in a profile of its own, watched, on a line and a processor as asked for. */
export async function visit(browser, origin, { device = PHONE, line, slowdown = 1, paragraphs = 6, watch = watchArticle }, work) {
  const context = await browser.newContext(device);
  try {
    await context.addInitScript(watch, paragraphs);
    const page = await context.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    // The page's process is there before it is slowed down.
    await page.goto(`${origin}/empty`);
    const cdp = await context.newCDPSession(page);
    await cdp.send('Network.enable');
    if (line) {
      await cdp.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: line.latency,
        downloadThroughput: line.throughput,
        uploadThroughput: line.throughput,
      });
    }
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await cdp.send('Runtime.enable');
    await cdp.send('Runtime.addBinding', { name: 'tell' });
    const done = await work(page, cdp);
    if (errors.length) throw new Error(errors.join('; '));
    return done;
  } finally {
    await context.close();
  }
}

/**
 * Goes to a page and waits for its article; the time of its paint, in milliseconds from the navigation. Nothing is asked
 * of the page meanwhile: the driver's own script takes 50 ms of a slow processor.
 */
export async function open(page, cdp, address) {
  const told = new Promise((resolve, reject) => {
    cdp.once('Runtime.bindingCalled', ({ payload }) => resolve(Number(payload)));
    setTimeout(() => reject(new Error(`nothing was painted at ${address}`)), 120_000).unref();
  });
  await cdp.send('Page.navigate', { url: address });
  return told;
}

/** What an expression gives in the page, without the driver's script. */
export async function evaluate(cdp, expression) {
  const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** Runs in the page before anything of its own, unless another one does. */
function watchArticle(paragraphs) {
  const seen = (globalThis.seen = { shift: 0, interactions: [], memories: [] });
  const observe = (type, each, options) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true, ...options });
  observe('layout-shift', (entry) => entry.hadRecentInput || (seen.shift += entry.value));
  observe('event', (entry) => entry.interactionId && seen.interactions.push([entry.name, entry.duration]), {
    durationThreshold: 16,
  });
  // How many instances there are, and what they hold.
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate(...given);
    for (const value of Object.values((made.instance ?? made).exports)) {
      if (value instanceof WebAssembly.Memory) seen.memories.push(value);
    }
    return made;
  };
  // Calls back in the task after the frame that the callback's moment is painted in.
  globalThis.afterPaint = (then) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => then(performance.now());
      port2.postMessage(0);
    });
  /** A part of an article, in a shadow root or in the page itself. */
  globalThis.part = (element, name) =>
    element.shadowRoot?.querySelector(`[part~=${name}]`) ?? element.querySelector(`.news-article-${name}`);
  // While a page is parsed, something after the text says that all of it is there.
  const isEnded = (node) =>
    document.readyState !== 'loading' || Boolean(node.nextSibling) || (node.parentNode instanceof Element && isEnded(node.parentNode));
  globalThis.stands = (element) => {
    const body = part(element, 'body');
    if (!body || !part(element, 'title')?.textContent) return false;
    return body.querySelectorAll('p').length >= (globalThis.wanted ?? paragraphs) && isEnded(body);
  };
  // Looked at when something has been put into the page or a shadow root, and not at every frame: that takes 30 ms of a
  // slow processor.
  let told = false;
  const look = () => {
    if (told) return;
    const elements = document.querySelectorAll('[data-article]');
    for (const { shadowRoot } of elements) watch(shadowRoot);
    if (!elements.length || ![...elements].every(stands)) return;
    told = true;
    afterPaint((now) => tell(String(now)));
  };
  // The page, each shadow root that a script makes, and those that the parser makes.
  const watched = new WeakSet();
  const watch = (root) => {
    if (!root || watched.has(root)) return;
    watched.add(root);
    new MutationObserver(look).observe(root, { childList: true, subtree: true });
  };
  watch(document);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    watch(root);
    return root;
  };
}
