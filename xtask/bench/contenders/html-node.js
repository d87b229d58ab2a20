// HTML that can be trusted, and a text out of it, where there is no browser. It lets through what DOMPurify does of a post.

import sanitize from 'sanitize-html';

const MORE = ['img', 'picture', 'source', 'audio', 'video', 'track', 'details', 'summary', 'del', 'ins'];
const GLOBAL = ['class', 'id', 'lang', 'dir', 'title', 'role', 'aria-*', 'data-*', 'width', 'height', 'style'];
const OPTIONS = {
  allowedTags: [...sanitize.defaults.allowedTags, ...MORE],
  allowedAttributes: {
    ...sanitize.defaults.allowedAttributes,
    '*': GLOBAL,
    a: ['href', 'name', 'target', 'rel'],
    img: ['src', 'srcset', 'sizes', 'alt', 'loading', 'decoding', 'fetchpriority'],
    source: ['src', 'srcset', 'sizes', 'type', 'media'],
    audio: ['src', 'controls', 'preload'],
    video: ['src', 'controls', 'preload', 'poster'],
    th: ['scope', 'colspan', 'rowspan'],
    td: ['colspan', 'rowspan'],
  },
};

export const clean = (markup) => sanitize(markup, OPTIONS);

const CHARACTERS = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

export const plain = (markup) =>
  sanitize(markup, { allowedTags: [], allowedAttributes: {} }).replace(/&(lt|gt|amp);/g, (one) => CHARACTERS[one]).trim();
