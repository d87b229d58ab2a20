// What the page around an element holds: for a <news-article> that takes its own children as the article, and for the
// parts alone. Loaded beside the wasm, and only by a page that has such an element.

/** Resolves when the parser is done, and with it every script of the page that may still set `src` or `article`. */
const parsed = new Promise((done) => {
  const [navigation] = performance.getEntriesByType('navigation');
  if (document.readyState === 'complete' || navigation?.domContentLoadedEventStart) return done();
  document.addEventListener('DOMContentLoaded', done, { once: true });
  addEventListener('load', done, { once: true });
});

/** What is told beside an article, or to nobody. A quotation's footer is its source. */
const ASIDE = 'nav, aside, dialog, footer:not(blockquote *), [hidden], [aria-hidden=true]';
/** What an article's head says, which is no part of its text; its pictures are looked at. */
const HEAD = 'h1, header :is(h2, h3, h4, h5, h6, p, ul, ol, dl, time, address, figcaption)';
/** Beyond this many characters, or elements, the text alone is read. */
const CHARACTERS = 2 ** 20;
const ELEMENTS = 20_000;
/** How deep JSON-LD is searched for an article. */
const DEPTH = 6;
/** Where an object of JSON-LD has what it is read by. */
const MEMBERS = ['@value', 'name', 'value', 'url', 'contentUrl', '@id'];

const followed = new WeakMap();

/**
 * Finds the article of an element, now and whenever it changes, and tells it: `{json, url, paragraphs}`, the last only
 * where the children are the article; nothing where there was one and is none any more.
 */
export async function follow(element, found) {
  followed.get(element)?.abort();
  const controller = new AbortController();
  followed.set(element, controller);
  const { signal } = controller;
  const whole = element.constructor.section === 'article';
  // What reads JSON-LD comes beside the wasm, not after it.
  if (whole ? holds(element) : !isArticle(named(element))) {
    import('./news-article_glue.js').then(({ fetchChunk }) => Promise.all(['formats', 'markup'].map(fetchChunk))).catch(() => {});
  }
  await parsed;
  // A task later: listeners for the same event come first.
  await new Promise((done) => setTimeout(done));
  if (signal.aborted || !element.isConnected) return;
  if (whole) children(element, found, signal);
  else part(element, found, controller);
}

/** Whether there is a paragraph or an article among the children that are for no slot. */
function holds(element) {
  const children = [...element.children].filter((child) => !child.slot);
  return children.some((child) => child.matches('p, article') || child.querySelector('p, article'));
}

/** Asks at once, and after each change of the tree around, until the answer is yes or the element is gone from there. */
function ask(element, signal, take) {
  if (take()) return;
  // Of the whole tree: the removal of the element is a change of it, and ends this.
  const root = element.getRootNode();
  const changed = new MutationObserver(() => {
    if (signal.aborted || !element.isConnected || element.getRootNode() !== root || take()) changed.disconnect();
  });
  changed.observe(root, { childList: true, subtree: true });
}

/** The children, as soon as they are an article, at whatever depth it comes. */
function children(element, found, signal) {
  const take = () => {
    if (!holds(element)) return false;
    found({ json: read(element), url: '', paragraphs: paragraphs(element) });
    return true;
  };
  // Read again, there may be no article any more.
  if (element.state !== 'idle' && !holds(element)) found();
  else ask(element, signal, take);
}

const isArticle = (element) => element?.localName === 'news-article';

/** What `for` names; without it the first <news-article>, else the page's article. */
function named(element) {
  const root = element.getRootNode();
  const id = element.getAttribute('for');
  if (id !== null) return root.getElementById?.(id);
  return ['news-article', 'article', 'main'].map((name) => root.querySelector(name)).find(Boolean);
}

