// Finds and reads the article that the page itself holds, for a <news-article> whose children are the article and for the
// sections alone. It is loaded beside the wasm, and only by a page that has such an element.

/** A node by its own methods, whatever is named as one of them in the page (src/element/documents.js). */
const own = (node) =>
  new Proxy(node, {
    get(_, name) {
      const value = Reflect.get(Object.getPrototypeOf(node), name, node);
      return typeof value === 'function' ? value.bind(node) : value;
    },
  });

/** The page's document, likewise. */
const page = own(document);

/** Resolves when the page is parsed. By then every script of the page that may set `src` or `article` has run. */
const parsed = new Promise((done) => {
  const [navigation] = performance.getEntriesByType('navigation');
  if (page.readyState === 'complete' || navigation?.domContentLoadedEventStart) return done();
  page.addEventListener('DOMContentLoaded', done, { once: true });
  addEventListener('load', done, { once: true });
});

/** Elements that are beside an article, or hidden. The footer of a quotation is its source, and is kept. */
const ASIDE = 'nav, aside, dialog, footer:not(blockquote *), [hidden], [aria-hidden=true]';
/** The texts of an article's head, which do not count as its text. Pictures in it do count. */
const HEAD = 'h1, header :is(h2, h3, h4, h5, h6, p, ul, ol, dl, time, address, figcaption)';
/** The limits of characters and of elements beyond which the plain text alone is read. */
const CHARACTERS = 2 ** 20;
const ELEMENTS = 20_000;
/** The depth to which JSON-LD is searched for an article. */
const DEPTH = 6;
/** The members of an object in JSON-LD that it may be read by. */
const MEMBERS = ['@value', 'name', 'value', 'url', 'contentUrl', '@id'];

/** The controllers that end the following of an element. */
const followed = new WeakMap();

/** The chunks that read JSON-LD. */
// contract:page-chunks
const JSON_LD_CHUNKS = ['markup', 'formats'];
// /contract

/**
 * Finds the article of an element, now and whenever it changes, and calls `found` with `{json, url, paragraphs}`.
 * `paragraphs` is there only where the children are the article. Where an article is gone, `found` is called with nothing.
 */
export async function follow(element, found) {
  followed.get(element)?.abort();
  const controller = new AbortController();
  followed.set(element, controller);
  const { signal } = controller;
  const whole = element.constructor.section === 'article';
  // The chunks that read JSON-LD are fetched beside the wasm, not after it.
  if (whole ? holds(element) : !isArticle(named(element))) {
    import('./news-article_glue.js').then(({ fetchChunk }) => Promise.all(JSON_LD_CHUNKS.map(fetchChunk))).catch(() => {});
  }
  await parsed;
  // A task later: listeners for the same event come first.
  await new Promise((done) => setTimeout(done));
  if (signal.aborted || !element.isConnected) return;
  if (whole) children(element, found, signal);
  else part(element, found, controller);
}

/** The characters of text from which on children without a paragraph are an article too. */
const ENOUGH = 250;

/** True where there is a paragraph or an article among the children that are for no slot, or text enough for one. */
function holds(element) {
  const children = [...element.children].filter((child) => !child.slot);
  if (children.some((child) => own(child).matches('p, article') || own(child).querySelector('p, article'))) return true;
  const texts = [...element.childNodes].filter(
    (node) => node.nodeType === 3 || (children.includes(node) && !own(node).matches(`script, style, template, noscript, ${ASIDE}`)),
  );
  let length = 0;
  return texts.some((node) => (length += own(node).textContent.trim().length) >= ENOUGH);
}

/** Calls `take` at once and after each change of the tree, until it returns true or the element is gone from the tree. */
function ask(element, signal, take) {
  if (take()) return;
  // The whole tree is observed, so that the removal of the element is noticed too.
  const root = element.getRootNode();
  const changed = new MutationObserver(() => {
    if (signal.aborted || !element.isConnected || element.getRootNode() !== root || take()) changed.disconnect();
  });
  changed.observe(root, { childList: true, subtree: true });
}

/** Takes the children as soon as there is an article in them, at whatever depth. */
function children(element, found, signal) {
  const take = () => {
    if (!holds(element)) return false;
    found({ json: read(element), url: '', paragraphs: paragraphs(element) });
    return true;
  };
  // Where it is read again, there may be no article any more.
  if (element.state !== 'idle' && !holds(element)) found();
  else ask(element, signal, take);
}

const isArticle = (element) => element?.localName === 'news-article';

