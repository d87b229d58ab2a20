// The entry: defines the elements on import, and tolerates a second import.
import {
  NewsArticle, NewsComments, NewsContents, NewsListen, NewsNewsletter, NewsProgress, NewsReadingTime, NewsRelated, NewsShare,
  NewsSocial,
} from './element.js';

// A list, and no namespace: bundlers make that by a loop over its names, which takes what careless scripts have put into
// `Object.prototype` along.
const elements = [NewsArticle, NewsReadingTime, NewsShare, NewsRelated, NewsComments, NewsNewsletter, NewsSocial, NewsContents, NewsProgress, NewsListen];

for (const element of elements) {
  const name = `news-${element.section}`;
  customElements.get(name) ?? customElements.define(name, element);
}

export * from './element.js';
