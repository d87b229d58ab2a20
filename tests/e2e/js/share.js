// Steps of share.rs: what the device and the page can do.

/** Writes down what is shared, and keeps it from being. */
function keepShared() {
  window.shared = [];
  document.addEventListener('news-article-share', (event) => {
    event.preventDefault();
    shared.push(event.detail);
  });
}

/** The clipboard takes a text into `window.copied`, or refuses. */
function setClipboard(takes) {
  window.copied = '';
  const writeText = async (value) => {
    if (!takes) throw new Error('refused');
    window.copied = value;
  };
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
}

/** The device can share, and the reader changes their mind. */
function setDevice() {
  window.given = [];
  navigator.canShare = (data) => !!data.url;
  navigator.share = async (data) => {
    given.push(data);
    throw new DOMException('', 'AbortError');
  };
}

/** Writes down what is opened and printed. */
function keepOpened() {
  window.opened = [];
  window.open = (...given) => { opened.push(given); };
  window.print = () => opened.push('print');
}
