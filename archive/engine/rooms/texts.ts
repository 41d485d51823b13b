/** The text of a source, another in its place, and what becomes of the quotes. */
import type { TextCalls } from '../../face/index.ts';
import { claimsOf } from '../../import/index.ts';
import { fail, ok } from '../../lib/result.ts';
import { carryOver, correctText, offerQuotes, readAgain, restoreText } from '../deriving-texts.ts';
import type { OpenArchive } from '../open-archive.ts';
import type { Answer } from './answer.ts';

export function textRoom(open: OpenArchive): TextCalls {
  return {
    async text(id) {
      const stored = await open.textOf(id);
      return stored.ok ? ok(stored.value?.document ?? null) : stored;
    },

    async layout(id) {
      const source = open.reading.get('sources', id);
      return source ? open.texts.layoutOf(source) : fail('source-missing');
    },

    fieldClaims(id) {
      const source = open.reading.get('sources', id);
      return Promise.resolve(source ? ok(claimsOf(source)) : fail('source-missing'));
    },

    readAgain: async (id, how) =>
      (await readAgain(open, open.reader, id, how)) as Answer<'readAgain'>,
    correctText: async (id, correction) =>
      (await correctText(open, id, correction)) as Answer<'correctText'>,
    restoreText: async (id, sha256) =>
      (await restoreText(open, id, sha256)) as Answer<'restoreText'>,
    offerQuotes: async (id) => (await offerQuotes(open, id)) as Answer<'offerQuotes'>,
    carryQuotes: async (id, quotes) => (await carryOver(open, id, quotes)) as Answer<'carryQuotes'>,
  };
}
