// HTML that can be trusted, where there is a browser.

import DOMPurify from 'dompurify';

export const clean = (markup) => DOMPurify.sanitize(markup);
