// In a page of enhance.rs: writes down the events of the element's load, failures by their kind.
window.log = [];
for (const type of ['loadstart', 'load', 'error', 'loadend']) {
  document.querySelector('news-article').addEventListener(type, (event) => log.push(event.detail?.kind ?? type));
}
