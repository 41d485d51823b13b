/** Reading by machine as the records tell it: asked for, put aside, given up, done or failed. */
import { Placer, type SourceText } from '../../anchoring/index.ts';
import { fail, ok } from '../../lib/result.ts';
import {
  limits,
  type OcrLanguages,
  type Put,
  type Quote,
  quotedPassage,
  type Recognition,
  type Source,
  type SourceId,
  type TextRef,
} from '../../model/index.ts';
import type { Reading } from '../state.ts';
import type { Command } from '../store.ts';
import { withText } from './derive-text.ts';

/** Sources whose recognition is in one of these states, oldest first. */
export function sourcesIn(
  reading: Reading,
  states: readonly Recognition['state'][],
): readonly Source[] {
  return reading
    .all('sources')
    .filter(({ recognition }) => recognition && states.includes(recognition.state))
    .sort(
      (a, b) => a.shelfmark.length - b.shelfmark.length || (a.shelfmark < b.shelfmark ? -1 : 1),
    );
}

/** Whether something of it can be read by machine: a picture, or a document with pages that hold no letters. */
export function isReadable({ kind, original, pages, text }: Source): boolean {
  if (kind === 'image') return true;
  if (original.mediaType !== 'application/pdf') return false;
  return (pages?.withoutText ?? 0) > 0 || text?.recognised !== undefined;
}

/** Marks sources as waiting. Those that are no pictures are refused before anything is marked. */
export function askRecognition(
  ids: readonly SourceId[],
  languages: OcrLanguages,
): Command<'source-missing' | 'not-a-picture', null> {
  return (reading, { now }) => {
    if (ids.length > limits.listLength) return fail('not-a-picture');
    const records: Source[] = [];
    for (const id of new Set(ids)) {
      const source = reading.get('sources', id);
      if (!source) return fail('source-missing');
      if (!isReadable(source)) return fail('not-a-picture');
      records.push({ ...source, recognition: { state: 'waiting', languages }, changedAt: now });
    }
    return ok(changeOf('ocr.ask', records, { languages: languages.join(' ') }));
  };
}

/** Puts aside what is waiting, or takes it up again. */
export function turnRecognition(to: 'paused' | 'waiting'): Command<never, null> {
  return (reading, { now }) => {
    const from = to === 'paused' ? 'waiting' : 'paused';
    const records = sourcesIn(reading, [from])
      .slice(0, limits.listLength)
      .map((source): Source => {
        const languages = source.recognition?.languages ?? [];
        return { ...source, recognition: { state: to, languages }, changedAt: now };
      });
    return ok(changeOf(to === 'paused' ? 'ocr.pause' : 'ocr.ask', records, {}));
  };
}

/** Forgets what is waiting or put aside. What was read stays. */
export function cancelRecognition(): Command<never, null> {
  return (reading, { now }) => {
    const waiting = sourcesIn(reading, ['waiting', 'paused']).slice(0, limits.listLength);
    const records = waiting.map((source) => ({ ...without(source), changedAt: now }));
    return ok(changeOf('ocr.cancel', records, {}));
  };
}

/** Says of a source why it could not be read, so that it is not tried again unasked. */
export function failRecognition(id: SourceId, code: string): Command<'source-missing', null> {
  return (reading, { now }) => {
    const source = reading.get('sources', id);
    if (!source?.recognition) return fail('source-missing');
    const { languages } = source.recognition;
    const record: Source = {
      ...source,
      recognition: { state: 'failed', languages, code },
      changedAt: now,
    };
    return ok(changeOf('source.ocr', [record], { failed: code }));
  };
}

/**
 * Puts the text that was read in the place of the one before. Quotes go with it: each must stand in the new text, word
 * for word and at one place only, else `quotes-would-move` and all stays as it was.
 */
export function setRecognised(
  id: SourceId,
  ref: TextRef,
  text: SourceText,
  before: readonly SourceText[],
): Command<'source-missing' | 'quotes-would-move' | 'too-many-texts', null> {
  return (reading, { now }) => {
    const source = reading.get('sources', id);
    if (!source?.recognition) return fail('source-missing');
    const quotes: Quote[] = [];
    const placer = new Placer(text);
    for (const quote of reading.quotesOf(id)) {
      const quoted = quotedPassage(quote);
      if (!quoted) continue;
      const was = before.find(({ sha256 }) => sha256 === quoted.textSha256) ?? null;
      const placed = placer.place(quoted, was);
      if (placed.kind !== 'exact') return fail('quotes-would-move');
      const record = { ...quote, anchor: placed.anchor };
      delete record.formerly;
      quotes.push(record);
    }
    const record: Source = { ...withText(without(source), ref), changedAt: now };
    if ((record.formerTexts?.length ?? 0) > limits.formerTexts) return fail('too-many-texts');
    const change = changeOf('source.ocr', [record], {
      textBefore: source.text?.sha256 ?? '',
      textAfter: ref.sha256,
      method: `${ref.method.name} ${ref.method.version}`,
      languages: ref.recognised?.languages.join(' ') ?? '',
      confidence: ref.recognised?.confidence ?? 0,
    });
    const puts: Put[] = quotes.map((record) => ({ collection: 'quotes', record }));
    return ok({ ...change, change: { ...change.change, puts: [...change.change.puts, ...puts] } });
  };
}

function without(source: Source): Source {
  const rest = { ...source };
  delete rest.recognition;
  return rest;
}

function changeOf(
  action: 'source.ocr' | 'ocr.ask' | 'ocr.pause' | 'ocr.cancel',
  records: readonly Source[],
  facts: Readonly<Record<string, string | number>>,
) {
  return {
    value: null,
    change: {
      puts: records.map((record): Put => ({ collection: 'sources', record })),
      deletes: [],
      activity: { action, subjects: records.map(({ id }) => id), facts },
    },
  };
}
