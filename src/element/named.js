// Finds the element that a part of the page is about.

import { own } from './own.js';

/** Elements that stand beside an article. Paragraphs in them do not belong to it. */
export const ASIDE = 'nav, aside, dialog, footer:not(blockquote *), [hidden], [aria-hidden=true], [data-news-article]';

/** The surroundings of a part in a page with neither <article> nor <main>: the closest ancestor that has paragraphs. */
function around(element) {
  const usual = 'aside, header, footer, nav, p, ul, li, span';
  const body = own(element.ownerDocument).body;
  for (let one = element.parentElement; one && one !== body; one = own(one).parentElement) {
    if (!own(one).matches(usual) && own(one).querySelector(`p:not(:is(${ASIDE}) *)`)) return one;
  }
  return element.closest('body');
}

/**
 * The element that a part is about: the first of those that `for` names; without `for` the first <news-article>, else the article
 * or the main content around the part, else the page's first, else what the part stands in.
 */
export function named(element) {
  const root = element.getRootNode();
  const id = element.getAttribute('for');
  if (id) return own(root).getElementById?.(id);
  const kinds = ['article', 'main', '[role=main]', '[itemprop~=articleBody]'];
  return (
    own(root).querySelector('news-article') ??
    element.closest('article') ??
    kinds.map((kind) => own(root).querySelector(kind)).find(Boolean) ??
    around(element)
  );
}
