// Files into documents: what the element is given, and the HTML that was sent in it.
//
// | format | file | the element is given |
// | --- | --- | --- |
// | any of the attribute `format` | what an endpoint answers; of a list each item | the same |
// | `bodyHtml` | a page | a native article with what is in the page's `<body>` |
// | `json-ld` | a page | its JSON-LD |
// | `around` | a page | the page's own elements, as the element's children |

import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const PAGES = ['bodyHtml', 'json-ld', 'around'];

/** Every document of a folder, in the order of the files' names. */
export function* documents(folder, format) {
  for (const name of readdirSync(folder, { recursive: true }).sort()) {
    const path = join(folder, name);
    if (!statSync(path).isFile() || !wanted(name, format)) continue;
    const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
    try {
      yield* PAGES.includes(format) ? fromPage(name, text, format) : fromAnswer(name, text, format);
    } catch (error) {
      yield { name, error: `file: ${error.message}` };
    }
  }
}

function wanted(name, format) {
  if (PAGES.includes(format)) return /\.x?html?$/i.test(name);
  return format === 'rss' ? /\.(xml|rss|atom)$/i.test(name) : /\.json$/i.test(name);
}

function* fromPage(name, html, format) {
  if (format === 'bodyHtml') {
    const title = html.match(/<title[^>]*>([^<]*)/i)?.[1].trim() || name;
    yield { name, format: 'native', value: { title, bodyHtml: html }, sent: [{ html }] };
  } else if (format === 'around') {
    yield { name, around: html, sent: [{ html, article: true }] };
  } else {
    const blocks = html.matchAll(/<script[^>]*application\/ld\+json[^>]*>([\s\S]*?)<\/script/gi);
    const values = Array.from(blocks, ([, text]) => parsed(text)).filter(Boolean);
    const value = { '@context': 'https://schema.org', '@graph': values.flatMap((one) => one['@graph'] ?? one) };
    yield { name, format: 'schema-org', value, sent: sentBy(value, 'schema-org') };
  }
}

/** Pages hold JSON-LD that no parser takes: that is another test's matter. */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function* fromAnswer(name, text, format) {
  if (format === 'rss') {
    yield { name, format, text, sent: [] };
    return;
  }
  const value = JSON.parse(text);
  if (Array.isArray(value) && format !== 'schema-org') {
    for (const [at, one] of value.entries()) yield answer(`${name}#${at + 1}`, one, format);
  } else {
    yield answer(name, value, format);
  }
}

/** What has neither a title nor a text is no article, and nothing is asked of it. */
function answer(name, value, format) {
  const sent = sentBy(value, format);
  const titled = TITLES.some((path) => find(value, path).some((one) => typeof one === 'string' && one.trim()));
  const written = sent.some(({ html, text }) => (html ?? text).replace(/<[^>]*>/g, '').trim());
  return titled && written ? { name, format, value, sent } : { name, skipped: true };
}

/** Where formats have their titles. */
const TITLES = [
  'title', 'title.rendered', 'title.raw', 'headline', '@graph.*.headline', '*.headline', 'name', 'webTitle', 'items.0.title',
  'posts.0.title', 'response.content.webTitle', 'data.attributes.title', 'data.0.attributes.title', 'headlines.basic',
  'headlines.*.value',
];

/** Where each format has its body: names on the way, `*` for each of a list. */
const BODIES = {
  native: ['bodyHtml', 'body'],
  wordpress: ['content.rendered'],
  'json-feed': ['content_html', 'items.0.content_html', 'content_text', 'items.0.content_text'],
  'schema-org': ['articleBody', '@graph.*.articleBody'],
  ghost: ['html', 'posts.0.html'],
  guardian: ['response.content.fields.body', 'fields.body'],
  drupal: ['data.attributes.body.processed', 'data.0.attributes.body.processed'],
  ans: ['content_elements'],
  ninjs: ['body_xhtml', 'body_html', 'bodies.*.value'],
  'apple-news': ['components'],
};

/** What a reader may see in the body though it was sent elsewhere. */
const BESIDE = { 'json-feed': ['attachments.*.title', 'items.0.attachments.*.title'] };

/** The HTML and the plain texts that a document's body is made of. */
function sentBy(value, format) {
  const sent = [];
  for (const path of BODIES[format] ?? Object.values(BODIES).flat()) {
    for (const one of find(value, path)) {
      if (typeof one === 'string') sent.push(/_text$/.test(path) ? { text: one } : { html: withoutCalls(one) });
      else if (one && typeof one === 'object') sent.push(...texts(one));
    }
    // The first that is there is the body; the others say it once more.
    if (sent.length) break;
  }
  const beside = (BESIDE[format] ?? []).flatMap((path) => find(value, path)).filter((one) => typeof one === 'string');
  return [...sent, ...beside.map((text) => ({ html: `<span hidden>${text}</span>` }))];
}

/** Calls of a plugin that is gone are left in WordPress' texts: nobody is to read them, and nobody is harmed who does. */
function withoutCalls(html) {
  return html.replace(/\[\/?[a-z][\w-]*(?:\s[^\][<>]*=[^\][<>]*)?\](?!\()/gi, '<span hidden>$&</span>');
}

/** What a path leads to. */
function find(value, path) {
  return path.split('.').reduce(step, [value]);
}

function step(values, name) {
  return values.flatMap((value) => {
    if (name === '*') return Array.isArray(value) ? value : [];
    return value?.[name] === undefined || value[name] === null ? [] : [value[name]];
  });
}

/** Names under which blocks hold what a reader reads. */
const READ = /^(text|content|caption|title|summary|items|body|value|head|rows|cite|children|credit|html)$/;

/** What is read in blocks of JSON, in order. */
function texts(value) {
  if (Array.isArray(value)) return value.flatMap((one) => (typeof one === 'string' ? [{ html: one }] : texts(one)));
  return Object.entries(value).flatMap(([name, one]) => {
    if (one && typeof one === 'object') return texts(one);
    return typeof one === 'string' && READ.test(name) ? [{ html: one }] : [];
  });
}