/** The element that `for` names; without `for` the first <news-article>, else the page's own article. */
function named(element) {
  const root = element.getRootNode();
  const id = element.getAttribute('for');
  if (id !== null) return own(root).getElementById?.(id);
  return ['news-article', 'article', 'main'].map((name) => own(root).querySelector(name)).find(Boolean);
}

/** Takes the article of the element that a section alone names. */
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
  // `load` does not bubble, but it can be captured, so that an article that comes later is found too.
  const loaded = (event) => {
    if (!element.isConnected || element.getRootNode() !== root) controller.abort();
    else if (isArticle(event.target) && event.target === named(element)) take();
  };
  own(root).addEventListener('load', loaded, { capture: true, signal: controller.signal });
  const renamed = new MutationObserver(take);
  renamed.observe(element, { attributeFilter: ['for'] });
  // An element that was taken out must leave nothing at the root. This is asked a task later, for it may only have moved.
  const gone = new MutationObserver(
    () => element.isConnected || setTimeout(() => element.isConnected || controller.abort()),
  );
  gone.observe(root, { childList: true, subtree: true });
  controller.signal.addEventListener('abort', () => [renamed, gone].forEach((one) => one.disconnect()));
  ask(element, controller.signal, take);
}

/** The paragraphs by which one can tell how far the article was read. */
function paragraphs(element) {
  return [...own(element).querySelectorAll('p')].filter((one) => {
    const around = one.closest(`${ASIDE}, header, [slot]`);
    let at = one;
    while (at !== element && !undisplayed(at)) at = own(at).parentElement;
    return at === element && (!around || around.contains(element));
  });
}

/** True where the page's style gives an element no box. What is hidden in another way, as in a closed <details>, is read. */
function undisplayed(one) {
  // The cheap check comes first; its `false` may have other reasons.
  return !own(one).checkVisibility?.() && getComputedStyle(one).display === 'none';
}

/** The article as one JSON-LD document: the page's own JSON-LD, over what its head says, with the text of the element. */
function read(element) {
  const inner = articles(element);
  const all = inner.length ? inner : articles(document);
  // Where the element has JSON-LD of its own, what the page's head says is about another article.
  const head = inner.length ? {} : said();
  const node = all.find((one) => about(one, head.url)) ?? all[0];
  const heading = own(element).querySelector('h1') ?? page.querySelector('h1');
  const headings = [head.headline, heading?.textContent.trim(), page.title];
  // Several: a headline of nothing but tags, scripts or blanks is none, and only who reads HTML can tell.
  const headline = [node?.headline, ...headings, location.host].flat();
  const base = { ...head, headline };
  // A value that cannot be read must not hide what the page's head says under the same key.
  const kept = Object.entries(node ?? {}).filter(([key, value]) => !(key in base) || says(key, value));
  return {
    '@graph': [
      {
        '@type': 'NewsArticle',
        ...base,
        ...Object.fromEntries(kept),
        headline,
        url: address(node ?? {}) ?? head.url ?? location.href.split('#')[0],
        identifier: head.identifier ?? node?.identifier,
        // Only where the page asks for comments; otherwise it shows them itself.
        discussionUrl: own(element).hasAttribute('comments-action') ? head.discussionUrl : null,
        articleBody: text(element),
        text: null,
        liveBlogUpdate: null,
      },
      ...nodes(inner.length ? element : document),
    ],
  };
}

