// Elements mounted and removed, over and over: what is left.

import { DESK, open, visit } from '../browser.js';

const KILOBYTE = 1024;

/** After each batch of mounts and removals: pages of the wasm's memory (64 KB each), JavaScript's heap, nodes. */
export const memory = (browser, origin, batches, size) =>
  visit(browser, origin, { device: DESK }, async (page, cdp) => {
    await cdp.send('Performance.enable');
    await open(page, cdp, `${origin}/widget`);
    const curve = [];
    for (let batch = 0; batch <= batches; batch++) {
      if (batch > 0) await page.evaluate(mount, size);
      await cdp.send('HeapProfiler.collectGarbage');
      const { metrics } = await cdp.send('Performance.getMetrics');
      const metric = (wanted) => metrics.find(({ name }) => name === wanted).value;
      const pages = await page.evaluate(() => seen.memories.reduce((sum, one) => sum + one.buffer.byteLength, 0) / 65_536);
      curve.push({
        mounts: batch * size,
        pages,
        heap: Math.round(metric('JSHeapUsedSize') / KILOBYTE),
        nodes: metric('Nodes'),
        listeners: metric('JSEventListeners'),
      });
    }
    return curve;
  });

/** In the page: each element stands ready before it is removed, and is gone before the next one comes. */
async function mount(size) {
  globalThis.post ??= await (await fetch('/wp-json/wp/v2/posts/28?_embed')).json();
  for (let at = 0; at < size; at++) {
    const element = document.createElement('news-article');
    element.setAttribute('newsletter-action', '/newsletter');
    const ready = new Promise((resolve) => element.addEventListener('load', resolve));
    element.article = post;
    document.body.append(element);
    await ready;
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
  }
}
