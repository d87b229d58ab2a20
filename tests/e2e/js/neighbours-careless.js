// In the head of a page of neighbours.rs: what careless scripts do to prototypes and to functions of the window's.
Array.prototype.last = function () { return this[this.length - 1]; };
Array.prototype.contains = 'yes';
Object.prototype.extend = function () {};
Object.prototype.title = 'Inherited';
Object.prototype.url = 'https://evil.example/';
Object.prototype.done = false;
Object.prototype.get = function () {};
String.prototype.trim2 = function () { return this; };
Function.prototype.later = function () {};
{
  const { fetch } = window;
  window.fetch = function (...rest) {
    window.calls = (window.calls || 0) + 1;
    return fetch.apply(this, rest).then((answer) => answer);
  };
  const { define } = customElements;
  customElements.define = function (...rest) {
    (window.defined = window.defined || []).push(rest[0]);
    return define.apply(this, rest);
  };
  const { addEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, callback, ...rest) {
    return addEventListener.call(this, type, callback, ...rest);
  };
  const { then } = Promise.prototype;
  Promise.prototype.then = function (...rest) { return then.apply(this, rest); };
  window.Promise = class extends Promise {};
}