/** True where a value of JSON-LD can be read under its key: a text, a date, an address, and not `{}`, `123` or a blank. */
function says(key, value) {
  const text = (one) => typeof one === 'string' && one.replace(/<[^>]*>|&(nbsp|#160|#xa0);|\s/gi, '') !== '';
  return [value].flat().some((one) => {
    if (/^date/.test(key)) return /^\s*\d{4}-\d\d-\d\d([t ]\d\d:\d\d|\s*$)/i.test(one);
    if (one === null || typeof one !== 'object') return text(one);
    const members = /^(image|author|keywords)$/.test(key) ? MEMBERS : MEMBERS.slice(0, 1);
    return members.some((member) => [one[member]].flat().some(text));
  });
}

/** The address that JSON-LD gives an article: its own, else its page's. Pages write `True` and names of nodes there too. */
function address({ url, mainEntityOfPage: page }) {
  return [url].flat().concat(page, page?.['@id']).find((raw) => /^(https?:|\/)/i.test(raw) && whole(raw));
}

/** An address of the web, resolved against the page's and without its fragment; undefined where it is none. */
function whole(raw) {
  try {
    const { protocol, href } = new URL(typeof raw === 'string' ? raw : NaN, location.href);
    return /^https?:/.test(protocol) ? href.split('#')[0] : undefined;
  } catch {
    return undefined;
  }
}

/** The text of an element, as HTML. It is copied into a document that loads nothing, and the element stays untouched. */
function text(element) {
  const copy = page.implementation.createHTMLDocument('').importNode(element, true);
  const [originals, copies] = [element, copy].map((root) => own(root).querySelectorAll('*'));
  if (copies.length <= ELEMENTS) {
    copies.forEach((one, place) => {
      if (one.localName !== 'noscript' && undisplayed(originals[place])) own(one).remove();
    });
  }
  for (const one of own(copy).querySelectorAll(`:scope > [slot], ${ASIDE}, ${HEAD}`)) own(one).remove();
  const html = copy.innerHTML;
  if (html.length > CHARACTERS || own(copy).querySelectorAll('*').length > ELEMENTS) {
    for (const one of own(copy).querySelectorAll('script, style, noscript, template')) one.remove();
    return copy.textContent.slice(0, CHARACTERS).replace(/[&<]/g, (mark) => (mark === '&' ? '&amp;' : '&lt;'));
  }
  return `<div>${html}</div>`;
}

/** What the page's head says: Open Graph and other metadata. */
function said() {
  const meta = (...names) => {
    for (const name of names) {
      const content = page.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.content.trim();
      if (content) return content;
    }
  };
  const picture = meta('og:image', 'og:image:url', 'twitter:image');
  const tags = [...page.querySelectorAll('meta[property="article:tag"]')].map((one) => one.content);
  const post = page
    .querySelector('link[rel~=alternate][type="application/json"]')
    ?.href.match(/^(.*\/wp\/v2\/)\w+\/(\d+)/);
  const head = {
    // As it is written, for the page's <base> may be anything.
    url: [page.querySelector('link[rel~=canonical]')?.getAttribute('href'), meta('og:url')].find((raw) => raw && whole(raw)),
    headline: meta('og:title', 'twitter:title'),
    description: meta('og:description', 'description'),
    image: picture && { url: picture, width: meta('og:image:width'), height: meta('og:image:height') },
    datePublished: meta('article:published_time'),
    dateModified: meta('article:modified_time'),
    articleSection: meta('article:section'),
    author: meta('author'),
    keywords: tags,
    // WordPress takes comments by the number of the post, and lists them at this address.
    identifier: post?.[2],
    discussionUrl: post && `${post[1]}comments${post[1].includes('?') ? '&' : '?'}post=${post[2]}`,
  };
  for (const key of Object.keys(head)) if (head[key] === undefined) delete head[key];
  return head;
}

/** The nodes of the JSON-LD in an element or in the page. A script that cannot be parsed is passed over. */
function nodes(within) {
  return [...own(within).querySelectorAll('script[type="application/ld+json" i]')].flatMap((script) => {
    for (const mend of [(text) => text, mended]) {
      try {
        return flat(JSON.parse(mend(script.textContent)), 0);
      } catch {
        // Passed over.
      }
    }
    return [];
  });
}

/** JSON as templates print it, without what makes it none: CDATA and comments around it, raw line breaks in texts, last commas. */
function mended(text) {
  return text
    .replace(/(\/\/|\/\*)?\s*(<!\[CDATA\[|\]\]>)\s*(\*\/)?|^\s*<!--|-->\s*$/g, '')
    .replace(/"(?:[^"\\]|\\[^])*"|,(?=\s*[}\]])/g, (part) =>
      part === ',' ? '' : part.replace(/[\0-\x1f]/g, (c) => JSON.stringify(c).slice(1, -1)),
    );
}

/** The nodes of a JSON-LD document, nested ones too. */
function flat(value, depth) {
  if (depth > DEPTH || value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap((one) => flat(one, depth + 1));
  const inner = ['@graph', 'mainEntity', 'mainEntityOfPage'].flatMap((key) => flat(value[key], depth + 1));
  return [value, ...inner];
}

/** The nodes that are articles. */
function articles(within) {
  return nodes(within).filter((node) =>
    [node['@type']].flat().some((type) => /(Article|(Blog|SocialMedia)Posting|Report)$/.test(type)),
  );
}

/** True where a node is about the page's own article, and not about one that it links to. */
function about(node, canonical) {
  const at = whole(address(node) ?? node['@id']);
  // Readers come with `?utm_source=…` at the end of the address.
  return !!at && [location.href, location.origin + location.pathname, canonical].some((one) => at === whole(one));
}
