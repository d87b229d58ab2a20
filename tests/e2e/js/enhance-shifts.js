// In the head of a page of enhance.rs: the element's entry comes when the article has been painted, and its sections twenty
// frames after they were asked for, in each of which something could shift; every shift of the layout is written down.
{
  const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shifts.push(entry.value);
  }).observe({ type: 'layout-shift', buffered: true });
  const { fetch } = window;
  window.fetch = async (url, ...rest) => {
    if (String(url).endsWith('_sections.wasm')) for (let at = 0; at < 10; at++) await painted();
    return fetch(url, ...rest);
  };
  addEventListener('load', async () => {
    await painted();
    import('CDN/news-article.js');
  });
}
