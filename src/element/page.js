// Finds the article that the page itself holds, for a <news-article> whose children are the article and for sections alone, and
// follows it, since a router may replace it. Only pages with such an element load this module.

import { ASIDE, named } from './named.js';
import { own } from './own.js';
import { describe, head, here, inFull } from './page_data.js';
import { read, undisplayed } from './page_text.js';

export { standIn } from './stand_in.js';

const page = own(document);

/** Resolves when the page is parsed. By then every script of the page that may set `src` or `article` has run. */
const parsed = new Promise((done) => {
  const [navigation] = performance.getEntriesByType('navigation');
  if (page.readyState === 'complete' || navigation?.domContentLoadedEventStart) return done();
  page.addEventListener('DOMContentLoaded', done, { once: true });
  addEventListener('load', done, { once: true });
});

/** How long a part waits for the element that `for` names before the console is told, in milliseconds. */
const PATIENCE = 5000;
/** How long the page is left alone after a change before the article is looked for again, in milliseconds. */
const PAUSE = 50;
/** The number of leading characters by which one text is told from another. */
const BEGINNING = 500;

/** The controllers that stop following an article, by element. */
const followed = new WeakMap();
/** The first article that each element has shown, with what the head said of it. */
const origins = new WeakMap();
/** The text that was read from the children of each <news-article>. */
const texts = new WeakMap();
/** The sentences that were printed already. */
const told = new Set();

function warnOnce(sentence) {
  if (!told.has(sentence)) console.warn(`news-article: ${sentence}`);
  told.add(sentence);
}

/**
 * Finds the article of an element, now and whenever another takes its place, and calls `found` with `{json, url, held,
 * paragraphs}`. `held` says that the page holds the article, and `paragraphs` is there only where the children are the
 * article. Where an article is gone, `found` is called with nothing.
 */
export async function follow(element, found) {
  followed.get(element)?.abort();
  const controller = new AbortController();
  followed.set(element, controller);
  const { signal } = controller;
  await parsed;
  // Wait one more task, so that the page's own listeners for the same event run first.
  await new Promise((done) => setTimeout(done));
  if (signal.aborted || !element.isConnected) return;
  if (element.constructor.section === 'article') children(element, found, signal);
  else part(element, found, controller);
}

/** The number of characters from which children without a paragraph count as an article, too. */
const ENOUGH = 250;

/** True if the children without a slot hold a paragraph, an article, or enough text for one. */
function holds(element) {
  const children = [...element.children].filter((child) => !own(child).slot && !own(child).matches('[data-news-article]'));
  if (children.some((child) => own(child).matches('p, article') || own(child).querySelector('p, article'))) return true;
  const texts = [...element.childNodes].filter(
    (node) => node.nodeType === Node.TEXT_NODE || (children.includes(node) && !own(node).matches(`script, style, template, noscript, ${ASIDE}`)),
  );
  let length = 0;
  return texts.some((node) => (length += own(node).textContent.trim().length) >= ENOUGH);
}

/** Takes the children as soon as there is an article in them, at any depth. */
function children(element, found, signal) {
  const take = () => {
    if (!holds(element)) return false;
    const read = held(element, element);
    texts.set(element, read);
    // A task later: reading a long text takes its time.
    setTimeout(() => signal.aborted || found({ ...read, paragraphs: paragraphs(element) }));
    return true;
  };
  // On a later reading the article may be gone.
  if (element.state !== 'idle' && !holds(element)) return found();
  if (take()) return undefined;
  // The whole tree is observed, so that the removal of the element itself is noticed too.
  const root = element.getRootNode();
  const changed = new MutationObserver(() => {
    if (signal.aborted || !element.isConnected || element.getRootNode() !== root || take()) changed.disconnect();
  });
  return changed.observe(root, { childList: true, subtree: true });
}

/** The article that a <news-article> shows. Where its own children are that, what was read from them. */
function shownBy(element) {
  const json = element.article;
  const read = texts.get(element);
  const isOwn = read && json && json.body.length === read.json.text.lines.length && json.title === (read.json.native ?? read.json).title;
  // The address goes along, because forms may be sent to where the article came from.
  return isOwn ? read : json ? { json, url: element.src } : undefined;
}

const isArticle = (element) => element != null && own(element).localName === 'news-article';

/** The element that a part is about. If several have the id that `for` names, the console is told. */
function about(element) {
  const one = named(element);
  const [root, id] = [element.getRootNode(), element.getAttribute('for')];
  if (one && id && own(root).querySelectorAll(`#${CSS.escape(id)}`).length > 1) {
    warnOnce(`for: there are several elements with the id ${id}, and the first is read`);
  }
  return one;
}

