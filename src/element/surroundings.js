// What an element follows in the page around: fragments that lead to a place in it, the language that the page declares, and
// a reader who comes back. Shipped as `news-article_surroundings.js`, fetched by src/element/runtime.js when the first
// article has come, or at once where the address has a fragment.

/** The page's document by its own methods, whatever is named as one of them in the page (src/element/own.js). */
const page = new Proxy(document, {
  get(_, name) {
    const value = Reflect.get(Document.prototype, name, document);
    return typeof value === 'function' ? value.bind(document) : value;
  },
});

/** The shells of all elements that are mounted, and their shadow roots. */
let places = new Map();

/** The name in a fragment; nothing in that of a router (`#/page`, `#!page`). */
const nameIn = (fragment) => {
  const raw = fragment.replace(/^#/, '');
  if (/^[/!]/.test(raw)) return '';
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
};

/** Whether the page itself has a place of that name: then the browser goes there. */
const isInPage = (name) => page.getElementById(name) ?? page.getElementsByName(name)[0];

/**
 * The element that a name means: an anchor of an article, a section, a comment. `whole` is false where it is only on the way
 * there: the list, for a comment that may come with it, or on a later page of it.
 */
const place = (name) => {
  const roots = [...places].filter(([shell]) => shell.host.isConnected);
  roots.sort(([one], [other]) => (one.host.compareDocumentPosition(other.host) & 4 ? -1 : 1));
  const escaped = CSS.escape(name);
  // The sections as WordPress and its mails call them.
  const section = { respond: 'comment-form', comments: 'comments' }[name];
  const exact = [`[data-anchor="${escaped}"]`, section ? `[part~=${section}]` : `#${escaped}`];
  for (const selector of /^comment-./.test(name) ? [...exact, '[part~=comments]'] : exact) {
    for (const [, root] of roots) {
      const found = root.querySelector(selector);
      if (found) return { found, whole: exact.includes(selector) };
    }
  }
};

/** Brings the reader to an element. What is closed or hidden around it opens, as it does in a page. */
const reach = (found) => {
  for (let at = found; at; at = at.parentNode ?? at.host) {
    if (at.localName === 'details') at.open = true;
    if (at.hidden === 'until-found') at.hidden = false;
  }
  found.scrollIntoView();
  // Who is typing elsewhere goes on.
  if (page.activeElement?.matches('input, textarea, select, [contenteditable]')) return;
  if (found.tabIndex < 0) found.setAttribute('tabindex', '-1');
  found.focus({ preventScroll: true });
};

/** The name of a place that is not here yet, and what ends the waiting for it. */
let awaited;
let waiting;
const giveUp = () => {
  waiting?.abort();
  awaited = waiting = undefined;
};

/** Goes to a place; where it is not here yet, as soon as it is, unless the reader does something else meanwhile. */
const go = (name) => {
  giveUp();
  if (!name || isInPage(name)) return;
  awaited = name;
  waiting = new AbortController();
  const { signal } = waiting;
  let reached;
  const look = () => {
    const { found, whole } = place(name) ?? {};
    if (whole) giveUp();
    if (!found || found === reached) return;
    reach((reached = found));
    // The list may stand already without it: then it is on a later page.
    if (!whole) found.querySelector('[part=comments-more]:not([hidden])')?.click();
  };
  const came = new MutationObserver(look);
  signal.addEventListener('abort', () => came.disconnect());
  for (const root of places.values()) came.observe(root, { childList: true, subtree: true });
  for (const type of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
    addEventListener(type, giveUp, { signal, capture: true, passive: true });
  }
  look();
};

/** The place that was gone to by `visit`. */
let visited;
/** A click on one of an article's own links: it has a way back, as any link has. */
export const visit = (found, name) => {
  giveUp();
  const fragment = `#${encodeURIComponent(name)}`;
  if (location.hash && !nameIn(location.hash)) {
    history.pushState(history.state, ''); // to a router the fragment would be a page
  } else if (location.hash !== fragment) {
    visited = name;
    location.hash = fragment;
  }
  reach(found);
};

/** The id of a comment that is waited for, which may be on a later page of the list; else an empty text. */
export const awaitedComment = () => /^comment-(.+)$/.exec(awaited ?? '')?.[1] ?? '';

/** Follows the fragments of the page. Who goes back is brought by the browser to where they had been. */
const followFragments = (signal) => {
  let { length } = history;
  let travels;
  let clicked;
  window.navigation?.addEventListener('navigate', ({ navigationType }) => (travels = navigationType === 'traverse'), { signal });
  addEventListener('hashchange', () => {
    const name = nameIn(location.hash);
    const leads = clicked === name || (travels === undefined ? history.length > length : !travels);
    if (leads && visited !== name) go(name);
    ({ length } = history);
    clicked = visited = undefined;
  }, { signal });
  addEventListener('click', (event) => {
    const link = event.composedPath().find(({ localName, href }) => /^(a|area)$/.test(localName) && href);
    if (!link?.hash || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.href.split('#')[0] !== location.href.split('#')[0]) return;
    clicked = nameIn(link.hash);
    // Where the address has it already, nothing changes, and nobody is told.
    if (link.hash === location.hash) go(clicked);
  }, { signal });
};

/** Shows an element anew, once, when an ancestor's `lang` has another value by now. */
const languages = new MutationObserver(() => {
  for (const shell of places.keys()) {
    if (shell.declared === shell.language()) continue;
    shell.declared = shell.language();
    shell.refresh();
  }
});

/** Tries what has failed again, when the reader comes back: who is told to log in does so in another tab. */
const comeBack = ({ type, persisted }) => {
  if (page.hidden) return;
  for (const { host, failure, reload } of places.keys()) {
    if (host.state === 'error' && (type === 'pageshow' ? persisted : /^40[13]$/.test(failure?.status))) reload();
  }
};

let watching;
/** Takes the elements that are mounted into account. `mounted` is the map of them, which changes. */
export const follow = (mounted) => {
  places = mounted;
  if (!watching) {
    watching = new AbortController();
    const { signal } = watching;
    followFragments(signal);
    addEventListener('pageshow', comeBack, { signal });
    page.addEventListener('visibilitychange', comeBack, { signal });
  }
  const name = nameIn(location.hash);
  for (const shell of places.keys()) {
    shell.declared ??= shell.language();
    for (let at = shell.host.getRootNode(); at; at = at.host?.getRootNode()) {
      languages.observe(at, { subtree: true, attributeFilter: ['lang'] });
    }
    // Nobody is taken away from what they read, nor brought once more to a place by an element's next life.
    if (name && (awaited === name || (!shell.followed && !scrollY))) go(name);
    shell.followed = true;
  }
};

/** The last element is gone. */
export const leave = () => {
  giveUp();
  languages.disconnect();
  watching?.abort();
  watching = undefined;
};
