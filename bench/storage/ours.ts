/** What is measured of ours alone: `ours.ts STEP FOLDER`. Prints its figures as JSON. */
import { randomBytes } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { systemClock } from '../../archive/lib/clock.ts';
import { Store } from '../../archive/store/store.ts';
import { quotes } from './material.ts';
import { adding, must, newVault, oldVault, opOf } from './ways/kuferak.ts';

const IMPORTED = 10_000;
const BLOB_BYTES = 50 * 1024 ** 2;
const BLOBS = 5;
const tool = { name: 'bench', version: '1' };

const [step = '', folder = ''] = process.argv.slice(2);
const steps: Readonly<Record<string, () => Promise<unknown>>> = {
  import: imported,
  blob: blobs,
  snapshot,
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** Ten thousand quotes: as one change, as calls that come together, and the same through the store with its log. */
async function imported() {
  const vault = await newVault(folder);
  const ops = (from: number) => [...quotes(from, IMPORTED)].map(opOf);
  const [first, second] = [ops(0), ops(IMPORTED)];
  const oneChange = await timed(async () => must(await vault.append(first)));
  const together = await timed(async () => {
    const all = await Promise.all(second.map((op) => vault.append([op])));
    all.forEach(must);
  });
  const store = await Store.open(vault, systemClock, tool);
  const third = [...quotes(2 * IMPORTED, IMPORTED)].map(adding);
  const logged = await timed(async () => {
    const all = await Promise.all(third.map((command) => store.run(command)));
    all.forEach(must);
  });
  await store.close();
  await vault.close();
  return { oneChange, together, logged };
}

/** Megabytes a second, the middle of five: written until they are on the medium, read until they are verified. */
async function blobs() {
  const vault = await newVault(folder);
  const written: number[] = [];
  const inPieces: number[] = [];
  const read: number[] = [];
  const speed = (milliseconds: number) => BLOB_BYTES / 1e3 / milliseconds;
  for (let number = 0; number < BLOBS; number++) {
    const bytes = randomBytes(BLOB_BYTES);
    let id = '';
    written.push(speed(await timed(async () => (id = must(await vault.blobs.put(bytes, 'x')).id))));
    read.push(speed(await timed(async () => must(await vault.blobs.get(id)))));
    const pieces = piecesOf(randomBytes(BLOB_BYTES));
    inPieces.push(speed(await timed(async () => must(await vault.blobs.put(pieces, 'x')))));
  }
  await vault.close();
  return { written: median(written), inPieces: median(inPieces), read: median(read) };
}

async function* piecesOf(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 64 * 1024) {
    await Promise.resolve();
    yield bytes.subarray(at, at + 64 * 1024);
  }
}

/** The longest time in which nobody else had a turn while everything is written as a snapshot. */
async function snapshot() {
  const vault = await oldVault(folder);
  const state = await vault.read();
  must(await vault.append([...quotes(5_000_000, 1)].map(opOf)));
  await new Promise((resume) => setTimeout(resume, 500));
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const ticking = longestTick();
  delay.enable();
  const took = await timed(async () => must(await vault.compact(() => state)));
  delay.disable();
  const longest = ticking();
  await vault.close();
  return { took, longest, delayed: delay.max / 1e6, delayedP99: delay.percentile(99) / 1e6 };
}

function longestTick(): () => number {
  let last = performance.now();
  let longest = 0;
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(look, 1);
  return () => {
    look();
    clearInterval(timer);
    return longest;
  };
}

const run = steps[step];
if (!run) throw new Error(`no such step: ${step}`);
process.stdout.write(JSON.stringify(await run()));
