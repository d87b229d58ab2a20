// Tells whether the page pins what it loads by hashes.

import { own } from './own.js';

/**
 * Marks of a page that pins modules by their addresses. There a retry under another address would not be covered by the pin.
 */
export const PINS = '[type=importmap], link[rel~=modulepreload][integrity]';

/** The `integrity` by which a file is fetched: its hash where the page itself pins what it loads, else nothing. */
export const integrityOf = (hash) =>
  hash && own(document).querySelector(`${PINS}, script[integrity][src*=news-article]`) ? hash : '';
