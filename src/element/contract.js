// Written by `cargo xtask contract` from the tables in contract/: change those.

/** The languages whose texts are fetched. */
export const FETCHED_LANGUAGES = ['de', 'es', 'fa', 'he', 'it', 'ja', 'nl', 'pl', 'pt', 'ru', 'tr', 'zh'];

/** The chunks that are asked for while the wasm is on its way: the first, and one of the others. */
export const ARTICLE = 'article';
export const MARKUP = 'markup';
export const NATIVE = 'native';

/** Properties that reflect an attribute that holds text, each with its value where the attribute is absent. */
export const TEXTS = {
  format: 'auto',
  fields: '',
  relatedSrc: '',
  share: 'native copy x facebook whatsapp telegram linkedin bluesky email',
  shareUtm: '',
  sections: '',
  siteSrc: '',
  loading: 'eager',
  credentials: 'same-origin',
  embeds: 'link',
  commentsAction: '',
  commentsOrder: 'oldest',
  newsletterAction: '',
  formOrigins: '',
};

/**
 * Properties that reflect an attribute that holds a whole number: the value where the attribute is absent or makes no
 * sense, the least number, and the greatest where there is one.
 */
export const NUMBERS = {
  modifiedAfter: [15, 0],
  wordsPerMinute: [null, 1],
  headingLevel: [1, 1, 4],
  timeout: [15, 1],
};

/** Properties that reflect whether an attribute is set. */
export const FLAGS = ['lightbox'];

/** A selector of the elements. */
export const ELEMENTS = 'news-article, news-reading-time, news-share, news-comments, news-newsletter, news-social, news-related, news-contents, news-progress, news-listen';
