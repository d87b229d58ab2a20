// What an element follows in the page around it: fragments that lead to a place in it, the language that the page declares, and
// a reader who returns to the tab. Shipped as `news-article_surroundings.js`, fetched by src/element/runtime.js when the first
// article has been shown, or at once where the address has a fragment.

/** The document by the methods of its class, which elements with a `name` in the page may hide (src/element/own.js). */
const page = new Proxy(document, {
  get(_, name) {
    const value = Reflect.get(Document.prototype, name, document);
    return typeof value === 'function' ? value.bind(document) : value;
  },
});

/** The shells of all elements that are mounted, and their shadow roots. */
let places = new Map();

/** The name in a fragment; empty for the fragments of routers (`#/page`, `#!page`). */
const nameIn = (fragment) => {
  const raw = fragment.replace(/^#/, '');
  if (/^[/!]/.test(raw)) return '';
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
};

/** The place of that name in the page itself, if there is one. Then the browser goes there. */
const isInPage = (name) => page.getElementById(name) ?? page.getElementsByName(name)[0];

/**
 * The element that a name means: an anchor of an article, a section, a comment. `whole` is false where it is only on the way
 * there: the list, for a comment that may come with it, or on a later page of it.
 */
const place = (name) => {
  const roots = [...places].filter(([shell]) => shell.host.isConnected);
  roots.sort(([one], [other]) => (one.host.compareDocumentPosition(other.host) & 4 ? -1 : 1));
  const escaped = CSS.escape(name);
  // The sections by the ids that WordPress gives them and writes into its mails.
  const section = { respond: 'comment-form', comments: 'comments' }[name];
  const exact = [`[data-anchor="${escaped}"]`, section ? `[part~=${section}]` : `#${escaped}`];
  for (const selector of /^comment-./.test(name) ? [...exact, '[part~=comments]'] : exact) {
    for (const [, root] of roots) {
      const found = root.querySelector(selector);
      if (found) return { found, whole: exact.includes(selector) };
    }
  }
};

/** Brings the reader to an element. Whatever is closed or hidden around it is opened, as browsers do. */
const reach = (found) => {
  for (let at = found; at; at = at.parentNode ?? at.host) {
    if (at.localName === 'details') at.open = true;
    if (at.hidden === 'until-found') at.hidden = false;
  }
  found.scrollIntoView();
  // A reader who is typing elsewhere keeps the focus.
  if (page.activeElement?.matches('input, textarea, select, [contenteditable]')) return;
  if (found.tabIndex < 0) found.setAttribute('tabindex', '-1');
  found.focus({ preventScroll: true });
};

/** The name of a place that is not here yet, and the controller that ends the waiting for it. */
let awaited;
let waiting;
const giveUp = () => {
  waiting?.abort();
  awaited = waiting = undefined;
};

/** Goes to a place. If it is not here yet, goes there when it appears, unless the reader does something else meanwhile. */
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
    // The list may be here already without the comment, which is on a later page of it then.
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

/** The place to which `visit` has led last. */
let visited;
/** Follows one of an article's own links. The history gets an entry, as with any link. */
export const visit = (found, name) => {
  giveUp();
  const fragment = `#${encodeURIComponent(name)}`;
  if (location.hash && !nameIn(location.hash)) {
    history.pushState(history.state, ''); // a router would take the fragment for a page of its own
  } else if (location.hash !== fragment) {
    visited = name;
    location.hash = fragment;
  }
  reach(found);
};

/** The id of a comment that is waited for, which may be on a later page of the list; else an empty text. */
export const awaitedComment = () => /^comment-(.+)$/.exec(awaited ?? '')?.[1] ?? '';

/** Follows the fragments of the page. On the way back or forward the browser itself restores the scroll position. */
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
    // If the address has this fragment already, no `hashchange` follows.
    if (link.hash === location.hash) go(clicked);
  }, { signal });
};

/** Refreshes an element when the `lang` that applies to it has changed. */
const languages = new MutationObserver(() => {
  for (const shell of places.keys()) {
    if (shell.declared === shell.language()) continue;
    shell.declared = shell.language();
    shell.refresh();
  }
});

/** Loads again what has failed when the reader comes back, because they may have logged in in another tab. */
const comeBack = ({ type, persisted }) => {
  if (page.hidden) return;
  for (const { host, failure, reload } of places.keys()) {
    if (host.state === 'error' && (type === 'pageshow' ? persisted : /^40[13]$/.test(failure?.status))) reload();
  }
};

let watching;
/** Follows the page for the mounted elements. `mounted` is the live map of them. */
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
    // A reader who has scrolled is not moved, and an element that is mounted again does not lead to the fragment a second time.
    if (name && (awaited === name || (!shell.followed && !scrollY))) go(name);
    shell.followed = true;
  }
};

/** Ends everything when the last element is gone. */
export const leave = () => {
  giveUp();
  languages.disconnect();
  watching?.abort();
  watching = undefined;
};
