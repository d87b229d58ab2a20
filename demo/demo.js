// The demo pages' own behaviour. It runs before the element is defined, so that an address that it sets is the first
// one that the element sees.

// `article.html?article=43` shows another of the sample articles; nothing but the name of one is taken over.
const asked = new URLSearchParams(location.search).get('article');
const only = document.querySelector('main > news-article');
if (only && asked && /^[a-z0-9-]+$/.test(asked)) only.setAttribute('src', `/api/articles/${asked}.json`);
only?.addEventListener('load', () => {
  if (only.article) document.title = `${only.article.title} · ${document.title.split(' · ').pop()}`;
});

// Colours: the page's own `color-scheme` is all that the element looks at.
const scheme = document.querySelector('.scheme');
if (scheme) {
  scheme.hidden = false;
  scheme.addEventListener('change', (event) => {
    document.documentElement.dataset.scheme = event.target.value;
  });
}
