// Pictures enlarged: a button on each picture, and a dialog with all of them in order. Shipped as `news-article_enlarged.js`, for
// pages that ask for it by the attribute `lightbox`.

import { own } from '../element/own.js';
import { articleOf, pictures } from './article.js';
import { adopt } from './style.js';

const page = own(document);

const STYLE = `
.enlargeable { position: relative; }
[part~='enlarge'] {
  display: inline-flex;
  align-items: center;
  gap: .5em;
  min-inline-size: 44px;
  min-block-size: 44px;
  padding-inline: 1em;
}
.enlargeable > [part~='enlarge'] {
  position: absolute;
  inset-block-start: .5em;
  inset-inline-end: .5em;
  justify-content: center;
  min-inline-size: max(44px, 2.2em);
  min-block-size: max(44px, 2.2em);
  padding: 0;
  font-size: min(1em, 26px);
  border-color: transparent;
  background: rgb(0 0 0 / .6);
  color: #fff;
}
.enlargeable > [part~='enlarge']::before { content: '\\2922'; font-size: 1.35em; line-height: 1; }
.enlargeable img { cursor: zoom-in; }
[part~='enlarged'] {
  inline-size: 100vw;
  max-inline-size: none;
  block-size: 100vh;
  block-size: 100dvh;
  max-block-size: none;
  margin: 0;
  padding: 0;
  border: 0;
  overflow: hidden;
  overscroll-behavior: contain;
  background: #111;
  color: #fff;
  touch-action: pan-y pinch-zoom;
}
[part~='enlarged'][open] { display: grid; grid-template: auto minmax(0, 1fr) / minmax(0, 1fr); }
[part~='enlarged'] > .bar { display: flex; gap: .5rem; align-items: center; padding: .5rem; }
[part~='enlarged'] > .bar > p { flex: 1; padding-inline: .5rem; font-size: .9em; }
[part~='enlarged'] button { flex: none; min-inline-size: 48px; min-block-size: 48px; border-color: #fff; color: #fff; font-size: min(1.5em, 40px); line-height: 1; }
[part~='enlarged'] :focus-visible { outline-color: #fff; }
[part~='enlarged'] figure { display: flex; flex-direction: column; min-block-size: 0; max-inline-size: none; margin: 0; padding: 0 1rem 1rem; gap: .75rem; align-items: center; justify-content: center; }
[part~='enlarged'] img { min-block-size: 0; max-inline-size: 100%; max-block-size: 100%; inline-size: auto; block-size: auto; object-fit: contain; }
[part~='enlarged'] figcaption { flex: none; max-block-size: 50%; max-inline-size: 45em; overflow: auto; color: #fff; }
[part~='enlarged'] figcaption a { color: inherit; }
[part~='enlarged']::backdrop { background: #111; }
@media (forced-colors: active) { :is([part~='enlarge'], [part~='enlarged'] button) { border-color: ButtonText !important; } }
@media print { :is([part~='enlarge'], [part~='enlarged']) { display: none !important; } }
`;

/** How far a finger goes for the next picture, in pixels. */
const SWIPE = 40;
const PICTURE = /\.(jpe?g|png|webp|gif|avif)$/i;

export function start({ shell, root, at, options: { texts }, signal }) {
  const article = articleOf(shell.host);
  if (!article.text) return;
  const all = pictures(article).filter((picture) => {
    const link = picture.closest('a[href]');
    return !link || leadsToPicture(link);
  });
  if (!all.length) return;
  adopt(root, STYLE);
  const show = dialog(all, at, texts, signal);
  if (article.isOwn) {
    all.forEach((picture, place) => {
      const button = buttonFor(picture, texts);
      (picture.closest('a') ?? picture).after(button);
      picture.closest('figure').classList.add('enlargeable');
      button.addEventListener('click', () => show(place, button), { signal });
      signal.addEventListener('abort', () => button.remove());
    });
  } else {
    // Nothing is written into the page's own text: one button leads to all of its pictures.
    const button = buttonFor(undefined, texts);
    button.append(texts.open);
    at.prepend(button);
    button.addEventListener('click', () => show(0, button), { signal });
    signal.addEventListener('abort', () => button.remove());
  }
  all.forEach((picture, place) => {
    (picture.closest('a[href]') ?? picture).addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
      event.preventDefault();
      show(place, picture.closest('a[href]') ?? picture.nextElementSibling);
    }, { signal });
  });
}

const leadsToPicture = (link) => {
  try {
    return PICTURE.test(new URL(link.href).pathname);
  } catch {
    return false;
  }
};

