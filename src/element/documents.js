// Requests for documents: the articles' JSON, and what is fetched once for the whole page.

import { FETCHED_LANGUAGES } from './contract.js';

/** Fetches by the page's own `fetch`, whose wrapper may throw, or return no promise, or not take URL objects. */
export const get = async (url, options) => fetch(String(url), options);

/** The documents that were fetched for the page, by address: promises of their JSON. */
const documents = {};

/**
 * Fetches a document once for the page. If that fails, the console is told, the answer is null, and the next call tries again.
 */
export const getOnce = (url, options) =>
  (documents[url] ??= get(url, options)
    .then((response) => {
      if (!response.ok) throw Error(response.status);
      return response.json();
    })
    .catch((error) => {
      forget(url);
      console.warn(`news-article: ${url}: ${error.message}`);
      return null;
    }));

/** Drops a document, so that it is fetched again when it is next asked for. */
export const forget = (url) => delete documents[url];

/** Fetches the texts of a language that is not compiled in; gives null for any other language. */
export const getTexts = (language) =>
  FETCHED_LANGUAGES.includes(language) ? getOnce(new URL(`./locale/${language}.json`, import.meta.url).href) : null;

/**
 * Copies a value as JSON, so that it shares nothing with the page's own object. A value that JSON cannot hold (a cycle, a
 * function) is reported in the console and gives null.
 */
export function copy(value) {
  try {
    return JSON.parse(JSON.stringify(value ?? null));
  } catch (error) {
    console.warn(`news-article: ${error.message}`);
    return null;
  }
}
