// The entry: defines the elements on import, and tolerates a second import.
import { NewsArticle, NewsReadingTime, NewsRelated, NewsShare } from './element.js';

for (const element of [NewsArticle, NewsReadingTime, NewsShare, NewsRelated]) {
  const name = `news-${element.section}`;
  customElements.get(name) ?? customElements.define(name, element);
}

export { NewsArticle, NewsReadingTime, NewsRelated, NewsShare };
