// What every app does besides showing the elements: it writes down which element fired what.

/** Where the sample endpoints are. */
export const api = new URLSearchParams(location.search).get('api');

/** The events that were fired: `element type`. */
const log = (window.log = []);

export const events = [
  'loadstart', 'load', 'loadend', 'error', 'news-article-share', 'news-article-select', 'news-article-embed',
  'news-article-comment', 'news-article-subscribe', 'news-article-sent', 'news-article-view',
  'news-article-related-view', 'news-article-read',
];

export function note(event) {
  log.push(`${event.currentTarget.id} ${event.type}`);
  // Nothing leaves for another site; `sent` follows all the same from what is not cancelled.
  if (/share|select|embed/.test(event.type)) event.preventDefault();
}

/** An article that the page has at hand. */
export const article = {
  id: 'apart',
  title: 'Posé par la page',
  language: 'fr',
  body: [
    { type: 'paragraph', content: ['Un texte.'] },
    { type: 'embed', provider: 'YouTube', url: 'https://www.youtube.com/watch?v=0', title: 'Un film' },
  ],
};