/** Takes the article of the element that a section alone names, and whatever replaces it later. */
function part(element, found, controller) {
  const root = element.getRootNode();
  const { signal } = controller;
  let had = element.state !== 'idle';
  let mark; // identifies the article that was taken last
  let late; // the timer of the warning
  /** The article in the place where the part looks now. (A <news-article> says by itself when it shows another.) */
  const look = () => {
    const from = about(element);
    return { from, mark: from && [from, ...(isArticle(from) ? [] : [here(), JSON.stringify(head()), beginning(from)])] };
  };
  const take = () => {
    const now = look();
    mark = now.mark;
    clearTimeout(late);
    if (!now.from && element.getAttribute('for')) {
      late = setTimeout(() => warnOnce(`${element.localName}: for: there is no element with the id ${element.getAttribute('for')}`), PATIENCE);
    }
    const what = now.from && (isArticle(now.from) ? shownBy(now.from) : held(now.from, element));
    if (what || had) found(what);
    had = !!what;
  };
  const isOver = () => !element.isConnected || element.getRootNode() !== root;
  // A router changes the page in several steps, and pushes the address before, between or after them. So the check waits.
  let asked;
  const check = () => {
    asked ??= setTimeout(() => {
      asked = undefined;
      if (signal.aborted) return;
      if (isOver()) return controller.abort(); // an element that was taken out must leave nothing at the root
      const now = look();
      if (now.mark?.length !== mark?.length || now.mark?.some((one, place) => one !== mark[place])) take();
    }, PAUSE);
  };
  // `load` does not bubble, but it can be captured. So an article that comes later is found, too.
  const loaded = (event) => {
    if (isOver()) controller.abort();
    else if (isArticle(event.target) && event.target === named(element)) take();
  };
  own(root).addEventListener('load', loaded, { capture: true, signal });
  const changes = new MutationObserver(check);
  changes.observe(root, { childList: true, subtree: true, attributeFilter: ['id', 'for', 'href', 'content'] });
  // Browsers with the Navigation API tell of an address that a script has pushed. Elsewhere the changes in the page have to do.
  window.navigation?.addEventListener('currententrychange', check, { signal });
  addEventListener('popstate', check, { signal });
  for (const type of ['pointerover', 'focusin']) element.addEventListener(type, check, { signal });
  signal.addEventListener('abort', () => {
    changes.disconnect();
    [late, asked].forEach(clearTimeout);
  });
  take();
}

/** The beginning of a text, which identifies it. */
const beginning = (element) => {
  let text = '';
  const walker = page.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (text.length < BEGINNING && walker.nextNode()) {
    if (!own(walker.currentNode.parentElement).closest('script, style')) text += walker.currentNode.data.trim();
  }
  return text.slice(0, BEGINNING);
};

/** The address that the document was loaded from, whatever a router has pushed since. */
const [{ name: arrival } = {}] = performance.getEntriesByType('navigation');
const pathOf = (address) => address && new URL(address, location.href).pathname;

/**
 * What the head says of the article in an element, and whether it may be about another article: a router that swaps the
 * article and pushes an address may leave the head of the earlier article in place.
 */
function saidOf(element, host) {
  const now = { address: here(), said: head(), element: new WeakRef(element), begins: beginning(element) };
  let first = origins.get(host);
  if (!first) {
    origins.set(host, (first = now));
    // The router has changed the page before this was loaded.
    const isLate = arrival && pathOf(arrival) !== location.pathname && pathOf(now.said.url) !== location.pathname;
    return isLate ? { said: {}, isAnothers: true } : { said: now.said, isAnothers: false };
  }
  const isSame = first.element.deref() === element && first.begins === now.begins;
  if (isSame || now.address === first.address) return { said: now.said, isAnothers: false };
  if (now.said.url !== first.said.url) {
    origins.set(host, now); // the head has come along
    return { said: now.said, isAnothers: true };
  }
  const changed = Object.entries(now.said).filter(([key, value]) => value !== first.said[key]);
  return { said: Object.fromEntries(changed), isAnothers: true };
}

/**
 * The address at which WordPress lists the comments. It is given only where the page asks for comments, since otherwise the
 * page shows them itself.
 */
function commentsOf(host, { id, comments }) {
  const action = host.getAttribute('comments-action');
  // The nonce of a logged-in reader is removed, because it expires and nothing that is read needs it.
  const plain = action?.replace(/([?&])_wpnonce=[^&]*(&|$)/, '$1').replace(/[?&]$/, '');
  const list = comments ?? (/\/wp\/v2\/comments\/?$/.test(plain) ? plain : undefined);
  return action && id && list ? `${list}${list.includes('?') ? '&' : '?'}post=${id}` : undefined;
}

/** The article without its text, as `news-article render` writes it beside the text; undefined where it is not there. */
function givenIn(element) {
  const script = own(element).querySelector(':scope > script[type="application/json"][data-news-article=article]');
  try {
    const given = JSON.parse(script?.textContent ?? null);
    return given?.title ? given : undefined;
  } catch {
    return undefined;
  }
}

/** The article in an element, as Rust takes it. `describe` makes the property `article` of it. */
function held(element, host) {
  const text = read(element);
  const given = givenIn(element);
  const { said, isAnothers } = saidOf(element, host);
  const fields = given ?? describe(element, said, isAnothers);
  const json = given
    ? { native: { ...given, body: [] }, hasTime: !!own(element).querySelector('.news-article-reading-time, [part~=reading-time]'), text }
    : { ...fields, comments: commentsOf(host, fields), text };
  const describeWith = (counted) => ({ ...(given ?? inFull(json)), body: paragraphsOf(text), ...counted });
  return { json, url: '', held: true, describe: describeWith };
}

/** The lines of a text as paragraph blocks. */
const paragraphsOf = ({ lines }) => lines.map((line) => ({ type: 'paragraph', content: [line] }));

/** The paragraphs of the article, by which it is told how far it was read. */
function paragraphs(element) {
  return [...own(element).querySelectorAll('p')].filter((one) => {
    const around = one.closest(`${ASIDE}, header, [slot]`);
    let at = one;
    while (at !== element && !undisplayed(at)) at = own(at).parentElement;
    return at === element && (!around || own(around).contains(element));
  });
}
