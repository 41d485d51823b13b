/** `node bench/compare/run.ts [judged|held|tuning] [--totals] [--why] [--time] [--hostile]`: how right comparisons are, and how their time grows. */
import { stdout } from 'node:process';
import {
  addTallies,
  casesOf,
  compareCase,
  isCaseSet,
  judgeFacts,
  judgeMatches,
  precisionOf,
  recallOf,
  type Case,
  type Tally,
} from '../../tests/archive/compare/cases.ts';
import { hostileTable } from './hostile.ts';
import { timeCurve } from './time.ts';

const words = process.argv.slice(2);
const set = words.find(isCaseSet) ?? 'judged';
/** Of a set that nothing may be tuned on, no pair is shown. */
const totals = words.includes('--totals');
const why = words.includes('--why');

const say = (line: string) => stdout.write(`${line}\n`);
const share = (value: number) => value.toFixed(2);
const shares = (tally: Tally) =>
  `precision ${share(precisionOf(tally))}  recall ${share(recallOf(tally))}  (${tally.right} right of ${tally.found} found, ${tally.gold} marked)`;

const groupOf = (example: Case) =>
  example.kind === 'versions'
    ? 'versions'
    : example.crossScript
      ? 'accounts across scripts'
      : 'accounts in one script';

const results = casesOf(set).map((example) => {
  const comparison = compareCase(example);
  return {
    example,
    group: groupOf(example),
    kind: comparison.kind,
    matches: judgeMatches(example, comparison),
    facts: judgeFacts(example, comparison),
  };
});

say(`set: ${set}, ${results.length} pairs`);
for (const { example, kind, matches, facts } of totals ? [] : results) {
  const told = kind === example.kind ? '' : `  (taken for ${kind})`;
  say(
    `\n${example.id}: ${groupOf(example)}, ${example.a.language} and ${example.b.language}${told}`,
  );
  say(`  passages  ${shares(matches)}`);
  say(`  facts     ${shares(facts)}`);
  if (why) {
    for (const tally of [matches, facts]) {
      for (const line of tally.wrong) say(`    wrong   ${line}`);
      for (const line of tally.missed) say(`    missed  ${line}`);
    }
  }
}
say('\nall together');
for (const group of ['versions', 'accounts in one script', 'accounts across scripts']) {
  const inGroup = results.filter((result) => result.group === group);
  say(`${group}: ${inGroup.length} pairs`);
  say(`  passages  ${shares(addTallies(inGroup.map(({ matches }) => matches)))}`);
  say(`  facts     ${shares(addTallies(inGroup.map(({ facts }) => facts)))}`);
}
if (words.includes('--time')) for (const line of timeCurve()) say(line);
if (words.includes('--hostile')) for (const line of hostileTable()) say(line);
