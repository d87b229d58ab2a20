// Lit, DOMPurify, and Swiper's element with everything in it.

import { html } from 'lit';
import { register } from 'swiper/element/bundle';
import { LitArticle, card } from './lit-article.js';

register();

class SwiperArticle extends LitArticle {
  carousel(related) {
    return html`<swiper-container part="related-list" slides-per-view="auto" space-between="16" navigation="true">
      ${related.map((it) => html`<swiper-slide class="card" style="width: 16rem">${card(it)}</swiper-slide>`)}
    </swiper-container>`;
  }
}

customElements.define('swiper-article', SwiperArticle);
