// In a page of loading.rs: writes down the events of the load, and what the console and the window are told.
window.log = [];
window.told = [];
for (const type of ['loadstart', 'load', 'error', 'loadend']) {
  document.addEventListener(type, (event) => {
    if (event.target.localName === 'news-article') log.push(`${type} ${event.detail?.kind ?? ''}`);
  }, true);
}
{
  const { error } = console;
  console.error = (...words) => {
    told.push(words.join(' '));
    error(...words);
  };
}
addEventListener('error', (event) => event.message && told.push(`thrown: ${event.message}`));
addEventListener('unhandledrejection', (event) => told.push(`rejected: ${event.reason}`));
