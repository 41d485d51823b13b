/**
 * How well pictures that were changed on their way find each other, and how often others are taken for them: drawn
 * pictures of four kinds, each changed in twelve ways, asked in both directions. Then what it costs among 100,000.
 * Numbers below `--seed` were looked at while the bounds were chosen.
 *
 * npm run bench -- pictures [--changed N] [--unlike N] [--seed N]
 */
import { parseArgs } from 'node:util';
import { createPictures } from '../../archive/import/index.ts';
import { asksFor, PictureIndex } from '../../archive/search/index.ts';
import { random } from '../search/random.ts';
import { type Edited, edits, original } from './edits.ts';
import { kinds, scene } from './scenes.ts';

const { values } = parseArgs({
  options: {
    changed: { type: 'string', default: '30' },
    unlike: { type: 'string', default: '250' },
    seed: { type: 'string', default: '10000' },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
const first = Number(values.seed);
const seeds = (count: string) => Array.from({ length: Number(count) }, (_, at) => first + at);
const pictures = createPictures();

interface Look {
  readonly hash: string;
  readonly whenCut: readonly string[];
}
const spent = { derive: 0, derived: 0, cut: 0 };

/** As the archive does it: the whole hash out of the original, the others out of the small picture. */
async function lookOf({ bytes, mediaType }: Edited): Promise<Look> {
  let began = performance.now();
  const derived = await pictures.derive({ bytes, mediaType, orientation: 1 });
  spent.derive += performance.now() - began;
  spent.derived += 1;
  if (!derived.ok) throw new Error(derived.error.code);
  const { hash, thumbnail } = derived.value;
  began = performance.now();
  const whenCut = await pictures.hashesWhenCut({ ...thumbnail, orientation: 1 });
  spent.cut += performance.now() - began;
  if (!whenCut.ok) throw new Error(whenCut.error.code);
  return { hash: hash ?? '0'.repeat(64), whenCut: whenCut.value };
}

function finds(asking: Look, stored: Look): boolean {
  const index = new PictureIndex();
  index.set('stored', stored.hash);
  return index.near(asksFor(asking.hash, asking.whenCut), 1, '').length > 0;
}

const percent = (part: number, whole: number) => ((100 * part) / whole).toFixed(1);

async function measureChanged(): Promise<void> {
  say('| change | found by the changed one, % | found by the unchanged one, % | of |');
  say('| --- | ---: | ---: | ---: |');
  const originals = new Map<string, Look>();
  for (const [name, edit] of Object.entries(edits)) {
    let [byChanged, byOriginal, all] = [0, 0, 0];
    for (const kind of kinds)
      for (const seed of seeds(values.changed)) {
        const canvas = scene(kind, seed);
        const key = `${kind} ${seed}`;
        const whole = originals.get(key) ?? (await lookOf(original(canvas, random(seed))));
        originals.set(key, whole);
        const changed = await lookOf(edit(canvas, random(seed, 9)));
        if (finds(changed, whole)) byChanged += 1;
        if (finds(whole, changed)) byOriginal += 1;
        all += 1;
      }
    say(`| ${name} | ${percent(byChanged, all)} | ${percent(byOriginal, all)} | ${all} |`);
  }
}

async function measureUnlike(): Promise<void> {
  say('\n| unlike pictures | pairs asked | taken for alike |');
  say('| --- | ---: | ---: |');
  const every: [id: string, look: Look][] = [];
  for (const kind of kinds) {
    const looks: [string, Look][] = [];
    for (const seed of seeds(values.unlike)) {
      const look = await lookOf(original(scene(kind, seed), random(seed)));
      looks.push([`${kind} ${seed}`, look]);
    }
    tellFalse(`${kind}, among themselves`, looks);
    every.push(...looks);
  }
  tellFalse('all', every);
}

function tellFalse(name: string, looks: readonly [string, Look][]): void {
  const index = new PictureIndex();
  for (const [id, { hash }] of looks) index.set(id, hash);
  const hits = looks.map(
    ([id, { hash, whenCut }]) => index.near(asksFor(hash, whenCut), looks.length, id).length,
  );
  const pairs = looks.length * (looks.length - 1);
  say(`| ${name} | ${pairs} | ${hits.reduce((sum, count) => sum + count, 0)} |`);
}

async function measureCost(): Promise<void> {
  const chance = random(first, 77);
  const hash = () => Array.from({ length: 64 }, () => chance.below(16).toString(16)).join('');
  const index = new PictureIndex();
  let began = performance.now();
  for (let at = 0; at < 100_000; at++) index.set(`picture ${at}`, hash());
  const filled = performance.now() - began;
  const { whenCut, hash: own } = await lookOf(original(scene('street', first), random(first)));
  const times = { whole: [] as number[], all: [] as number[] };
  for (let turn = 0; turn < 60; turn++) {
    began = performance.now();
    index.near(asksFor(own, []), 20, '');
    times.whole.push(performance.now() - began);
    began = performance.now();
    index.near(asksFor(own, whenCut), 20, '');
    times.all.push(performance.now() - began);
  }
  const at = (list: number[], share: number) =>
    (list.toSorted((a, b) => a - b)[Math.floor(share * (list.length - 1))] ?? 0).toFixed(1);
  say('\n| among 100,000 | p50 ms | p95 ms |');
  say('| --- | ---: | ---: |');
  say(`| one hash | ${at(times.whole, 0.5)} | ${at(times.whole, 0.95)} |`);
  say(
    `| ${whenCut.length + 1} hashes: also when it was cut | ${at(times.all, 0.5)} | ${at(times.all, 0.95)} |`,
  );
  say(
    `\nHashes made and put in: ${filled.toFixed(0)} ms. One picture decoded, made small and hashed: ${(spent.derive / spent.derived).toFixed(0)} ms; its hashes when cut: ${(spent.cut / spent.derived).toFixed(0)} ms.`,
  );
}

await measureChanged();
await measureUnlike();
await measureCost();
await pictures.close();
