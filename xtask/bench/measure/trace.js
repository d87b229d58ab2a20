// What the page's main thread does, from a trace of Chromium's.

/** To what each event of the trace belongs; time within one belongs to the innermost that is listed. */
const KINDS = {
  style: ['UpdateLayoutTree', 'ScheduleStyleRecalculation', 'UpdateStyleAndLayoutTree'],
  layout: ['Layout'],
  parse: ['ParseHTML'],
  script: [
    'EvaluateScript', 'v8.evaluateModule', 'v8.compile', 'v8.compileModule', 'v8.wasm.compile', 'FunctionCall', 'RunMicrotasks',
    'TimerFire', 'FireAnimationFrame', 'EventDispatch', 'MinorGC', 'MajorGC', 'V8.GC_MC_INCREMENTAL',
  ],
};
const KIND = new Map(Object.entries(KINDS).flatMap(([kind, names]) => names.map((name) => [name, kind])));

/**
 * Begins to record. What is given back stops it and tells, in milliseconds from the page's first module on, the longest task
 * and the sum of script, style, layout and parsing of HTML; and how many elements were styled. What comes before the module
 * is the browser's: it puts up a document, which takes longer than anything here. A page without a module does nothing, in no time.
 */
export async function record(cdp) {
  const events = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'],
      excludedCategories: ['*'],
    },
  });
  return async () => {
    const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
    await cdp.send('Tracing.end');
    await complete;
    return sum(events);
  };
}

function sum(events) {
  const main = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}.${tid}`),
  );
  const own = events.filter(({ ph, pid, tid }) => ph === 'X' && main.has(`${pid}.${tid}`));
  const first = Math.min(...own.filter(({ name }) => name === 'v8.evaluateModule').map(({ ts }) => ts));
  const later = own.filter(({ ts, dur }) => ts + dur > first);
  const tasks = later.filter(({ name }) => name === 'RunTask');
  const told = { longest: 0, script: 0, style: 0, layout: 0, parse: 0, styled: 0 };
  for (const { dur } of tasks) told.longest = Math.max(told.longest, dur / 1000);
  // Of events within one another, each has only the time that is no inner one's.
  const open = [];
  const listed = later.filter(({ name }) => KIND.has(name)).sort((one, other) => one.ts - other.ts || other.dur - one.dur);
  for (const { name, ts, dur, args } of listed) {
    while (open.length && open.at(-1).end <= ts) open.pop();
    if (open.length) told[open.at(-1).kind] -= dur / 1000;
    told[KIND.get(name)] += dur / 1000;
    told.styled += args?.elementCount ?? 0;
    open.push({ end: ts + dur, kind: KIND.get(name) });
  }
  return told;
}
