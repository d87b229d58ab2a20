// Stand-ins: what the page itself has written in the place of a section (share links, a list of links, a form), until the
// section is ready. A stand-in is replaced in one step, at a moment when that moves nothing that the reader sees. Focus and
// typed text are carried over.

import { own } from './own.js';

/** How long a replacement that would push down the text below waits for the reader to be elsewhere, in milliseconds. */
const PATIENCE = 3000;

/** Sections whose stand-in works like the section itself, so that it may stand a little longer. */
const ALIKE = ['reading-time', 'share', 'related', 'social'];

/** Our names of fields, each with the names that WordPress and others give the same field. */
const FIELDS = { name: 'name author', email: 'email mail', body: 'body comment message content text', consent: 'consent' };

const FOCUSABLE = 'a[href], button, input, textarea, select, summary, [tabindex]';

/** Manages the stand-ins for the sections of an element, for Rust (src/view/stand_in.rs). */
export function standIn(host) {
  const root = host.shadowRoot;
  const { section } = host.constructor;
  const held = new Map();
  const ends = new AbortController();

  /** The nodes that stand in for a section now; empty once they were replaced. */
  const standing = (name) => {
    if (section === 'article') {
      const all = [...host.querySelectorAll(`[data-news-article~="${CSS.escape(name)}"]`)];
      return all.filter((one) => !own(one).closest('[data-news-article-replaced]') && own(one).closest('news-article') === host);
    }
    const slot = root.querySelector('slot:not([name])');
    const said = [...host.childNodes].some((node) => (node instanceof Element ? !own(node).slot : node.nodeType === Node.TEXT_NODE && node.data.trim()));
    return slot && !slot.hidden && said ? [host] : [];
  };

  /** What has the focus in the tree that the element stands in. */
  const focused = () => own(host.getRootNode()).activeElement;

  /** Reserves the place of a stand-in for its section: `place` holds the section, hidden, and a slot before it. */
  const hold = (name, place) => {
    const [first] = standing(name);
    held.set(name, place);
    // The slot shows it in the section's place, wherever in the element it was written.
    if (first !== host && own(first).parentNode === host) own(first).setAttribute('slot', place.firstChild.name);
  };

  const swap = (name, place) => {
    held.delete(name);
    const all = standing(name);
    const live = place.lastChild;
    const active = focused();
    const from = all.find((one) => own(one).contains(active) && active !== host) && active;
    const box = boxOf(all);
    const end = () => place.getBoundingClientRect().bottom;
    const before = end();
    all.forEach((one) => (one === host ? (root.querySelector('slot:not([name])').hidden = true) : hide(one)));
    live.className = '';
    // Visible content below it must not move up, so the section is kept at least as high as its stand-in was.
    const height = live.getBoundingClientRect().height;
    if (box && height < box.height && box.bottom > 0 && box.bottom < innerHeight && getComputedStyle(host).display === 'block') {
      live.style.minBlockSize = `${box.height}px`;
      addEventListener('resize', () => live.style.removeProperty('min-block-size'), { once: true, signal: ends.signal });
    }
    if (before <= 0 && !CSS.supports('overflow-anchor', 'auto')) scrollBy({ top: end() - before, behavior: 'instant' });
    all.forEach((one) => moveText(one, live));
    if (from) moveFocus(from, live);
  };

  /** What holds the section in the reserved place of this view: it is empty until the section is built. */
  const placeOf = (name) => (held.get(name)?.isConnected ? held.get(name).lastChild : undefined);

  /** Replaces a stand-in, at once or as soon as that moves nothing visible. */
  const giveWay = (name) => {
    const place = held.get(name);
    if (!place) return;
    const all = standing(name);
    const box = boxOf(all);
    const sounds = (one) => [...own(one).querySelectorAll('audio, video')].some((media) => !media.paused);
    const isInUse = () => all.some((one) => own(one).matches(':active') || sounds(one));
    const moves = () => {
      const { height, bottom } = boxOf(all) ?? {};
      // `:focus-within` is lost when a node moves from slot to slot (Chromium 156), the focus is not.
      const isWithin = all.some((one) => own(one).contains(focused()));
      return !isWithin && bottom > 0 && bottom < innerHeight && place.lastChild.scrollHeight > height + 1;
    };
    if (!box || (!isInUse() && !(ALIKE.includes(name) && moves()))) return swap(name, place);
    const one = new AbortController();
    const over = () => !one.signal.aborted && (ends.signal.aborted || held.get(name) !== place);
    let late = false;
    const look = () => {
      if (over()) one.abort();
      if (one.signal.aborted || isInUse() || (!late && moves())) return;
      one.abort();
      swap(name, place);
    };
    const observer = new IntersectionObserver(look, { threshold: [0, 1] });
    all.forEach((element) => observer.observe(element));
    const timer = setTimeout(() => ((late = true), look()), PATIENCE);
    // The replacement waits until a click has reached what was pressed.
    addEventListener('pointerup', () => setTimeout(look), { signal: one.signal });
    addEventListener('pointercancel', () => setTimeout(look), { signal: one.signal });
    for (const type of ['focusin', 'pause', 'ended']) {
      all.forEach((element) => own(element).addEventListener(type, () => setTimeout(look), { capture: true, signal: one.signal }));
    }
    one.signal.addEventListener('abort', () => {
      observer.disconnect();
      clearTimeout(timer);
    });
    ends.signal.addEventListener('abort', () => one.abort());
  };

  /** Says that a stand-in is somewhere inside of the article, where the section itself, in the shadow root, cannot be. */
  const isInside = (name) => standing(name).some((one) => one !== host && own(one).parentNode !== host);

  return { has: (name) => standing(name).length > 0, isInside, hold, placeOf, giveWay, end: () => ends.abort() };
}

