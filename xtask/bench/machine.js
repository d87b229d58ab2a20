// What is told of the machine beside what was measured on it.

import { cpus, loadavg, totalmem, type } from 'node:os';

/** Begins now; what is given back tells of the machine, its load before and after included. */
export function machine() {
  const before = loadavg()[0];
  return () => ({
    date: new Date().toISOString().slice(0, 10),
    system: type(),
    processor: cpus()[0].model.trim(),
    cores: cpus().length,
    gigabytes: Math.round(totalmem() / 2 ** 30),
    load: [before, loadavg()[0]],
  });
}
