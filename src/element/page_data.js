// Reads what the page says of its article in JSON-LD, in its head and in its headings, and makes the fields that Rust takes
// (src/source/page.rs). Texts leave here as plain text. Addresses are checked by Rust alone.

import { own } from './own.js';

/** The depth to which JSON-LD is searched for an article. */
const DEPTH = 6;

/** Kinds of pieces, by the types of schema.org. */
const KINDS = {
  OpinionNewsArticle: 'opinion',
  AnalysisNewsArticle: 'analysis',
  AdvertiserContentArticle: 'sponsored',
  LiveBlogPosting: 'live',
  ReviewNewsArticle: 'review',
  SatiricalArticle: 'satire',
};

const each = (value) => [value].flat().filter((one) => one != null);
const tidy = (text) => text.replace(/\s+/g, ' ').trim();

/** Turns a text into plain text, since JSON-LD holds anything between plain text and HTML. */
function plain(text) {
  if (!/<[a-z/!]|&[#a-z]/i.test(text)) return tidy(text);
  try {
    // The parsed document is never shown and loads nothing. Where Trusted Types are enforced and there is no setHTML, the text
    // stays as it is.
    const { body } = own(document).implementation.createHTMLDocument('');
    const parsed = body.setHTML ? (body.setHTML(text), body) : new DOMParser().parseFromString(text, 'text/html').body;
    return tidy(parsed.textContent);
  } catch {
    return tidy(text);
  }
}

/** The first text in a value that is not empty: a string, an object with `@value`, or a list of them. */
function text(value) {
  for (const one of each(value)) {
    const raw = one['@value'] ?? one;
    const found = typeof raw === 'string' && plain(raw);
    if (found) return found;
  }
  return undefined;
}

/** A whole number. Many write it as a text (`"1280"`, `"1280px"`), some as an object with a value. */
const whole = (value) => {
  const number = Number.parseInt(value?.value ?? value, 10);
  return number >= 0 ? number : undefined;
};

/** A date in the form of the model; undefined if the value is none. */
function date(raw) {
  const [, day, time = '', zone = ''] = String(raw).trim().match(/^(\d{4}-\d\d-\d\d)(?:[t ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(z|[+-]\d\d:?\d\d)?)?$/i) ?? [];
  if (!day || Number.isNaN(Date.parse(day))) return undefined;
  return time ? `${day}T${time}${zone.toUpperCase().replace(/(\d\d)(\d\d)$/, '$1:$2')}` : day;
}

/** An absolute http(s) address without its fragment; undefined if the value is none. */
function web(raw) {
  if (typeof raw !== 'string') return undefined;
  try {
    const { protocol, href } = new URL(raw, location.href);
    return /^https?:/.test(protocol) ? href.split('#')[0] : undefined;
  } catch {
    return undefined;
  }
}

/** The page's own address, without a fragment. */
export const here = () => location.href.split('#')[0];

/** The short names of a node's types: `https://schema.org/NewsArticle` and `schema:NewsArticle` are `NewsArticle`. */
const types = (node) => each(node['@type']).map((type) => String(type).split(/[/:#]/).pop());

/** The nodes of a JSON-LD document, nested ones too. */
function flat(value, depth = 0) {
  if (depth > DEPTH || value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap((one) => flat(one, depth + 1));
  const inner = ['@graph', 'mainEntity', 'mainEntityOfPage', 'breadcrumb'].flatMap((key) => flat(value[key], depth + 1));
  return [value, ...inner];
}

/**
 * Repairs JSON as templates print it: removes CDATA sections and comments around it and trailing commas, and escapes raw line
 * breaks in texts.
 */
const mended = (text) =>
  text
    .replace(/(\/\/|\/\*)?\s*(<!\[CDATA\[|\]\]>)\s*(\*\/)?|^\s*<!--|-->\s*$/g, '')
    .replace(/"(?:[^"\\]|\\[^])*"|,(?=\s*[}\]])/g, (part) =>
      part === ',' ? '' : part.replace(/[\0-\x1f]/g, (c) => JSON.stringify(c).slice(1, -1)),
    );

/** The nodes of the JSON-LD in an element or in the page. A script that cannot be parsed is skipped. */
const nodesIn = (within) =>
  [...own(within).querySelectorAll('script[type="application/ld+json" i]')].flatMap((script) => {
    for (const mend of [(text) => text, mended]) {
      try {
        return flat(JSON.parse(mend(script.textContent)));
      } catch {
        // Try the next repair.
      }
    }
    return [];
  });

const isArticle = (node) => types(node).some((type) => /(Article|(Blog|SocialMedia)Posting|Report)$/.test(type));

/**
 * The address that JSON-LD gives an article: its own, else that of its page. Other values are found there too, such as `True`
 * or the names of nodes.
 */
const addressOf = ({ url, mainEntityOfPage: page }) =>
  [url].flat().concat(page, page?.['@id']).find((raw) => /^(https?:|\/)/i.test(raw) && web(raw));

/** True if a node is about the page's own article, not about one that it links to. */
function isAbout(node, canonical) {
  const at = web(addressOf(node) ?? node['@id']);
  // Readers arrive with queries such as `?utm_source=…` in the address.
  return !!at && [location.href, location.origin + location.pathname, canonical].some((one) => at === web(one));
}

/** What the page's head says: Open Graph and other metadata. */
export function head() {
  const meta = (...names) => {
    for (const name of names) {
      const content = own(document).querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.content.trim();
      if (content) return content;
    }
    return undefined;
  };
  const post = own(document)
    .querySelector('link[rel~=alternate][type="application/json"]')
    ?.href.match(/^(.*\/wp\/v2\/)\w+\/(\d+)/);
  // WordPress takes comments by the number of the post, which stands in the link to its JSON, in the short link, or in a class
  // of the body.
  const short = own(document).querySelector('link[rel~=shortlink]')?.href.match(/[?&]p=(\d+)/);
  const marked = own(document).body?.className.match(/(?:^|\s)(?:postid|page-id)-(\d+)/);
  return {
    // The attribute as it is written, because the page's <base> may be anything.
    url: [own(document).querySelector('link[rel~=canonical]')?.getAttribute('href'), meta('og:url')].find((raw) => raw && web(raw)),
    title: meta('og:title', 'twitter:title'),
    pageTitle: own(document).title,
    summary: meta('og:description', 'description'),
    image: meta('og:image', 'og:image:url', 'twitter:image'),
    width: whole(meta('og:image:width')),
    height: whole(meta('og:image:height')),
    publishedAt: meta('article:published_time'),
    modifiedAt: meta('article:modified_time'),
    section: meta('article:section'),
    author: meta('author'),
    tags: [...own(document).querySelectorAll('meta[property="article:tag"]')].map((one) => one.content).join('\n') || undefined,
    id: post?.[2] ?? short?.[1] ?? marked?.[1],
    // The address at which WordPress lists comments.
    comments: post && `${post[1]}comments`,
  };
}

/** Reads the members of a node, and follows references to other nodes. */
class Node {
  constructor(node, all) {
    this.node = node;
    this.all = all;
  }

  /** The values of a member, with each reference replaced by its node. */
  each(key) {
    return each(this.node[key]).map((one) =>
      (one['@id'] && !one['@type'] && this.all.find((other) => other['@type'] && other['@id'] === one['@id'])) || one,
    );
  }

  text(...keys) {
    for (const key of keys) {
      const found = text(this.node[key]);
      if (found) return found;
    }
    return undefined;
  }

  date(key) {
    return each(this.node[key]).map(date).find(Boolean);
  }

  /** Names with their pages: people, organisations, terms. A name that is an address is dropped. */
  names(key) {
    return this.each(key).flatMap((one) => {
      const name = text(one) ?? text(one.name);
      const url = each(one.url).find((raw) => typeof raw === 'string');
      return name && !/^https?:/.test(name) ? [{ name, url }] : [];
    });
  }

  /** Subjects: a text with commas, or a list of texts and terms. */
  tags() {
    const names = this.names('keywords');
    const one = names.length === 1 && !names[0].url;
    return one ? names[0].name.split(/[,;،、]/).map(tidy).filter(Boolean) : names;
  }

  /**
   * The picture. Where there are several, they are mostly crops of one, and the first that is wide is taken, else the first.
   */
  image() {
    const pictures = [...this.each('image'), ...this.each('thumbnailUrl')].flatMap((one) => {
      const src = typeof one === 'string' ? one : [one.contentUrl, one.url, one['@id']].flat().find((raw) => typeof raw === 'string');
      return src?.trim() ? [{ src, width: whole(one.width), height: whole(one.height), alt: text(one.description) }] : [];
    });
    return pictures.find(({ width, height }) => width > height) ?? pictures[0];
  }

  /** The identifier: a text, a number, or an object with a value. */
  id() {
    const ids = each(this.node.identifier).map((one) => one.value ?? one);
    return ids.find((one) => /^(string|number)$/.test(typeof one) && String(one).trim());
  }

  /** The language: a tag, or an object that has the tag as its `alternateName`. */
  language() {
    const tags = each(this.node.inLanguage).map((one) => one.alternateName ?? one);
    return tags.find((one) => typeof one === 'string')?.trim();
  }

  correction() {
    const [first] = this.each('correction').flatMap((one) => {
      const said = text(one) ?? text(one.text);
      return said && !/^https?:/.test(said) ? [{ text: said, date: date(one.datePublished) }] : [];
    });
    return first;
  }

  /** False where an article has to be paid for: documents say `false`, `"False"` or `"https://schema.org/False"` then. */
  isFree() {
    return !each(this.node.isAccessibleForFree).some((one) => /false$/i.test(one));
  }
}

/** The breadcrumb trail by its positions, without the article itself at the end. */
function trail(all, title, url) {
  const list = all.find((node) => types(node).includes('BreadcrumbList'));
  const crumbs = each(list?.itemListElement).flatMap((element, place) => {
    const item = element.item ?? {};
    const name = text(element.name) ?? text(item.name);
    const raw = [item, item['@id'], item.url, element.url].find((one) => typeof one === 'string');
    return name ? [{ name, url: raw, position: whole(element.position) ?? place }] : [];
  });
  crumbs.sort((one, other) => one.position - other.position);
  const last = crumbs.at(-1);
  if (last && (last.name === title || !last.url || web(last.url) === web(url))) crumbs.pop();
  return crumbs.map(({ name, url }) => ({ name, url }));
}

/**
 * Collects what the page says of the article in an element, in the fields of the native format. `said` is what the head
 * says. `isAnothers` means that the head, and JSON-LD outside of the element, may be about the article that stood there before.
 */
export function describe(element, said, isAnothers) {
  const inner = nodesIn(element);
  const isOwn = inner.some(isArticle);
  const all = isOwn ? inner : nodesIn(document);
  // Where the element has JSON-LD of its own, the head is about another article.
  const page = isOwn ? {} : said;
  const articles = all.filter(isArticle);
  const about = articles.find((node) => isAbout(node, page.url));
  const node = new Node(about ?? (isAnothers && !isOwn ? {} : (articles[0] ?? {})), all);
  const heading = own(element).querySelector('h1') ?? (isAnothers ? null : own(document).querySelector('h1'));
  const texts = [node.text('headline', 'name'), page.title, heading && tidy(heading.textContent), page.pageTitle, own(document).title];
  const title = texts.find(Boolean) ?? location.host;
  const url = addressOf(node.node) ?? page.url ?? here();
  const kind = types(node.node).map((type) => KINDS[type]).find(Boolean);
  const count = whole(node.node.commentCount);
  const tags = node.tags();
  const authors = node.names('author');
  return {
    title,
    url,
    id: page.id ?? node.id(),
    language: node.language(),
    breadcrumbs: trail(isOwn || !isAnothers ? all : [], title, url),
    section: node.text('articleSection') ?? page.section,
    tags: tags.length ? tags : page.tags?.split('\n'),
    kind,
    correction: node.correction(),
    access: node.isFree() ? undefined : 'subscriber',
    summary: node.text('description') ?? page.summary,
    authors: authors.length ? authors : page.author && [page.author],
    publishedAt: node.date('datePublished') ?? date(page.publishedAt),
    modifiedAt: node.date('dateModified') ?? date(page.modifiedAt),
    image: node.image() ?? (page.image && { src: page.image, width: page.width, height: page.height }),
    count,
    comments: page.comments,
  };
}

/** The fields as the property `article` has them: without empty ones, and with full addresses. */
export function inFull({ text: _, kind, count, comments, section, ...fields }) {
  const named = (one) => (typeof one === 'string' ? { name: one } : without({ name: one.name, url: web(one.url) }));
  const without = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value != null && value?.length !== 0));
  return without({
    ...fields,
    id: fields.id && String(fields.id),
    url: web(fields.url),
    breadcrumbs: fields.breadcrumbs?.map(named),
    section: section && { name: section },
    tags: fields.tags?.map(named),
    authors: fields.authors?.map(named),
    label: kind && { kind },
    image: fields.image && web(fields.image.src) ? without({ ...fields.image, src: web(fields.image.src) }) : undefined,
    comments: count != null || comments ? without({ count, url: web(comments) }) : undefined,
  });
}
