// What there is to read in an element of the page: its lines of text, and what else takes a reader's time. It is read where it
// stands: nothing is copied, and nothing is written.
//
// Rust makes words and minutes of it (src/source/page.rs), by the same figures as of any other article. What counts is what
// src/source/html makes blocks of: tests/e2e/guest.rs holds the two equal.

import { ELEMENTS } from './contract.js';
import { own } from './own.js';

/** Elements whose text nobody reads as the article's, or that stand beside it. The footer of a quotation is its source. */
const UNREAD =
  'script, style, textarea, title, template, svg, object, form, select, button, noscript, canvas, datalist, map, nav, aside, dialog, ' +
  `footer:not(blockquote *), rt, rp, math annotation, .wp-block-pullquote, [hidden], [aria-hidden=true], [data-news-article], ${ELEMENTS}`;

/** The texts of an article's head, which do not count as its text. Pictures in it do. */
const HEAD = 'h1, header :is(h2, h3, h4, h5, h6, p, ul, ol, dl, time, address, figcaption)';

/** Elements that stand in a line of text: a word may go on across their tags. */
const INLINE =
  ' a b strong i em span font small big time ins u label output data ruby rb picture nobr math bdo bdi acronym abbr var dfn code kbd samp tt mark sub sup del s strike q cite img wbr ';

/** The most characters. What comes after is not counted. */
const CHARACTERS = 2 ** 21;
/** The most columns that one cell counts as. */
const COLUMNS = 50;

/** True where the page's style gives an element no box. What is hidden in another way, as in a closed <details>, is read. */
export const undisplayed = (one) =>
  // The cheap check comes first; its `false` may have other reasons.
  !own(one).checkVisibility?.() && getComputedStyle(one).display === 'none';

/** The number of pixels that an attribute holds. */
const pixels = (element, name) => parseInt(element.getAttribute(name), 10);

/** What an image is to a reader: `true` for a picture, else the text that stands for it. */
function picture(image) {
  const has = (...names) => names.some((name) => image.getAttribute(name)?.trim());
  const alt = image.getAttribute('alt') ?? '';
  if (image.matches('.emoji, .wp-smiley')) return alt;
  const largest = Math.max(pixels(image, 'width'), pixels(image, 'height'));
  if (largest < 2) return ''; // it counts readers
  if (largest <= 32 && !has('srcset', 'data-srcset', 'data-src')) return ` ${alt} `;
  if (image.matches('.latex') && alt) return ` ${alt} `;
  return has('src', 'srcset', 'data-src', 'data-srcset') || '';
}

/**
 * What there is to read in an element: `{lines, code, tables, images, media}`, that is texts, listings, the cells of each table,
 * how many pictures, and the seconds of each recording (null where nobody knows).
 */
export function read(root) {
  const found = { lines: [], code: [], tables: [], images: 0, media: [] };
  const cells = []; // of the tables that are open
  let line = '';
  let left = CHARACTERS;
  const flush = () => {
    const text = line.replace(/[ \t\n\r\f]+/g, ' ').trim();
    line = '';
    // An address alone on its line stands for a player or a post.
    if (text && !/^https?:\/\/\S+$/.test(text)) found.lines.push(text);
  };
  /** Takes what an element is; true where its children are to be read. */
  const enter = (element) => {
    const one = own(element);
    const name = one.localName;
    if (!INLINE.includes(` ${name} `)) flush();
    if (name === 'audio' || name === 'video') {
      if (!element.closest('[hidden], [aria-hidden=true]') && !undisplayed(element)) found.media.push(Number.isFinite(element.duration) ? Math.round(element.duration) : null);
      return false;
    }
    if (one.matches(UNREAD) || one.matches(HEAD) || (one.parentNode === root && one.slot) || undisplayed(element)) return false;
    if (name === 'img') {
      const what = picture(element);
      if (what === true) found.images += 1;
      else line += what;
    } else if (name === 'iframe') {
      line = element.title;
      flush();
    } else if (name === 'pre' && !element.matches('.wp-block-verse')) {
      found.code.push(element.textContent);
      left -= element.textContent.length;
    } else {
      if (name === 'table') cells.push(0);
      else if (cells.length && (name === 'td' || name === 'th')) cells[cells.length - 1] += Math.max(1, Math.min(COLUMNS, element.colSpan));
      return true;
    }
    return false;
  };
  const leave = (element) => {
    if (!INLINE.includes(` ${own(element).localName} `)) flush();
    // A table of one cell only keeps something in its place.
    if (own(element).localName === 'table') found.tables.push(...[cells.pop()].filter((count) => count > 1));
  };
  for (let node = own(root).firstChild; node && left > 0; ) {
    let into = null;
    const { nodeType } = own(node);
    if (nodeType === Node.TEXT_NODE || nodeType === Node.CDATA_SECTION_NODE) {
      line += node.data;
      left -= node.data.length;
    } else if (nodeType === Node.ELEMENT_NODE && enter(node)) {
      into = own(node).firstChild;
      if (!into) leave(node);
    }
    while (!into && !own(node).nextSibling && own(node).parentNode !== root) {
      node = own(node).parentNode;
      leave(node);
    }
    node = into ?? own(node).nextSibling;
  }
  flush();
  return found;
}
