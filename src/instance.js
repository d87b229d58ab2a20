// One instance of the wasm. wasm-bindgen's glue is put where the mark is (xtask/src/wasm/instance.rs), inside a function:
// a second instance shares nothing with the first, neither memory nor glue.

/** Makes an instance of the compiled module; resolves to what Rust exports. */
export default async (module) => {
  /** The elements that live here, by their shells. */
  const members = new Set();
  let fault;

  /**
   * The wasm's exports, each of which notices its end. After a panic, or an exception of the page's own that went
   * through Rust, nothing in the memory can be believed: nothing is called there any more, and no error reaches the
   * page. Listeners, timers and promises that still point here do nothing.
   */
  const guarded = (exports) => {
    const copy = {};
    for (const name of Object.keys(exports)) {
      const value = exports[name];
      copy[name] =
        typeof value !== 'function'
          ? value
          : (...values) => {
              try {
                if (!fault) return value(...values);
              } catch (error) {
                fault = error ?? new Error('unknown');
                console.warn('news-article:', fault);
                leave();
              }
              return [];
            };
    }
    return copy;
  };

  /** Sends the elements to a fresh instance: a task later, when what is on the stack has returned. */
  const leave = () =>
    setTimeout(() => {
      for (const shell of members) {
        members.delete(shell);
        shell.revive(fault);
      }
    });

  const glue = (() => {
    /* the glue */
  })();
  await glue.default({ module_or_path: module });
  return {
    ...glue,
    mount(shell, root) {
      members.add(shell);
      if (fault) leave();
      return glue.mount(shell, root);
    },
    unmount(id, shell) {
      members.delete(shell);
      glue.unmount(id);
    },
  };
};
