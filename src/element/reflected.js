// The properties that reflect attributes, made from the table of the contract.

import { FLAGS, NUMBERS, TEXTS } from './contract.js';

const attributeOf = (property) => property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The attributes that these properties reflect. */
export const ATTRIBUTES = [...Object.keys({ ...TEXTS, ...NUMBERS }), ...FLAGS].map(attributeOf);

/**
 * Defines a property that reads its attribute's value (or null) through `read` and writes the attribute. A value for which
 * `isOff` is true removes it.
 */
const define = (prototype, property, read, isOff = (value) => value == null) => {
  const name = attributeOf(property);
  Object.defineProperty(prototype, property, {
    __proto__: null, // so that nothing is inherited from an extended Object.prototype
    configurable: true,
    enumerable: true,
    get() {
      return read(this.getAttribute(name));
    },
    set(value) {
      if (isOff(value)) this.removeAttribute(name);
      else this.setAttribute(name, value === true ? '' : value);
    },
  });
};

/** Defines all properties that reflect attributes. */
export const reflect = (prototype) => {
  for (const [property, fallback] of Object.entries(TEXTS)) define(prototype, property, (value) => value ?? fallback);
  for (const property of FLAGS) define(prototype, property, (value) => value !== null, (value) => !value);
  for (const [property, [fallback, least, most = Infinity]] of Object.entries(NUMBERS)) {
    define(prototype, property, (value) => {
      const number = value?.trim() ? Number(value) : NaN;
      return Number.isInteger(number) && number >= least && number <= most ? number : fallback;
    });
  }
};
