/** The thread in which long texts are looked through for wording of one: a hostile one holds up nobody, and it can be ended. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Carrier, CarrierGroup, SharedWording } from '../compare/index.ts';
import { assert } from '../lib/assert.ts';
import type { SourceId } from '../model/index.ts';
import { type AskedText, ReuseWork } from './reusing.ts';

export type FromReuse =
  | { readonly kind: 'compared'; readonly wording: SharedWording | null }
  | { readonly kind: 'grouped'; readonly groups: readonly CarrierGroup<SourceId>[] };

assert(parentPort, 'runs as a worker');
const port = parentPort;
const work = new ReuseWork(workerData as AskedText);

port.on('message', (asked: { readonly other: Carrier<SourceId>; readonly text: string } | null) => {
  const answer: FromReuse =
    asked === null
      ? { kind: 'grouped', groups: work.groups() }
      : { kind: 'compared', wording: work.compare(asked.other, asked.text) };
  port.postMessage(answer);
});
