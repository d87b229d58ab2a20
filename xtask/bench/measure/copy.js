// How long after the navigation a reader's click on "copy link" is answered.

import { evaluate, visit } from '../browser.js';

/** So often it is clicked, in milliseconds, from when it is seen on. */
const EVERY = 50;
const LONGEST = 60_000;

/** Milliseconds from the navigation until the address is in the clipboard. */
export const copy = (browser, origin, name, conditions) =>
  visit(browser, origin, { ...conditions, watch }, async (page, cdp) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
    let answered;
    cdp.on('Runtime.bindingCalled', ({ payload }) => (answered ??= Number(payload)));
    await cdp.send('Page.navigate', { url: `${origin}/${name}` });
    const begun = Date.now();
    while (answered === undefined) {
      if (Date.now() - begun > LONGEST) throw new Error(`"copy link" of ${name} is not answered after a minute`);
      // A page that is just being put up has nothing to be asked.
      const at = await evaluate(cdp, 'globalThis.aim?.()').catch(() => undefined);
      if (at) await click(cdp, at);
      await new Promise((resolve) => setTimeout(resolve, EVERY));
    }
    return answered;
  });

async function click(cdp, at) {
  for (const type of ['mousePressed', 'mouseReleased']) {
    await cdp.send('Input.dispatchMouseEvent', { type, ...at, button: 'left', clickCount: 1 });
  }
}

/** Runs in the page before anything of its own. */
function watch() {
  /** Where the control is, scrolled to; nothing before it is there. */
  globalThis.aim = () => {
    const element = document.querySelector('[data-article]');
    const control = element?.shadowRoot?.querySelector('[data-network=copy]');
    if (!control?.checkVisibility()) return undefined;
    const middle = () => {
      const { left, top, width, height } = control.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    };
    if (middle().y < 0 || middle().y > innerHeight) control.scrollIntoView({ block: 'center', behavior: 'instant' });
    return middle();
  };
  const write = Clipboard.prototype.writeText;
  Clipboard.prototype.writeText = async function (text) {
    await write.call(this, text);
    tell(String(performance.now()));
  };
}
