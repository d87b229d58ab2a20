// In the head of a page of neighbours.rs: a blocker of fingerprints, and a wrapper of fetch that knows no URL objects. The
// wasm comes when the page has been painted, so that all is tried before it.
HTMLCanvasElement.prototype.getContext = () => { throw new Error('blocked'); };
{
  const { fetch } = window;
  window.get = fetch;
  const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  window.fetch = (url, ...rest) => {
    if (String(url).includes('_bg.wasm')) return painted().then(() => fetch(url, ...rest));
    if (!(url instanceof Request)) url.startsWith('x');
    return fetch(url, ...rest);
  };
}
