// The article in Lit as a server renders it: HTML in a declarative shadow root, and what it was made of, without its text.

import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { article } from './article.js';
import { cleaned } from './lit-article.js';
import './lit.js';

/** The element as HTML, of WordPress' answer at that address. */
export function rendered(post, source) {
  const shown = cleaned(article(post));
  const state = JSON.stringify({ ...shown, body: undefined }).replaceAll('<', '\\u003c');
  return collectResultSync(
    render(html`<lit-article data-article src=${source} newsletter-action="/newsletter" lang="fr" .shown=${shown}
      >${unsafeHTML(`<script type="application/json">${state}</script>`)}</lit-article>`),
  );
}
