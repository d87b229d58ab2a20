// In the head of a page of loading.rs: a minute of the element's is a moment.
{
  const soon = (ms) => ms === 60_000 ? 500 : ms;
  const { setTimeout } = window;
  window.setTimeout = (task, ms, ...rest) => setTimeout(task, soon(ms), ...rest);
  const { timeout } = AbortSignal;
  AbortSignal.timeout = (ms) => timeout.call(AbortSignal, soon(ms));
}
