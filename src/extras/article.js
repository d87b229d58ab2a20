// Where an article is: in the shadow root of a <news-article>, which has built it, or in the page.

import { named } from '../element/named.js';
import { own } from '../element/own.js';

/** Children that are not text: stand-ins, data, what the page puts elsewhere. */
const ADDED = '[data-news-article], [slot], [hidden], script, style, link, template';
const ASIDE = 'nav, aside, dialog, footer, [hidden], [aria-hidden=true], [data-news-article], [slot]';

/** The text of the article that an element shows, holds (as `render` wrote it, or as it is) or is about; `isOwn` where a <news-article> has built it. */
export function articleOf(host) {
  const about = host.constructor.section === 'article' ? host : named(host);
  const built = about?.shadowRoot?.querySelector('article > [part~=body]');
  const text = built ?? (about && own(about).querySelector(':scope > article > .news-article-body')) ?? about;
  return { text, isOwn: !!built, whole: text === about ? about : own(text).parentNode };
}

/** Where a text begins and ends on screen. What an element adds to the text that it holds is not part of it. */
export function extentOf(text) {
  const parts = text.shadowRoot ? [...own(text).children].filter((one) => !one.matches(ADDED)) : [];
  const box = (part) => own(part ?? text).getBoundingClientRect();
  return { top: box(parts[0]).top, bottom: box(parts.at(-1)).bottom };
}

/** The elements of an article that match, in order, without those of boxes, other sections and other elements. */
function within({ text, isOwn, whole }, own_, foreign, all) {
  if (isOwn) return [...(all ? whole : text).querySelectorAll(own_)];
  return [...own(text).querySelectorAll(foreign)].filter((one) => {
    const aside = one.closest(ASIDE);
    return !aside || !text.contains(aside);
  });
}

/** The headings of an article, the headline apart. */
export const headings = (article) => within(article, ':scope > [part~=heading], :scope > .far > [part~=heading]', 'h2, h3, h4, h5, h6').filter((one) => one.textContent.trim());

/** What is read aloud of an article, a paragraph each. */
export const paragraphs = (article) =>
  within(article, '[part~=paragraph], [part~=heading], li, blockquote > p', 'p, h2, h3, h4, li').filter(
    (one) => one.textContent.trim() && !one.querySelector('p, li') && one.getClientRects().length,
  );

/** The pictures of an article, the lead picture too, those that are signs apart. */
export const pictures = (article) =>
  within(article, '[part~=image] img, [part~=figure] img', 'img', true).filter((one) => !one.closest('.film') && !(one.complete && one.naturalWidth && one.naturalWidth < 100));

/** Says that the reader wants less motion. */
export const isCalm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
