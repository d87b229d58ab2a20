// In the head of a page of enhance.rs: writes down what the reader has seen, and how much of it was read.
window.log = [];
for (const name of ['view', 'read']) {
  document.addEventListener(`news-article-${name}`, (event) => log.push(event.detail.percent ?? name));
}
