// Decides when an element that adds to the page's own article is loaded, so that it costs the reader nothing.

import { TOUCHED, whenIdle } from './idle.js';
import { own } from './own.js';
import { started } from './program.js';

/**
 * Calls `then` once: at once when a reader touches the element, tabs into it or comes near by scrolling; else when the page
 * has loaded and the browser has nothing to do, or when the program is loaded for another element anyway. Where `isLazy`,
 * only for a reader who is near. Gives what takes this back.
 */
export function whenWelcome(element, isLazy, then) {
  const controller = new AbortController();
  const { signal } = controller;
  let stopLooking;
  const end = () => {
    controller.abort();
    stopLooking?.();
  };
  const go = () => {
    if (signal.aborted) return;
    end();
    then();
  };
  const look = () => signal.aborted || (stopLooking ??= whenNear(element, go));
  // Around an article a touch means the article itself, so it does not count, unless it is on the stand-in of a section.
  const isSection = element.constructor.section !== 'article';
  for (const type of ['pointerdown', 'focusin', TOUCHED]) {
    element.addEventListener(type, ({ target }) => (isSection || target.closest?.('[data-news-article]')) && go(), { signal });
  }
  addEventListener('scroll', look, { capture: true, passive: true, once: true, signal });
  addEventListener(TOUCHED, look, { once: true, signal }); // who has scrolled before this was here
  const loaded = () => whenIdle(isLazy ? look : go);
  if (own(document).readyState === 'complete') loaded();
  else addEventListener('load', loaded, { once: true, signal });
  if (!isLazy) started.then(go);
  return end;
}

/** Calls `then` once when the element comes near the viewport. Returns a function that cancels this. */
export function whenNear(element, then) {
  const near = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      near.disconnect();
      then();
    },
    { rootMargin: '100%' },
  );
  near.observe(element);
  return () => near.disconnect();
}
