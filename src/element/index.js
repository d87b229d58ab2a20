// The entry: defines the elements on import. A second import does no harm.
import {
  NewsArticle, NewsComments, NewsContents, NewsListen, NewsNewsletter, NewsProgress, NewsReadingTime, NewsRelated, NewsShare,
  NewsSocial,
} from './element.js';

// A list, not a namespace import: bundlers build a namespace by a loop over an object's names, which would include whatever
// other scripts have put into `Object.prototype`.
const elements = [NewsArticle, NewsReadingTime, NewsShare, NewsRelated, NewsComments, NewsNewsletter, NewsSocial, NewsContents, NewsProgress, NewsListen];

for (const element of elements) {
  const name = `news-${element.section}`;
  customElements.get(name) ?? customElements.define(name, element);
}

export * from './element.js';
