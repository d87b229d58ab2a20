// In the head of a page of enhance.rs: writes down the parsing, the load's events, and what the article was before them.
window.log = [];
for (const type of ['loadstart', 'load', 'loadend', 'error']) {
  document.addEventListener(type, (event) => event.target.localName === 'news-article' && log.push(type), true);
}
addEventListener('DOMContentLoaded', () => {
  log.push('parsed');
  window.own = document.querySelector('#own');
  window.before = own.outerHTML;
});
