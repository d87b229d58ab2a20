// The article in Lit, its HTML sanitised by DOMPurify, or on a server by sanitize-html; the carousel is a subclass' own.

import { clean } from '#clean';
import { LitElement, html, noChange, nothing, unsafeCSS } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { article, day, near, networks, plain, read, relatedAddress, send } from './article.js';
import { style } from './style.js';

/** An article whose HTML can be trusted: sanitised once, and not at every rendering. */
export const cleaned = (it) => ({
  ...it,
  title: clean(it.title),
  body: clean(it.body),
  image: it.image && { ...it.image, caption: clean(it.image.caption) },
});

/** A picture with its room reserved. */
export const image = (picture, priority, loading) =>
  html`<img srcset=${picture.srcset} sizes=${picture.sizes} width=${picture.width} height=${picture.height}
    alt=${picture.alt} decoding="async" fetchpriority=${priority} loading=${loading} src=${picture.src}>`;

/** What stands on a card of the carousel. */
export const card = (it) => html`
  ${it.image ? image({ ...it.image, sizes: '16rem' }, 'auto', 'lazy') : nothing}
  <h3><a href=${it.url}>${unsafeHTML(it.title)}</a></h3>
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

  constructor() {
    super();
    this.told = {};
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  async load() {
    // What a server has rendered says here what it was made of; its text stands already.
    const state = this.querySelector('script');
    if (state) this.shown = JSON.parse(state.textContent, (key, value) => (key === 'date' ? new Date(value) : value));
    else this.shown = cleaned(article(await read(this.src)));
    await this.updateComplete;
    near(this.renderRoot.querySelector('[part=related]'), async () => {
      const posts = await read(relatedAddress(this.src, this.shown));
      this.related = posts.map((post) => ({ ...article(post), title: clean(post.title.rendered) }));
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
      <h1 part="title">${unsafeHTML(it.title)}</h1>
      <p part="byline">Par <a href=${it.authorUrl}>${it.author}</a>,
        <time datetime=${it.date.toISOString()}>${day(it.date)}</time></p>
      ${it.image
        ? html`<figure part="image">${image(it.image, 'high', 'eager')}
            <figcaption>${unsafeHTML(it.image.caption)}</figcaption></figure>`
        : nothing}
      <div part="body">${it.body === undefined ? noChange : unsafeHTML(it.body)}</div>
      <div part="share"><ul>
        ${globalThis.navigator?.share
          ? html`<li><button type="button" @click=${() => navigator.share({ title: plain(it.title), url: it.url })}>
              Partager</button></li>`
          : nothing}
        <li><button type="button" data-network="copy" @click=${() => navigator.clipboard.writeText(it.url)}>
          Copier le lien</button></li>
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