/** The box of a stand-in; undefined if it is not visible. */
const boxOf = (all) => all.map((one) => own(one).getBoundingClientRect()).find(({ width, height }) => width && height);

/** Hides a stand-in that was replaced, whatever the page's style says. */
function hide(element) {
  own(element).setAttribute('data-news-article-replaced', '');
  own(element).style.setProperty('display', 'none', 'important');
}

/** Copies what was typed into a stand-in's fields into the section's fields of the same meaning. */
function moveText(from, live) {
  for (const field of own(from).querySelectorAll('input, textarea')) {
    const to = fieldLike(field, live);
    const isTick = /^(checkbox|radio)$/.test(field.type);
    const isTouched = isTick ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
    if (!to || !isTouched || (isTick ? to.type !== field.type : to.value)) continue;
    if (isTick) to.checked = field.checked;
    else to.value = field.value;
    to.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

/** The field of the section's form that asks for the same. */
function fieldLike(field, live) {
  if (field.type === 'hidden') return undefined;
  const [name] = Object.entries(FIELDS).find(([, names]) => names.split(' ').includes(field.name?.toLowerCase())) ?? [];
  const fields = [...live.querySelectorAll('input:not([tabindex="-1"]), textarea')];
  return (
    fields.find((one) => one.name && (one.name === name || one.name === field.name)) ??
    fields.find((one) => (field.localName === 'textarea' ? one.localName === 'textarea' : field.type === 'email' && one.type === 'email'))
  );
}

/**
 * Moves the focus to the control that does the same: a field, a link to the same place, a control with the same words, else the
 * first control.
 */
function moveFocus(from, live) {
  const controls = [...live.querySelectorAll(FOCUSABLE)].filter((one) => one.tabIndex >= 0 && one.getClientRects().length);
  const place = (one) => {
    try {
      const { origin, pathname, protocol } = new URL(one.href);
      return /^https?:/.test(protocol) ? origin + pathname : protocol;
    } catch {
      return undefined;
    }
  };
  const network = from.closest('[data-network]')?.dataset.network;
  const words = (one) => (one.textContent || one.ariaLabel || one.title || '').trim().toLowerCase();
  const to =
    (/^(input|textarea)$/.test(from.localName) && fieldLike(from, live)) ||
    (network && controls.find((one) => one.dataset.network === network)) ||
    (from.href && (controls.find((one) => one.href === from.href) ?? controls.find((one) => place(one) && place(one) === place(from)))) ||
    (words(from) && controls.find((one) => words(one) === words(from))) ||
    controls[0];
  if (!to) return;
  // The selection is set before the focus, because browsers scroll to a caret that is set in a focused field. Some types of
  // field have no selection.
  if (from.selectionStart != null && to.value === from.value) to.setSelectionRange?.(from.selectionStart, from.selectionEnd);
  to.focus({ preventScroll: true });
}
