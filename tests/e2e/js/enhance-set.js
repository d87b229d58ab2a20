// In a page of enhance.rs: sets an article of its own as soon as the page is parsed.
window.log = [];
addEventListener('DOMContentLoaded', () => {
  const el = document.querySelector('news-article');
  el.addEventListener('load', () => log.push(el.article.title));
  el.article = { title: 'Posé', body: [] };
});
