/** `npm run bench -- anchoring`: how right quotes are placed anew in texts that were edited at random. */
import { stdout } from 'node:process';
import { random } from '../search/random.ts';
import { edited, repeating, textsOf } from '../../tests/archive/anchoring/edits.ts';
import {
  emptyTally,
  measure,
  nearest,
  ours,
  texts,
  type Tally,
} from '../../tests/archive/anchoring/measure.ts';

const LANGUAGES = ['en', 'ru', 'be', 'uk', 'pl', 'ar'];
const ROUNDS = 4;
const QUOTES = 150;
const say = (line: string) => stdout.write(`${line}\n`);
const percent = (part: number, whole: number) =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`;

type Made = ReturnType<typeof edited>;
const ways = {
  'with the old text': (example: Made) => ours(texts(example).old, texts(example).now, true),
  'context alone': (example: Made) => ours(texts(example).old, texts(example).now, false),
  'same words, nearest offset': (example: Made) => nearest(texts(example).now),
};

say(
  '| texts | words changed | paragraphs changed | way | quotes kept | right | lost | wrong, told | wrong, silently | touched | right | lost | wrong, told | wrong, silently | taken out | lost | told | placed silently |',
);
say(`|${' --- |'.repeat(18)}`);
let milliseconds = 0;
let placed = 0;
for (const kind of ['as they are', 'with repeated passages'] as const)
  for (const { share, paragraphs } of [
    { share: 0.02, paragraphs: 0 },
    { share: 0.1, paragraphs: 0 },
    { share: 0.05, paragraphs: 0.1 },
    { share: 0.25, paragraphs: 0 },
  ])
    for (const [name, wayFor] of Object.entries(ways)) {
      const tally: Tally = emptyTally();
      for (const [index, language] of LANGUAGES.entries())
        for (let round = 0; round < ROUNDS; round += 1) {
          const dice = random(index * 100 + round, Math.round(share * 100));
          const plain = textsOf(language);
          const example = edited(
            kind === 'as they are' ? plain : repeating(plain, dice),
            { share, paragraphs },
            dice,
          );
          const began = performance.now();
          measure(example, wayFor(example), QUOTES, dice, tally);
          if (name === 'with the old text') {
            milliseconds += performance.now() - began;
            placed += QUOTES;
          }
        }
      const { kept, touched, gone } = tally;
      say(
        `| ${[
          kind,
          percent(share, 1),
          percent(paragraphs, 1),
          name,
          kept,
          percent(tally.right, kept),
          percent(tally.lost, kept),
          tally.toldWrong,
          tally.silentlyWrong,
          touched,
          percent(tally.touchedRight, touched),
          percent(tally.touchedLost, touched),
          tally.touchedWrong,
          tally.touchedSilentlyWrong,
          gone,
          percent(tally.goneLost, gone),
          tally.goneTold,
          tally.goneSilentlyPlaced,
        ].join(' | ')} |`,
      );
    }
say('');
say(`${(milliseconds / placed).toFixed(2)} ms a quote with the old text, pairing included`);
