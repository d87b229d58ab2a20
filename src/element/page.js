// Finds the article that the page itself holds, for a <news-article> whose children are the article and for the sections alone, and
// follows it: a router may put another one in its place. It is loaded only by a page that has such an element.

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
/** How many characters of a text tell whether it is another one. */
const BEGINNING = 500;

/** The controllers that end the following of an element. */
const followed = new WeakMap();
/** What is known of the article that each element has shown first. */
const origins = new WeakMap();
/** What was read of the children of each <news-article>. */
const texts = new WeakMap();
/** Sentences that the console has been told. */
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
  // A task later: listeners for the same event come first.
  await new Promise((done) => setTimeout(done));
  if (signal.aborted || !element.isConnected) return;
  if (element.constructor.section === 'article') children(element, found, signal);
  else part(element, found, controller);
}

/** The characters of text from which on children without a paragraph are an article too. */
const ENOUGH = 250;

/** True where there is a paragraph or an article among the children that are for no slot, or text enough for one. */
function holds(element) {
  const children = [...element.children].filter((child) => !own(child).slot && !own(child).matches('[data-news-article]'));
  if (children.some((child) => own(child).matches('p, article') || own(child).querySelector('p, article'))) return true;
  const texts = [...element.childNodes].filter(
    (node) => node.nodeType === Node.TEXT_NODE || (children.includes(node) && !own(node).matches(`script, style, template, noscript, ${ASIDE}`)),
  );
  let length = 0;
  return texts.some((node) => (length += own(node).textContent.trim().length) >= ENOUGH);
}

/** Takes the children as soon as there is an article in them, at whatever depth. */
function children(element, found, signal) {
  const take = () => {
    if (!holds(element)) return false;
    const read = held(element, element);
    texts.set(element, read);
    found({ ...read, paragraphs: paragraphs(element) });
    return true;
  };
  // Where it is read again, there may be no article any more.
  if (element.state !== 'idle' && !holds(element)) return found();
  if (take()) return undefined;
  // The whole tree is observed, so that the removal of the element is noticed too.
  const root = element.getRootNode();
  const changed = new MutationObserver(() => {
    if (signal.aborted || !element.isConnected || element.getRootNode() !== root || take()) changed.disconnect();
  });
  return changed.observe(root, { childList: true, subtree: true });
}

/** The article that a <news-article> shows: where that is its own children, as it was read from them. */
function shownBy(element) {
  const json = element.article;
  const read = texts.get(element);
  const isOwn = read && json && json.body.length === read.json.text.lines.length && json.title === (read.json.native ?? read.json).title;
  // Forms go where an article from there may have them sent.
  return isOwn ? read : json ? { json, url: element.src } : undefined;
}

const isArticle = (element) => element != null && own(element).localName === 'news-article';

/** The element that a part is about; where several have the id that `for` names, the console is told. */
function about(element) {
  const one = named(element);
  const [root, id] = [element.getRootNode(), element.getAttribute('for')];
  if (one && id && own(root).querySelectorAll(`#${CSS.escape(id)}`).length > 1) {
    warnOnce(`for: there are several elements with the id ${id}, and the first is read`);
  }
  return one;
}

/** Takes the article of the element that a section alone names, and those that take its place. */
function part(element, found, controller) {
  const root = element.getRootNode();
  const { signal } = controller;
  let had = element.state !== 'idle';
  let mark; // what tells the article that was taken last from another
  let late; // the timer of the warning
  /** What stands where the part looks now. An article of a <news-article> tells by itself when it is another. */
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
  // A router changes the page in several steps, and pushes the address before, between or after them.
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
  // `load` does not bubble, but it can be captured, so that an article that comes later is found too.
  const loaded = (event) => {
    if (isOver()) controller.abort();
    else if (isArticle(event.target) && event.target === named(element)) take();
  };
  own(root).addEventListener('load', loaded, { capture: true, signal });
  const changes = new MutationObserver(check);
  changes.observe(root, { childList: true, subtree: true, attributeFilter: ['id', 'for', 'href', 'content'] });
  // Where the browser tells of an address that a script has pushed; elsewhere what changes with it in the page tells.
  window.navigation?.addEventListener('currententrychange', check, { signal });
  addEventListener('popstate', check, { signal });
  for (const type of ['pointerover', 'focusin']) element.addEventListener(type, check, { signal });
  signal.addEventListener('abort', () => {
    changes.disconnect();
    [late, asked].forEach(clearTimeout);
  });
  take();
}

/** The beginning of a text, by which one can tell that it is another one. */
const beginning = (element) => {
  let text = '';
  const walker = page.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (text.length < BEGINNING && walker.nextNode()) {
    if (!own(walker.currentNode.parentElement).closest('script, style')) text += walker.currentNode.data.trim();
  }
  return text.slice(0, BEGINNING);
};

/** Where the document came from, whatever address a router has pushed since. */
const [{ name: arrival } = {}] = performance.getEntriesByType('navigation');
const pathOf = (address) => address && new URL(address, location.href).pathname;

/**
 * What the head says of the article in an element, and whether it may be about another one: a router that swaps the article and
 * pushes an address may leave the head as it was for the article before.
 */
function saidOf(element, host) {
  const now = { address: here(), said: head(), element: new WeakRef(element), begins: beginning(element) };
  let first = origins.get(host);
  if (!first) {
    origins.set(host, (first = now));
    // The router was faster than this.
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

/** Where WordPress lists the comments: only where the page asks for comments, for otherwise it shows them itself. */
function commentsOf(host, { id, comments }) {
  const action = host.getAttribute('comments-action');
  // By the nonce of a reader who is logged in nothing is read: it grows old.
  const plain = action?.replace(/([?&])_wpnonce=[^&]*(&|$)/, '$1').replace(/[?&]$/, '');
  const list = comments ?? (/\/wp\/v2\/comments\/?$/.test(plain) ? plain : undefined);
  return action && id && list ? `${list}${list.includes('?') ? '&' : '?'}post=${id}` : undefined;
}

/** The article without its text, as `news-article render` writes it beside that; undefined where nobody has. */
function givenIn(element) {
  const script = own(element).querySelector(':scope > script[type="application/json"][data-news-article=article]');
  try {
    const given = JSON.parse(script?.textContent ?? null);
    return given?.title ? given : undefined;
  } catch {
    return undefined;
  }
}

/** The article that an element holds, for Rust; `describe` makes the property `article` of it. */
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

/** The lines of a text as blocks. */
const paragraphsOf = ({ lines }) => lines.map((line) => ({ type: 'paragraph', content: [line] }));

/** The paragraphs by which one can tell how far the article was read. */
function paragraphs(element) {
  return [...own(element).querySelectorAll('p')].filter((one) => {
    const around = one.closest(`${ASIDE}, header, [slot]`);
    let at = one;
    while (at !== element && !undisplayed(at)) at = own(at).parentElement;
    return at === element && (!around || own(around).contains(element));
  });
}
