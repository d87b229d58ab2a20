// Reads what there is to read in an element of the page: its lines of text, and whatever else takes a reader's time. It reads
// in place; nothing is copied or written.
//
// Rust computes words and minutes from it (src/source/page.rs), by the same figures as for any other article. It counts the
// same elements that src/source/html makes blocks of; tests/e2e/guest.rs holds the two equal.

import { ELEMENTS } from './contract.js';
import { own } from './own.js';

/**
 * Elements whose text is not read as the article's, or that stand beside it. (A footer in a quotation is kept: it names the
 * source.)
 */
const UNREAD =
  'script, style, textarea, title, template, svg, object, form, select, button, noscript, canvas, datalist, map, nav, aside, dialog, ' +
  `footer:not(blockquote *), rt, rp, math annotation, .wp-block-pullquote, [hidden], [aria-hidden=true], [data-news-article], ${ELEMENTS}`;

/** The texts of an article's head, which do not count as its text. Pictures in the head do count. */
const HEAD = 'h1, header :is(h2, h3, h4, h5, h6, p, ul, ol, dl, time, address, figcaption)';

/** Elements that stand in a line of text: a word may go on across their tags. */
const INLINE =
  ' a b strong i em span font small big time ins u label output data ruby rb picture nobr math bdo bdi acronym abbr var dfn code kbd samp tt mark sub sup del s strike q cite img wbr ';

/** The most characters that are read. Later text is not counted. */
const CHARACTERS = 2 ** 21;
/** The most columns that one cell counts as. */
const COLUMNS = 50;

/**
 * True if the page's style gives an element no box. An element that is hidden in another way, as in a closed <details>, is
 * read.
 */
export const undisplayed = (one) =>
  // `checkVisibility` is cheap and comes first, but its `false` may have other reasons.
  !own(one).checkVisibility?.() && getComputedStyle(one).display === 'none';

/** The number of pixels in an attribute. */
const pixels = (element, name) => parseInt(element.getAttribute(name), 10);

/** Tells what an image is to a reader: `true` for a picture, else the text that stands for it. */
function picture(image) {
  const has = (...names) => names.some((name) => image.getAttribute(name)?.trim());
  const alt = image.getAttribute('alt') ?? '';
  if (image.matches('.emoji, .wp-smiley')) return alt;
  const largest = Math.max(pixels(image, 'width'), pixels(image, 'height'));
  if (largest < 2) return ''; // a tracking pixel
  if (largest <= 32 && !has('srcset', 'data-srcset', 'data-src')) return ` ${alt} `;
  if (image.matches('.latex') && alt) return ` ${alt} `;
  return has('src', 'srcset', 'data-src', 'data-srcset') || '';
}

/**
 * Reads an element into `{lines, code, tables, images, media}`: lines of text, listings, the number of cells of each table, the
 * number of pictures, and the seconds of each recording (null where unknown).
 */
export function read(root) {
  const found = { lines: [], code: [], tables: [], images: 0, media: [] };
  const cells = []; // a count for each open table
  let line = '';
  let left = CHARACTERS;
  const flush = () => {
    const text = line.replace(/[ \t\n\r\f]+/g, ' ').trim();
    line = '';
    // An address alone on a line stands for a player or a post.
    if (text && !/^https?:\/\/\S+$/.test(text)) found.lines.push(text);
  };
  /** Records an element. Returns true if its children are to be read. */
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
    // A table of one cell is used for layout only.
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
