// A text out of a fragment of HTML, where there is a browser.

export const plain = (markup) => new DOMParser().parseFromString(markup, 'text/html').body.textContent.trim();
