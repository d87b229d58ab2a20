// Access to the methods of the page's nodes, which the names of elements in the page may hide.

/** True for most nodes, and told fast. Those of another window are of other classes. */
const isPlain = (node) => node instanceof Node && !(node instanceof HTMLFormElement || node instanceof Document);

/**
 * A node by its own methods. In a document `<img name="createElement">` hides a method of it, and in a form a field does; no
 * other node has such names. (src/element/runtime.js and src/element/surroundings.js are not bundled with this, and have the
 * same for the document.)
 */
export const own = (node) =>
  !isPlain(node) && /(Document|Form\w*)]$/.test(Object.prototype.toString.call(node))
    ? new Proxy(node, {
        get(_, name) {
          const value = Reflect.get(Object.getPrototypeOf(node), name, node);
          return typeof value === 'function' ? value.bind(node) : value;
        },
      })
    : node;