/** The article of what a part names. */
function part(element, found, controller) {
  const root = element.getRootNode();
  let had = element.state !== 'idle';
  const take = () => {
    const from = named(element);
    const json = from && (isArticle(from) ? from.article : read(from));
    if (json || had) found(json ? { json, url: '' } : undefined);
    had = !!json;
    return !!from;
  };
  // `load` does not bubble, but it is captured: an article that comes later is found all the same.
  const loaded = (event) => {
    if (!element.isConnected || element.getRootNode() !== root) controller.abort();
    else if (isArticle(event.target) && event.target === named(element)) take();
  };
  root.addEventListener('load', loaded, { capture: true, signal: controller.signal });
  const renamed = new MutationObserver(take);
  renamed.observe(element, { attributeFilter: ['for'] });
  // Taken out, it must leave nothing at the root. As for the shell, a task later: it may only have moved.
  const gone = new MutationObserver(
    () => element.isConnected || setTimeout(() => element.isConnected || controller.abort()),
  );
  gone.observe(root, { childList: true, subtree: true });
  controller.signal.addEventListener('abort', () => [renamed, gone].forEach((one) => one.disconnect()));
  ask(element, controller.signal, take);
}

/** The paragraphs whose ends tell how far the article was read. */
function paragraphs(element) {
  return [...element.querySelectorAll('p')].filter((one) => {
    const around = one.closest(`${ASIDE}, header, [slot]`);
    let at = one;
    while (at !== element && !undisplayed(at)) at = at.parentElement;
    return at === element && (!around || around.contains(element));
  });
}

/** Whether the page's style gives an element no place. What is unseen otherwise, in a closed <details>, is to be read. */
function undisplayed(one) {
  // The cheap question first; its `false` has other reasons too.
  return !one.checkVisibility?.() && getComputedStyle(one).display === 'none';
}

/** An article as one JSON-LD document: the page's own, over what else the page says, and the text that stands there. */
function read(element) {
  const inner = articles(element);
  const all = inner.length ? inner : articles(document);
  // What an element brings along is its own: what the page says is about another article.
  const page = inner.length ? {} : said();
  const node = all.find((one) => about(one, page.url)) ?? all[0];
  const heading = element.querySelector('h1') ?? document.querySelector('h1');
  const headings = [page.headline, heading?.textContent.trim(), document.title];
  const base = { ...page, headline: headings.find((one) => says('headline', one)) ?? location.host };
  // What is of no use under a key must not hide what the page says otherwise.
  const own = Object.entries(node ?? {}).filter(([key, value]) => !(key in base) || says(key, value));
  return {
    '@graph': [
      {
        '@type': 'NewsArticle',
        ...base,
        ...Object.fromEntries(own),
        url: address(node ?? {}) ?? page.url ?? location.href.split('#')[0],
        identifier: page.identifier ?? node?.identifier,
        // Only where comments are wanted: the page itself shows them elsewhere.
        discussionUrl: element.hasAttribute('comments-action') ? page.discussionUrl : null,
        articleBody: text(element),
        text: null,
        liveBlogUpdate: null,
      },
      ...nodes(inner.length ? element : document),
    ],
  };
}

