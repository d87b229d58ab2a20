// The entry: defines the elements on import, and tolerates a second import.
import { NewsArticle } from './element.js';

customElements.get('news-article') ?? customElements.define('news-article', NewsArticle);

export { NewsArticle };
