// In a page of neighbours.rs: a second copy of the widget, under a name of its own.
import { NewsArticle } from '/v2/element.js';

customElements.define('other-article', NewsArticle);
window.other = document.createElement('other-article');
other.src = '/a.json';
document.querySelector('main').append(other);
