// Requests for documents: the articles' JSON, and what is fetched once for the whole page.

import { FETCHED_LANGUAGES } from './contract.js';

/** Fetches by the page's own `fetch`, whose wrapper may throw, or return no promise, or not take URL objects. */
export const get = async (url, options) => fetch(String(url), options);

/** The documents that were fetched for the page, by address: promises of their JSON. */
const documents = {};

/** Fetches a document once for the page. A failure is told in the console, answered with null, and forgotten. */
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

/** Has the document fetched again when it is next asked for. */
export const forget = (url) => delete documents[url];

/** The texts of a language that is not compiled in; null for any other. */
export const getTexts = (language) =>
  FETCHED_LANGUAGES.includes(language) ? getOnce(new URL(`./locale/${language}.json`, import.meta.url).href) : null;

/** A copy that shares nothing with the page's own object. What is no JSON (a cycle, a function) is told, and gives null. */
export function copy(value) {
  try {
    return JSON.parse(JSON.stringify(value ?? null));
  } catch (error) {
    console.warn(`news-article: ${error.message}`);
    return null;
  }
}