/** Whether JSON-LD has something under a key that can be read: a text, a date, an address; not `{}`, `123` or a blank. */
function says(key, value) {
  const text = (one) => typeof one === 'string' && one.replace(/<[^>]*>|&(nbsp|#160|#xa0);|\s/gi, '') !== '';
  return [value].flat().some((one) => {
    if (/^date/.test(key)) return /^\s*\d{4}-\d\d-\d\d([t ]\d\d:\d\d|\s*$)/i.test(one);
    if (one === null || typeof one !== 'object') return text(one);
    const members = /^(image|author|keywords)$/.test(key) ? MEMBERS : MEMBERS.slice(0, 1);
    return members.some((member) => [one[member]].flat().some(text));
  });
}

/** The address that JSON-LD gives an article: its own, else its page's. `True` and names of nodes stand there too. */
function address({ url, mainEntityOfPage: page }) {
  return [url].flat().concat(page, page?.['@id']).find((raw) => /^(https?:|\/)/i.test(raw) && whole(raw));
}

/** An address of the web, resolved against the page's; nothing where it is none. */
function whole(raw) {
  try {
    const { protocol, href } = new URL(typeof raw === 'string' ? raw : NaN, location.href);
    return /^https?:/.test(protocol) ? href.split('#')[0] : undefined;
  } catch {
    return undefined;
  }
}

/** The text of an element, as HTML: read in a document that loads nothing, the element itself stays untouched. */
function text(element) {
  const copy = document.implementation.createHTMLDocument('').importNode(element, true);
  const [originals, copies] = [element, copy].map((root) => root.querySelectorAll('*'));
  if (copies.length <= ELEMENTS) {
    copies.forEach((one, place) => {
      if (one.localName !== 'noscript' && undisplayed(originals[place])) one.remove();
    });
  }
  for (const one of copy.querySelectorAll(`:scope > [slot], ${ASIDE}, ${HEAD}`)) one.remove();
  const html = copy.innerHTML;
  if (html.length > CHARACTERS || copy.querySelectorAll('*').length > ELEMENTS) {
    for (const one of copy.querySelectorAll('script, style, noscript, template')) one.remove();
    return copy.textContent.slice(0, CHARACTERS).replace(/[&<]/g, (mark) => (mark === '&' ? '&amp;' : '&lt;'));
  }
  // HTML that was escaped once more is read as HTML where a JSON-LD document has it; here it is an example of code.
  return `<div>${html.replace(/&lt;\/p&gt;/gi, '&lt;/p&#62;')}</div>`;
}

/** Open Graph, and what the page's head says otherwise. */
function said() {
  const meta = (...names) => {
    for (const name of names) {
      const content = document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.content.trim();
      if (content) return content;
    }
  };
  const picture = meta('og:image', 'og:image:url', 'twitter:image');
  const tags = [...document.querySelectorAll('meta[property="article:tag"]')].map((one) => one.content);
  const post = document
    .querySelector('link[rel~=alternate][type="application/json"]')
    ?.href.match(/^(.*\/wp\/v2\/)\w+\/(\d+)/);
  const page = {
    // As it is written: the page's <base> may be anything.
    url: [document.querySelector('link[rel~=canonical]')?.getAttribute('href'), meta('og:url')].find((raw) => raw && whole(raw)),
    headline: meta('og:title', 'twitter:title'),
    description: meta('og:description', 'description'),
    image: picture && { url: picture, width: meta('og:image:width'), height: meta('og:image:height') },
    datePublished: meta('article:published_time'),
    dateModified: meta('article:modified_time'),
    articleSection: meta('article:section'),
    author: meta('author'),
    keywords: tags,
    // WordPress takes comments by this number, and lists them here.
    identifier: post?.[2],
    discussionUrl: post && `${post[1]}comments${post[1].includes('?') ? '&' : '?'}post=${post[2]}`,
  };
  for (const key of Object.keys(page)) if (page[key] === undefined) delete page[key];
  return page;
}

/** The JSON-LD of an element or of the page, node by node; what is broken is as good as absent. */
function nodes(within) {
  return [...within.querySelectorAll('script[type="application/ld+json" i]')].flatMap((script) => {
    try {
      return flat(JSON.parse(script.textContent), 0);
    } catch {
      return [];
    }
  });
}

function flat(value, depth) {
  if (depth > DEPTH || value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap((one) => flat(one, depth + 1));
  const inner = ['@graph', 'mainEntity', 'mainEntityOfPage'].flatMap((key) => flat(value[key], depth + 1));
  return [value, ...inner];
}

function articles(within) {
  return nodes(within).filter((node) =>
    [node['@type']].flat().some((type) => /(Article|(Blog|SocialMedia)Posting|Report)$/.test(type)),
  );
}

/** Whether a node is about the page's own article, and not about one that it links to. */
function about(node, canonical) {
  const own = whole(address(node) ?? node['@id']);
  // Readers come with `?utm_source=…` behind the address.
  return !!own && [location.href, location.origin + location.pathname, canonical].some((one) => own === whole(one));
}
