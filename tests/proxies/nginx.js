// Steps of nginx.rs.

/** Shows an article by the element's files of this host, and nothing that was there before. */
function showFrom(files) {
  document.querySelectorAll('news-article, script').forEach((one) => one.remove());
  put('<news-article lang=de src=/api/articles/42.json></news-article>');
  const script = document.createElement('script');
  script.type = 'module';
  script.src = `${files}/news-article.js`;
  document.head.append(script);
}

/** The requests to a host: names, protocols, durations. */
function askedOf(files) {
  const entries = performance.getEntriesByType('resource').filter((entry) => entry.name.startsWith(files));
  return entries.map((entry) => [entry.name.split('/').pop(), entry.nextHopProtocol, entry.duration]);
}
