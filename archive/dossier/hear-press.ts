/** Hears what a press says while it makes one dossier, and puts the pieces of the finished file together. */
import type { Job } from '../lib/job.ts';
import { collectYoung } from '../lib/memory.ts';
import { ok, type Result } from '../lib/result.ts';
import type { DossierFailure, MadePdf } from './material.ts';
import type { FromPress } from './press.ts';

/** `made` is called once, with the last that it says. */
export function hearPress(
  progress: Job['progress'],
  made: (result: Result<MadePdf, DossierFailure>) => void,
): (message: FromPress) => void {
  let pdf = new Uint8Array(0);
  return (message) => {
    switch (message.kind) {
      case 'progress':
        progress(message.done, message.total);
        break;
      case 'piece':
        if (message.at === 0) pdf = new Uint8Array(message.of);
        pdf.set(message.bytes, message.at);
        // The message is garbage now: to the collector a small object, whatever it refers to.
        collectYoung();
        break;
      case 'made':
        made(message.result.ok ? ok({ ...message.result.value, pdf }) : message.result);
        break;
    }
  };
}
