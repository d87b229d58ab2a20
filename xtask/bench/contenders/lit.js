// Lit, DOMPurify, and Embla for the carousel.

import EmblaCarousel from 'embla-carousel';
import { html } from 'lit';
import { LitArticle, card } from './lit-article.js';

class EmblaArticle extends LitArticle {
  static properties = { ...LitArticle.properties, ends: { state: true } };

  constructor() {
    super();
    this.ends = { start: true, end: false };
  }

  carousel(related) {
    const control = (text, off, step) =>
      html`<button type="button" aria-disabled=${off} @click=${() => step(this.embla)}>${text}</button>`;
    return html`
      ${control('Précédents', this.ends.start, (embla) => embla.scrollPrev())}
      ${control('Suivants', this.ends.end, (embla) => embla.scrollNext())}
      <div class="strip"><ul part="related-list" class="row">
        ${related.map((it) => html`<li class="card">${card(it)}</li>`)}
      </ul></div>`;
  }

  start() {
    const strip = this.renderRoot.querySelector('.strip');
    this.embla = EmblaCarousel(strip, { align: 'start', containScroll: 'trimSnaps', slidesToScroll: 'auto' });
    const ends = () => {
      this.ends = { start: !this.embla.canScrollPrev(), end: !this.embla.canScrollNext() };
    };
    this.embla.on('select', ends).on('reInit', ends);
    ends();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.embla?.destroy();
  }
}

customElements.define('lit-article', EmblaArticle);
