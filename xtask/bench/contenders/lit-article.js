// The article in Lit, its HTML sanitised by DOMPurify; the carousel is a subclass' own.

import DOMPurify from 'dompurify';
import { LitElement, html, nothing, unsafeCSS } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { article, day, near, networks, plain, read, relatedAddress, send } from './article.js';
import { style } from './style.js';

const clean = (markup) => unsafeHTML(DOMPurify.sanitize(markup));

/** A picture with its room reserved. */
export const image = (picture, priority, loading) =>
  html`<img srcset=${picture.srcset} sizes=${picture.sizes} width=${picture.width} height=${picture.height}
    alt=${picture.alt} decoding="async" fetchpriority=${priority} loading=${loading} src=${picture.src}>`;

/** What stands on a card of the carousel. */
export const card = (it) => html`
  ${it.image ? image({ ...it.image, sizes: '16rem' }, 'auto', 'lazy') : nothing}
  <h3><a href=${it.url}>${clean(it.title)}</a></h3>
  <p>${plain(it.excerpt).slice(0, 140)}</p>
  <p>${day(it.date)}</p>`;

export class LitArticle extends LitElement {
  static properties = {
    src: {},
    newsletterAction: { attribute: 'newsletter-action' },
    shown: { state: true },
    related: { state: true },
    told: { state: true },
  };

  static styles = unsafeCSS(style);

  told = {};

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  async load() {
    const post = await read(this.src);
    this.shown = article(post);
    await this.updateComplete;
    near(this.renderRoot.querySelector('[part=related]'), async () => {
      const posts = await read(relatedAddress(this.src, post));
      this.related = posts.map(article);
      await this.updateComplete;
      this.start();
    });
  }

  /** Starts the carousel, once its cards stand. */
  start() {}

  render() {
    const it = this.shown;
    if (!it) return html`<slot></slot>`;
    const addresses = Object.entries(networks(it.url, plain(it.title)));
    return html`<article>
      <h1 part="title">${clean(it.title)}</h1>
      <p part="byline">Par <a href=${it.authorUrl}>${it.author}</a>,
        <time datetime=${it.date.toISOString()}>${day(it.date)}</time></p>
      ${it.image
        ? html`<figure part="image">${image(it.image, 'high', 'eager')}
            <figcaption>${clean(it.image.caption)}</figcaption></figure>`
        : nothing}
      <div part="body">${clean(it.body)}</div>
      <div part="share"><ul>
        ${navigator.share
          ? html`<li><button type="button" @click=${() => navigator.share({ title: plain(it.title), url: it.url })}>
              Partager</button></li>`
          : nothing}
        <li><button type="button" @click=${() => navigator.clipboard.writeText(it.url)}>Copier le lien</button></li>
        ${addresses.map(
          ([name, href]) => html`<li><a part="share-button" href=${href} target="_blank"
            rel="noopener noreferrer">${name}</a></li>`,
        )}
      </ul></div>
      <section part="related" aria-labelledby="related"><h2 id="related">À lire aussi</h2>
        ${this.related ? this.carousel(this.related) : nothing}
      </section>
      <section part="comments"><h2>Commentaires</h2>
        <form action=${it.comments} @submit=${(event) => this.send(event, 'comment')}>
          <label>Nom <input name="author_name" required autocomplete="name"></label>
          <label>E-mail <input name="author_email" type="email" required autocomplete="email"></label>
          <label>Commentaire <textarea name="content" rows="5" required></textarea></label>
          <button>Publier</button> <p role="status">${this.told.comment}</p>
        </form></section>
      <section part="newsletter"><h2>Newsletter</h2>
        <form action=${this.newsletterAction} @submit=${(event) => this.send(event, 'newsletter')}>
          <label>E-mail <input name="email" type="email" required autocomplete="email"></label>
          <button>S’inscrire</button> <p role="status">${this.told.newsletter}</p>
        </form></section>
    </article>`;
  }

  async send(event, name) {
    event.preventDefault();
    const form = event.target;
    const said = await send(form.action, { post: this.shown.id, ...Object.fromEntries(new FormData(form)) });
    this.told = { ...this.told, [name]: said };
  }
}
