// What is left behind, counted from before the element's script: timers, listeners on what outlives an element,
// observers with something to observe, requests without an answer.
window.probe = (() => {
  const timers = new Set();
  const listeners = [];
  const observers = new Map();
  let requests = 0;

  const { setTimeout: set, clearTimeout: clear, fetch: get } = window;
  window.setTimeout = (callback, delay, ...rest) => {
    const id = set((...values) => {
      timers.delete(id);
      callback(...values);
    }, delay, ...rest);
    // WebKit's driver has a timer of its own, of half a minute; the element has none so long.
    if (!(delay >= 30_000)) timers.add(id);
    return id;
  };
  window.clearTimeout = (id) => {
    timers.delete(id);
    clear(id);
  };

  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  // Signals go with what they are for.
  const lasting = (target) => !(target instanceof Node || target instanceof AbortSignal) || target === document || target === document.documentElement;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? window;
    if (lasting(target) && !listeners.some((one) => one.target === target && one.type === type && one.listener === listener)) {
      const one = { target, type, listener };
      listeners.push(one);
      options?.signal && add.call(options.signal, 'abort', () => {
        const at = listeners.indexOf(one);
        if (at >= 0) listeners.splice(at, 1);
      });
    }
    return add.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = this ?? window;
    const at = listeners.findIndex((one) => one.target === target && one.type === type && one.listener === listener);
    if (at >= 0) listeners.splice(at, 1);
    return remove.call(target, type, listener, options);
  };

  for (const name of ['IntersectionObserver', 'ResizeObserver', 'MutationObserver']) {
    const { observe, unobserve, disconnect } = window[name].prototype;
    Object.assign(window[name].prototype, {
      observe(target, ...rest) {
        if (!observers.has(this)) observers.set(this, new Set());
        observers.get(this).add(target);
        return observe.call(this, target, ...rest);
      },
      unobserve(target) {
        observers.get(this)?.delete(target);
        if (!observers.get(this)?.size) observers.delete(this);
        return unobserve.call(this, target);
      },
      disconnect() {
        observers.delete(this);
        return disconnect.call(this);
      },
    });
  }

  window.fetch = (...rest) => {
    requests += 1;
    const answer = get(...rest);
    const done = () => { requests -= 1; };
    answer.then(done, done);
    return answer;
  };

  return {
    /** What is there now, in words. */
    left: () =>
      [
        timers.size && `${timers.size} timers`,
        ...listeners.map((one) => `listener for ${one.type}`),
        ...[...observers.keys()].map((one) => one.constructor.name),
        requests && `${requests} requests`,
      ].filter(Boolean).join(', '),
  };
})();
