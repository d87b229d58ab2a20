// The entry: defines the elements on import, and tolerates a second import.
import * as elements from './element.js';

for (const element of Object.values(elements)) {
  const name = `news-${element.section}`;
  customElements.get(name) ?? customElements.define(name, element);
}

export * from './element.js';
