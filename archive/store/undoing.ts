/** How a change is taken back: the step that leads back from it, and the change that such a step makes. */
import type { Change, Collection } from '../model/index.ts';
import { limits } from '../model/limits.ts';
import { keepingWhatWasRead, marksOf } from './beside-reading.ts';
import { type Reading, reverseOf, type Step } from './state.ts';
import { touchedBy } from './step.ts';
import {
  type KeptStep,
  noPileChange,
  type Pile,
  type PileChange,
  stepId,
  type Steps,
} from './steps.ts';

/** Collections that undo leaves alone: a shelfmark is never given out twice, a line of the log never withdrawn. */
const KEPT: ReadonlySet<Collection> = new Set(['about', 'activities']);
/** Changes that no step leads back from: what was checked, read, handed out or deleted for good stays so. */
const LASTING: ReadonlySet<string> = new Set([
  'archive.create',
  'archive.rekey',
  'archive.actor',
  'archive.signing-key',
  'archive.salvage',
  'source.check',
  'source.choose',
  'archive.export',
  'comparison.export',
  'codes.export',
  'claims.export',
  'names.export',
  'timeline.export',
  'wording.export',
  'archive.verify',
  'dossier.export',
  'source.ocr',
  'source.derive',
  'ocr.ask',
  'ocr.pause',
  'ocr.cancel',
  'trash.destroy',
  'trash.forget',
]);

/** The step that leads back from a change which is about to be made, with the number `seq`. */
export function stepBack(reading: Reading, steps: Steps, change: Change, seq: number): PileChange {
  const { action } = change.activity;
  if (change.forgets) return { puts: [], gone: steps.knowing(new Set(change.forgets)) };
  if (LASTING.has(action)) return noPileChange;
  const back = withoutKept(reverseOf(reading, change));
  const left = marksOf(change.puts, back);
  return { puts: [{ id: stepId('undo', seq), action, back, left }], gone: steps.ids('redo') };
}

/** The change, with the number `seq`, that goes the way of a kept step; what leads back from it goes on the pile `to`. */
export function stepTaken(
  reading: Reading,
  taken: KeptStep,
  to: Pile,
  seq: number,
): { readonly change: Change; readonly piles: PileChange } {
  const { action } = taken;
  const step = keepingWhatWasRead(reading, taken);
  const back = withoutKept(reverseOf(reading, step));
  const kept = { id: stepId(to, seq), action, back, left: marksOf(step.puts, back) };
  const activity = {
    action: to === 'redo' ? ('change.undo' as const) : ('change.redo' as const),
    subjects: touchedBy(step).slice(0, limits.listLength),
    facts: { of: action },
  };
  return { change: { ...step, activity }, piles: { puts: [kept], gone: [taken.id] } };
}

function withoutKept(step: Step): Step {
  return {
    puts: step.puts.filter(({ collection }) => !KEPT.has(collection)),
    deletes: step.deletes.filter(({ collection }) => !KEPT.has(collection)),
  };
}
