import { html, nothing } from 'lit';
import { placeRead } from '../applications/application-facts.js';
import { api } from '../core/api.js';
import { number } from '../core/format.js';
import { named, t } from '../core/texts.js';
import { View } from '../core/view.js';
import { BACKGROUND } from '../inbox/messages.js';

/** What reviewers have found, for the student, where the call says that they read it. */
class OwnFeedback extends View {
  static properties = {
    application: { attribute: false },
    places: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.#read();
  }

  render() {
    if (!this.places?.length) return nothing;
    return html`<section class="panel" id="feedback" aria-labelledby="feedback-heading">
      <h2 id="feedback-heading">${t('feedback.title')}</h2>
      <p>${t('feedback.intro')}</p>
      ${this.places.map((place) => this.#renderPlace(place))}
    </section>`;
  }

  #renderPlace({ placeId, criteria, comments }) {
    return html`<h3>${placeRead(this.application, placeId)}</h3>
      <dl class="fact-list">
        ${criteria.map(({ criterion, mean }) => {
          const name = named(this.application, 'criteria', criterion);
          return html`<div>
            <dt>${name}</dt>
            <dd><meter min="0" max="10" value=${mean} aria-label=${name}></meter> ${number(mean)}</dd>
          </div>`;
        })}
      </dl>
      ${
        comments.length
          ? html`<h4>${t('feedback.comments')}</h4>
              ${comments.map((comment) => html`<blockquote class="prose">${comment}</blockquote>`)}`
          : nothing
      }`;
  }

  async #read() {
    const path = `/api/applications/${encodeURIComponent(this.application.id)}/feedback`;
    this.places = await api.get(path, BACKGROUND).then(
      ({ body }) => body.places,
      () => null,
    );
  }
}

customElements.define('yol-own-feedback', OwnFeedback);
