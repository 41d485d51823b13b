/** One way of keeping records at one size: fills it, opens it again, adds, and prints its figures as JSON. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdtemp, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Adapter, Low } from 'lowdb';
import { createVault, openVault, type Op, type Vault } from '../../archive/vault/index.ts';

type State = Record<string, Record<string, unknown>>;

interface Keeping {
  /** Makes many records durable at once. */
  readonly fill: (ops: readonly Op[]) => Promise<void>;
  readonly add: (op: Op) => Promise<void>;
  readonly close: () => Promise<void>;
}

const passphrase = 'a passphrase that costs the least';
const kdf = { memory: 64 * 1024, passes: 3 };
const ADDITIONS = 60;

/** About 680 bytes of JSON. */
function record(number: number): Op {
  const id = `qte_${String(number).padStart(20, '0')}`;
  const text = `Sentence ${number}: `.padEnd(400, 'the bell rang over the water and nobody came ');
  return {
    c: 'quotes',
    id,
    v: {
      id,
      source: 'src_00000000000000000001',
      anchor: { kind: 'text', exact: text, start: number, end: number + 400 },
      tags: ['tag_1', 'tag_2'],
      note: 'A short note of the one who read it.',
      createdAt: '2026-03-12T08:30:00.000Z',
    },
  };
}

const must = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

/** Ours: `open` answers milliseconds without the derivation of the key. */
async function vaultAt(
  folder: string,
  fresh: boolean,
): Promise<{ keeping: Keeping; open: number; state: unknown }> {
  const began = performance.now();
  const vault: Vault = must(
    fresh ? await createVault(folder, passphrase, { kdf }) : await openVault(folder, passphrase),
  );
  const state = await vault.read();
  const took = performance.now() - began;
  const all: Record<string, Op['v']> = {};
  return {
    state,
    open: took,
    keeping: {
      fill: async (ops) => {
        for (let at = 0; at < ops.length; at += 5_000)
          must(await vault.append(ops.slice(at, at + 5_000)));
        for (const { id, v } of ops) all[id] = v;
        must(await vault.compact(() => ({ quotes: all })));
      },
      add: async (op) => {
        must(await vault.append([op]));
      },
      close: () => vault.close(),
    },
  };
}

/** lowdb as it is meant to be used, over a file that is written whole, sealed in one piece and flushed. */
class WholeFile implements Adapter<State> {
  readonly #path: string;
  readonly #key: Buffer;
  constructor(path: string, key: Buffer) {
    this.#path = path;
    this.#key = key;
  }
  async read(): Promise<State | null> {
    const bytes = await readFile(this.#path).catch(() => null);
    if (!bytes) return null;
    const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(-16));
    const plain = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
    return JSON.parse(plain.toString('utf8')) as State;
  }
  async write(data: State): Promise<void> {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce);
    const sealed = Buffer.concat([
      nonce,
      cipher.update(JSON.stringify(data), 'utf8'),
      cipher.final(),
      cipher.getAuthTag(),
    ]);
    const file = await open(`${this.#path}.new`, 'w');
    await file.writeFile(sealed);
    await file.datasync();
    await file.close();
    await rename(`${this.#path}.new`, this.#path);
    const folder = await open(join(this.#path, '..'), 'r');
    await folder.sync();
    await folder.close();
  }
}

async function wholeFileAt(
  folder: string,
  key: Buffer,
): Promise<{ keeping: Keeping; open: number; state: unknown }> {
  const began = performance.now();
  const db = new Low<State>(new WholeFile(join(folder, 'state'), key), { quotes: {} });
  await db.read();
  const put = ({ c, id, v }: Op) => {
    (db.data[c] ??= {})[id] = v;
  };
  return {
    state: db.data,
    open: performance.now() - began,
    keeping: {
      fill: async (ops) => {
        for (const op of ops) put(op);
        await db.write();
      },
      add: async (op) => {
        put(op);
        await db.write();
      },
      close: () => Promise.resolve(),
    },
  };
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** What deriving the key costs here, so that it can be taken off. */
async function keyTime(folder: string): Promise<number> {
  const began = performance.now();
  await (await vaultAt(folder, true)).keeping.close();
  return performance.now() - began;
}

const [way = '', count = '0'] = process.argv.slice(2);
const quotes = Number(count);
const root = await mkdtemp(join(tmpdir(), 'kuferak-bench-'));
try {
  const folder = way === 'kuferak' ? join(root, 'archive') : root;
  const key = randomBytes(32);
  const begin = (fresh: boolean) =>
    way === 'kuferak' ? vaultAt(folder, fresh) : wholeFileAt(root, key);
  const derivation = way === 'kuferak' ? await keyTime(join(root, 'empty')) : 0;
  if (way === 'kuferak') await rm(join(root, 'empty'), { recursive: true });
  const first = await begin(true);
  await first.keeping.fill(Array.from({ length: quotes }, (_, number) => record(number)));
  await first.keeping.close();
  const disk = await sizeOf(folder);
  globalThis.gc?.();
  const { keeping, open: opened, state } = await begin(false);
  const before = await sizeOf(folder);
  const times: number[] = [];
  for (let at = 0; at < ADDITIONS; at++) {
    const began = performance.now();
    await keeping.add(record(quotes + at));
    times.push(performance.now() - began);
  }
  const grown = (await sizeOf(folder)) - before;
  times.sort((a, b) => a - b);
  await keeping.close();
  if (state === null) throw new Error('the state was read');
  const bytesPerAdd = way === 'kuferak' ? grown / ADDITIONS : disk;
  const row = {
    quotes,
    way,
    addMedian: times[ADDITIONS >> 1] ?? 0,
    addP95: times[Math.floor(ADDITIONS * 0.95)] ?? 0,
    bytesPerAdd,
    open: Math.max(0, opened - derivation),
    disk: disk / 1e6,
  };
  process.stdout.write(JSON.stringify(row));
} finally {
  await rm(root, { recursive: true, force: true });
}
