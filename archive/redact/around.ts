/** What belongs to a person's name that was found: initials beside it, and the name of the father after it. */
import type { Stretch } from './stretch.ts';

/** С. П. ▮ */
const INITIALS_BEFORE = /(?<![\p{L}\p{M}\p{N}.])(?:\p{Lu}\p{M}*\.[ \u00a0\u202f]?-?){1,3}$/u;
/** ▮ С. П. */
const INITIALS_AFTER = /^,?[ \u00a0\u202f](?:\p{Lu}\p{M}*\.[ \u00a0\u202f]?){0,2}\p{Lu}\p{M}*\./u;
const CAPITAL_WORD = /^[ \u00a0\u202f]+(\p{Lu}[\p{L}\p{M}'’ʼ]{4,})/u;
/** Петрович, Пятроўна, Мыколаївна, Petrovich, Piatroŭna, in every case; of a word in lower case. */
const FATHERS: readonly RegExp[] = [
  /(?:[оеёаяії][вў]|ь)[иі]ч(?:а|у|ем|ам|е|і)?$/,
  /(?:[оеёаяії][вў]|[иі]ч)н(?:а|ы|е|у|ой|ою|і|ай|аю)$/,
  /(?:[aeoy][vw]|['’])[iy](?:ch|č|cz)(?:a|u|em|am)?$/,
  /(?:[aeiouy][vŭu]|[iy]ch)n(?:a|y|e|u|oi|oy|i|ai)$/,
];
const FAR = 40;

/** Stretches in order, without overlaps, each with what stands beside it. */
export function withWhatBelongs(text: string, found: readonly Stretch[]): readonly Stretch[] {
  return found.map((stretch, at) => {
    if (stretch.later) return stretch;
    const floor = found[at - 1]?.end ?? 0;
    const next = found[at + 1]?.start ?? text.length;
    const before = text.slice(Math.max(floor, stretch.start - FAR), stretch.start);
    const after = text.slice(stretch.end, Math.min(next, stretch.end + FAR));
    const father = lengthOfFather(after);
    // Alone after a given name it may be the family name of somebody else: only a whole name has a father.
    const isHis =
      stretch.entity !== null || (at + 1 < found.length && after.slice(father).trim() === '');
    const behind = (isHis && father) || (INITIALS_AFTER.exec(after)?.[0].length ?? 0);
    return {
      ...stretch,
      start: stretch.start - (INITIALS_BEFORE.exec(before)?.[0].length ?? 0),
      end: stretch.end + behind,
    };
  });
}

function lengthOfFather(after: string): number {
  const [all = '', word = ''] = CAPITAL_WORD.exec(after) ?? [];
  return FATHERS.some((father) => father.test(word.toLowerCase())) ? all.length : 0;
}
