/** Direct speech that a text offers to be quoted. */
import { findMentions } from '../../compare/index.ts';
import type { SpeechCalls, SuggestedQuote } from '../../face/index.ts';
import { plainLine } from '../../lib/plain-line.ts';
import { fail, ok } from '../../lib/result.ts';
import { limits, type Quote, standsIn } from '../../model/index.ts';
import { findSpeech, type Speech } from '../../speech/index.ts';
import type { OpenArchive } from '../open-archive.ts';

export function speechRoom(open: OpenArchive): SpeechCalls {
  return {
    async suggestQuotes(id) {
      const stored = await open.textOf(id);
      if (!stored.ok) return stored;
      if (!stored.value) return fail('no-text');
      const { document, sha256 } = stored.value;
      // Places do not speak.
      const speakers = open.reading.all('entities').filter(({ kind }) => kind !== 'place');
      const names = speakers.map(({ kind, name, spellings }) => {
        return { kind, spellings: [name, ...spellings] };
      });
      const quoted = open.reading.quotesOf(id).filter((quote) => standsIn(quote, sha256));
      const offered = findSpeech(document, findMentions(document.text, names))
        .filter((speech) => speech.end - speech.start <= limits.quoteLength)
        .filter((speech) => !quoted.some((quote) => covers(quote, speech)));
      const nameOf = ({ start, end, entity }: NonNullable<Speech['speaker']>) => {
        const known = entity === null ? undefined : speakers[entity];
        const written = plainLine(document.text.slice(start, end)).replace(/['’]s$/u, '');
        return { entity: known?.id ?? null, name: known?.name ?? written };
      };
      return ok(
        offered.map(({ start, end, speaker, attribution }): SuggestedQuote => {
          const exact = document.text.slice(start, end);
          const who = speaker && { ...nameOf(speaker), named: speaker.named };
          return { start, end, exact, speaker: who, attribution };
        }),
      );
    },
  };
}

/** More than half of it is quoted already. */
function covers({ anchor }: Quote, { start, end }: Speech): boolean {
  if (anchor.kind !== 'text') return false;
  const common = Math.min(anchor.end, end) - Math.max(anchor.start, start);
  return common * 2 > end - start;
}