function buttonFor(picture, texts) {
  const button = page.createElement('button');
  button.type = 'button';
  button.part = 'enlarge';
  if (picture) button.setAttribute('aria-label', picture.alt ? `${texts.open}: ${picture.alt}` : texts.open);
  return button;
}

/** The address of the largest candidate: what a link around the picture leads to, else of `srcset`. */
function largest(picture) {
  const link = picture.closest('a[href]');
  if (link && leadsToPicture(link)) return link.href;
  const candidates = [...(picture.srcset || '').matchAll(/(\S*[^\s,])(?:\s+([\d.]+)[wx])?\s*(?:,|$)/g)];
  const [best] = candidates.map(([, src, size]) => ({ src, size: Number(size ?? 1) })).sort((one, other) => other.size - one.size);
  return best?.src ?? picture.currentSrc ?? picture.src;
}

/** What stands under a picture, as text and links of its own. */
function captionOf(picture) {
  const caption = picture.closest('figure')?.querySelector('figcaption');
  return caption ? [...caption.childNodes].map((node) => node.cloneNode(true)) : [];
}

/** Makes the dialog at the first click; gives what opens it at a picture, and closes to `from`. */
function dialog(all, at, texts, signal) {
  let made;
  const make = () => {
    const box = page.createElement('dialog');
    box.part = 'enlarged';
    const image = page.createElement('img');
    const caption = page.createElement('figcaption');
    const count = page.createElement('p');
    count.setAttribute('role', 'status');
    const button = (label, sign, act) => {
      const one = page.createElement('button');
      one.type = 'button';
      one.setAttribute('aria-label', label);
      one.append(sign);
      one.addEventListener('click', act);
      return one;
    };
    const isRtl = () => getComputedStyle(box).direction === 'rtl';
    let place = 0;
    const go = (step) => turn((place + step + all.length) % all.length);
    const turn = (to) => {
      place = to;
      const picture = all[place];
      image.alt = picture.alt;
      image.referrerPolicy = picture.referrerPolicy;
      image.src = largest(picture);
      caption.replaceChildren(...captionOf(picture));
      caption.hidden = !caption.textContent.trim();
      // A long one scrolls, by keyboard too.
      if (caption.scrollHeight > caption.clientHeight) caption.tabIndex = 0;
      else caption.removeAttribute('tabindex');
      if (all.length > 1) count.textContent = texts.place.replace('{number}', place + 1).replace('{count}', all.length);
    };
    const previous = button(texts.previous, '‹', () => go(-1));
    const next = button(texts.next, '›', () => go(1));
    const close = button(texts.close, '×', () => box.close());
    close.className = 'close';
    close.autofocus = true;
    previous.hidden = next.hidden = all.length < 2;
    const bar = page.createElement('div');
    bar.className = 'bar';
    bar.append(count, previous, next, close);
    const figure = page.createElement('figure');
    figure.append(image, caption);
    box.append(bar, figure);
    box.addEventListener('keydown', ({ key, altKey, ctrlKey, metaKey }) => {
      if (altKey || ctrlKey || metaKey) return; // the browser's own
      const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
      if (step && all.length > 1) go(isRtl() ? -step : step);
      if (key === 'Home') turn(0);
      if (key === 'End') turn(all.length - 1);
    });
    // A click beside the picture closes, as in every dialog of the kind.
    box.addEventListener('click', ({ target }) => (target === box || target === figure) && box.close());
    let from;
    box.addEventListener('pointerdown', (event) => (from = event.isPrimary && event.pointerType !== 'mouse' ? event : undefined));
    box.addEventListener('pointerup', (event) => {
      const way = from && (window.visualViewport?.scale ?? 1) === 1 ? event.clientX - from.clientX : 0;
      if (all.length > 1 && Math.abs(way) > SWIPE && Math.abs(way) > 2 * Math.abs(event.clientY - from.clientY)) go((way < 0) === !isRtl() ? 1 : -1);
      from = undefined;
    });
    // What was pinched larger is moved in every direction.
    window.visualViewport?.addEventListener('resize', () => (box.style.touchAction = visualViewport.scale > 1 ? 'auto' : ''), { signal });
    at.append(box);
    signal.addEventListener('abort', () => box.remove());
    return { box, turn };
  };
  return (place, from) => {
    made ??= make();
    made.box.setAttribute('aria-label', texts.open);
    const { scrollX, scrollY } = window;
    if (made.box.showModal) made.box.showModal();
    else location.href = largest(all[place]);
    made.turn(place);
    made.box.addEventListener('close', () => {
      from?.focus({ preventScroll: true });
      scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' }); // keys may have scrolled the page behind
    }, { once: true });
  };
}
