// A page with nothing on it, for trying markup by hand and for the tests: it remembers what went wrong.
window.__errors = [];
addEventListener('error', (event) => event.message && __errors.push(event.message));
addEventListener('unhandledrejection', (event) => __errors.push(String(event.reason)));
for (const level of ['error', 'warn']) {
  const print = console[level];
  console[level] = (...words) => {
    __errors.push(words.join(' '));
    print.apply(console, words);
  };
}
