// In the head of a page of lifecycle.rs: keeps hold of the memories of all instances of a wasm.
window.memories = [];
{
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...rest) => {
    const made = await instantiate(...rest);
    for (const value of Object.values((made.instance ?? made).exports)) if (value instanceof WebAssembly.Memory) memories.push(value);
    return made;
  };
}
