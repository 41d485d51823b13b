/** `npm run bench -- speech [tried|judged] [--why]`: how right direct speech and its speakers are found, by language. */
import { stdout } from 'node:process';
import {
  emptyTally,
  judge,
  markedTexts,
  type SpeechTally,
} from '../../tests/archive/speech/marked.ts';

const words = process.argv.slice(2);
const set = words.includes('tried') ? 'tried' : 'judged';
const say = (line: string) => stdout.write(`${line}\n`);
const share = (part: number, whole: number) =>
  whole === 0 ? '   –' : (part / whole).toFixed(2).padStart(4);

const byLanguage = new Map<string, SpeechTally>();
const all = emptyTally();
for (const marked of markedTexts(set)) {
  const tally = byLanguage.get(marked.language) ?? emptyTally();
  byLanguage.set(marked.language, tally);
  judge(marked, tally);
  judge(marked, all);
}

say(`set: ${set}`);
say('language   speech: precision recall   speaker: precision recall   marked  found');
for (const [language, tally] of [...byLanguage, ['all', all] as const]) {
  const { marked, found, right, offered, speakerRight, known } = tally;
  say(
    `${language.padEnd(10)}             ${share(right, found)}   ${share(right, marked)}` +
      `                ${share(speakerRight, offered)}   ${share(speakerRight, known)}   ${String(marked).padStart(6)} ${String(found).padStart(6)}`,
  );
}
if (words.includes('--why')) for (const line of all.wrong) say(`  ${line}`);
