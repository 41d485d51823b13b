/** One step of one way: `one.ts STEP WAY FOLDER [FROM COUNT]`. Prints its figures as JSON. */
import { quoteOf } from './material.ts';
import { wayOf } from './ways/index.ts';
import type { Keeping, Way } from './ways/way.ts';

const megabytes = (bytes: number) => bytes / 1e6;
/** Two turns of the event loop and some time, so that what opening left behind is not counted by chance. */
const settle = () => new Promise((resume) => setTimeout(resume, 300));

const [step = '', name = '', folder = '', from = '0', count = '0'] = process.argv.slice(2);
const steps: Readonly<Record<string, (way: Way) => Promise<unknown>>> = {
  fill: (way) => way.fill(folder, Number(count)),
  open: opened,
  add: added,
};

async function opened(way: Way) {
  const began = performance.now();
  const keeping = await way.open(folder);
  const open = performance.now() - began;
  await settle();
  const resident = megabytes(process.memoryUsage.rss());
  const beganAll = performance.now();
  const quotes = keeping.readAll();
  const all = open + performance.now() - beganAll;
  await settle();
  const residentAll = megabytes(process.memoryUsage.rss());
  const peak = process.resourceUsage().maxRSS / 1024;
  await keeping.close();
  return { quotes, open, all, resident, residentAll, peak };
}

/** The first addition is made and not counted: in ours it begins the session's segment. */
async function added(way: Way) {
  const keeping = await way.open(folder);
  await keeping.add(quoteOf(Number(from)));
  const times: number[] = [];
  for (let number = 1; number <= Number(count); number++)
    times.push(await timeOf(keeping, Number(from) + number));
  await keeping.close();
  return { times };
}

async function timeOf(keeping: Keeping, number: number): Promise<number> {
  const quote = quoteOf(number);
  const began = performance.now();
  await keeping.add(quote);
  return performance.now() - began;
}

const run = steps[step];
if (!run) throw new Error(`no such step: ${step}`);
process.stdout.write(JSON.stringify((await run(await wayOf(name))) ?? {}));
