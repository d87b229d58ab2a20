// Interaction to next paint, as the browser itself reports it (Event Timing), by a real mouse and keyboard on every
// control of an article that has all sections. Nothing is slowed down.

import { DESK, open, visit } from '../browser.js';

/** Shorter ones are not reported by the browser. */
export const FLOOR = 16;

/** Goes to the section of other articles, which may come after the article. */
async function related(page) {
  const section = await page.waitForFunction(() => document.querySelector('[data-article]').shadowRoot.querySelector('[part=related]'));
  await section.evaluate((one) => one.scrollIntoView());
}

/** Each control's worst interaction, in milliseconds. */
export const interactions = (browser, origin) =>
  visit(browser, origin, { device: DESK, paragraphs: 1 }, async (page, cdp) => {
    await open(page, cdp, `${origin}/widget-whole`);
    // Nobody leaves the page: a link is pressed, and not followed.
    await page.evaluate(() => addEventListener('click', (event) => event.composedPath()[0].closest?.('a') && event.preventDefault()));
    await related(page);
    await page.waitForFunction(() => document.querySelector('[data-article]').shadowRoot.querySelector('[part=related-list] a'));
    const count = await page.evaluate(() => {
      const root = document.querySelector('[data-article]').shadowRoot;
      const all = root.querySelectorAll('a[href], button, input, textarea, summary, [tabindex="0"]');
      globalThis.controls = [...all].filter((one) => one.checkVisibility() && !one.closest('[aria-hidden=true]'));
      return controls.length;
    });
    const measured = [];
    for (let at = 0; at < count; at++) {
      const control = await page.evaluateHandle((at) => controls[at], at);
      const about = await control.evaluate((one) => {
        seen.interactions.length = 0;
        one.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
        const part = one.getAttribute('part') ?? one.closest('[part]')?.getAttribute('part');
        return { name: [part, one.dataset.network ?? one.name].filter(Boolean).join(' '), there: one.isConnected && one.checkVisibility() };
      });
      const box = about.there && (await control.boundingBox());
      if (!box) continue;
      await page.mouse.click(box.x + Math.min(box.width, 40) / 2, box.y + Math.min(box.height, 40) / 2);
      if (await control.evaluate((one) => one.matches('input, textarea'))) await page.keyboard.type('Yasmine');
      // A smooth scroll goes on after the step's first frame; entries come in a later task.
      await page.evaluate(() => new Promise((resolve) => setTimeout(() => afterPaint(resolve), 120)));
      const worst = await page.evaluate(() => Math.max(0, ...seen.interactions.map(([, duration]) => duration)));
      measured.push({ name: about.name, duration: worst });
    }
    return measured;
  });

/** One step of the carousel to the frame that shows it begun; on a wide page it may be the only one. */
export const steps = (browser, origin, name, button) =>
  visit(browser, origin, { device: DESK }, async (page, cdp) => {
    await open(page, cdp, `${origin}/${name}`);
    await related(page);
    await page.waitForFunction(() => document.querySelector('[data-article]').shadowRoot.querySelectorAll('[part=related-list] h3').length === 8);
    const next = page.locator(button);
    await next.scrollIntoViewIfNeeded();
    // From the click's own time stamp to the task after the frame.
    const spent = page.evaluate(
      () =>
        new Promise((resolve) =>
          addEventListener('click', (event) => afterPaint((now) => resolve(now - event.timeStamp)), { once: true }),
        ),
    );
    spent.catch(() => {}); // where the click fails, that is the error
    await next.click();
    return [await spent];
  });
