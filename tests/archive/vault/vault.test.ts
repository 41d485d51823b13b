import {
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { quietJob } from '../../../archive/lib/job.ts';
import { createVault, discardUnfinished } from '../../../archive/vault/index.ts';
import {
  cheap,
  codeOf,
  create,
  filesOf,
  newFolder,
  open,
  PASSPHRASE,
  put,
  stateOf,
  tryOpen,
  valueOf,
} from './place.ts';

describe('a vault', () => {
  it('gives back after closing what was appended', async () => {
    const folder = join(newFolder(), 'archive');
    const vault = await create(folder);
    expect(valueOf(await vault.append([put('a', { text: 'first' })]))).toBe(1);
    await vault.append([put('a', { text: 'second' }), put('b', { text: 'Лукашэнка' })]);
    await vault.append([put('b', null), put('__proto__', { text: 'a name like any' })]);
    const words = vault.words();
    await vault.close();

    const again = await open(folder);
    expect(again.notices).toEqual([]);
    expect(again.seq).toBe(3);
    expect(again.words()).toEqual(words);
    const notes = (await again.read()).get('notes');
    expect([...(notes?.keys() ?? [])]).toEqual(['a', '__proto__']);
    expect(notes?.get('a')).toEqual({ text: 'second' });
    await again.close();
  });

  it('keeps a collection of any name apart from what every object has', async () => {
    const folder = newFolder();
    const vault = await create(folder);
    await vault.append([{ c: '__proto__', id: 'toString', v: { text: 'x' } }]);
    await vault.close();
    const again = await open(folder);
    expect([...(await again.read()).keys()]).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).text).toBeUndefined();
    await again.close();
  });

  it('shares a flush among calls that come together, and keeps all of them', async () => {
    const folder = newFolder();
    const vault = await create(folder);
    const seqs = await Promise.all(
      Array.from({ length: 200 }, (_, n) => vault.append([put(`n${n}`, { n })])),
    );
    expect(new Set(seqs.map((seq) => valueOf(seq))).size).toBeLessThan(5);
    await vault.close();
    const again = await open(folder);
    expect([...((await again.read()).get('notes') ?? [])]).toHaveLength(200);
    await again.close();
  });

  it('refuses a change too large for a frame, and goes on', async () => {
    const vault = await create(newFolder());
    const huge = await vault.append([put('huge', { text: 'x'.repeat(64 * 1024 ** 2) })]);
    expect(codeOf(huge)).toBe('too-large');
    expect(valueOf(await vault.append([put('small', {})]))).toBe(1);
    await vault.close();
  });

  it('appends nothing once it is closed', async () => {
    const folder = newFolder();
    const vault = await create(folder);
    const last = vault.append([put('last', {})]);
    await vault.close();
    expect(valueOf(await last)).toBe(1);
    expect(codeOf(await vault.append([put('late', {})]))).toBe('closed');
    expect(codeOf(await vault.blobs.put(Buffer.from('late'), 'x'))).toBe('closed');
    expect(codeOf(await vault.compact(() => ({})))).toBe('closed');
    await (await open(folder)).close();
  });

  it('opens the same from a snapshot as from the journal, with appends during the snapshot', async () => {
    const folder = newFolder();
    const vault = await create(folder);
    const notes: Record<string, { n: number }> = {};
    const state = { notes };
    const add = (n: number) => {
      notes[`n${n}`] = { n };
      return vault.append([put(`n${n}`, { n })]);
    };
    for (let n = 0; n < 50; n++) await add(n);
    const compacting = vault.compact(() => state);
    for (let n = 50; n < 80; n++) await add(n);
    expect(codeOf(await compacting)).toBe('ok');
    for (let n = 80; n < 90; n++) await add(n);
    expect(vault.snapshotBytes).toBeGreaterThan(0);
    const history = vault.historyHash;
    await vault.close();
    const again = await open(folder);
    expect(again.historyHash).toBe(history);
    expect(await stateOf(again)).toEqual(state);
    expect((await again.verify({ full: true }, quietJob)).findings).toEqual([]);
    await again.close();
  });

  it('keeps one generation back of snapshots and segments, and no more', async () => {
    const folder = newFolder();
    const vault = await create(folder);
    const state = { notes: { a: { n: 0 } } };
    for (let n = 0; n < 4; n++) {
      await vault.append([put('a', (state.notes.a = { n }))]);
      expect(codeOf(await vault.compact(() => state))).toBe('ok');
    }
    expect(readdirSync(folder).filter((name) => /^[sj]/.test(name))).toEqual([
      'j-0000000000000004',
      's-0000000000000003',
      's-0000000000000004',
    ]);
    await vault.close();
  });
});

describe('making an archive', () => {
  it('wants an empty folder, or one whose parent is there', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'mine.txt'), 'mine');
    expect(codeOf(await createVault(folder, PASSPHRASE, cheap))).toBe('folder-not-empty');
    expect(codeOf(await createVault(join(folder, 'mine.txt'), PASSPHRASE, cheap))).toBe(
      'folder-not-empty',
    );
    expect(codeOf(await createVault(join(folder, 'a', 'b'), PASSPHRASE, cheap))).toBe(
      'folder-missing',
    );
    expect(readdirSync(folder)).toEqual(['mine.txt']);
  });

  it('tells an empty and an endless passphrase', async () => {
    const folder = newFolder();
    expect(codeOf(await createVault(folder, '', cheap))).toBe('passphrase-empty');
    expect(codeOf(await createVault(folder, 'x'.repeat(100 * 1024 + 1), cheap))).toBe(
      'passphrase-too-long',
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it('[F5] that was cut short is told as such, and can be cleared away', async () => {
    const folder = newFolder();
    await (await create(folder)).close();
    for (const name of readdirSync(folder)) if (/^[hg]-/.test(name)) rmSync(join(folder, name));
    expect(codeOf(await tryOpen(folder))).toBe('creation-unfinished');
    expect(codeOf(await discardUnfinished(folder))).toBe('ok');
    expect(readdirSync(folder)).toEqual([]);
    await (await create(folder)).close();
    expect(codeOf(await discardUnfinished(folder))).toBe('folder-not-empty');
  });

  it('[F5] is not taken for cut short when data are there and the heads are gone', async () => {
    const folder = newFolder();
    const vault = await create(folder);
    await vault.append([put('a', {})]);
    await vault.close();
    for (const name of readdirSync(folder)) if (/^[hg]-/.test(name)) rmSync(join(folder, name));
    expect(codeOf(await tryOpen(folder))).toBe('damaged');
    expect(codeOf(await discardUnfinished(folder))).toBe('folder-not-empty');
  });
});

describe('opening', () => {
  it('[F6] leaves what it cannot open byte for byte as it was', async () => {
    const parent = newFolder();
    const archive = join(parent, 'archive');
    const vault = await create(archive);
    await vault.append([put('a', {})]);
    await vault.close();
    const foreign = join(parent, 'foreign');
    mkdirSync(foreign);
    writeFileSync(join(foreign, 'letter.txt'), 'Dear all');
    const empty = join(parent, 'empty');
    mkdirSync(empty);
    // As a copy that left the empty file behind.
    rmSync(join(archive, 'LOCK'));

    const before = filesOf(parent);
    expect(codeOf(await tryOpen(join(parent, 'nowhere')))).toBe('folder-missing');
    expect(codeOf(await tryOpen(join(foreign, 'letter.txt')))).toBe('no-archive');
    expect(codeOf(await tryOpen(foreign))).toBe('no-archive');
    expect(codeOf(await tryOpen(empty))).toBe('no-archive');
    expect(codeOf(await tryOpen(archive, {}, 'another passphrase'))).toBe('wrong-passphrase');
    expect(filesOf(parent)).toEqual(before);

    const segment = join(archive, 'j-0000000000000001');
    truncateSync(segment, statSync(segment).size - 1);
    const damaged = filesOf(parent);
    expect(codeOf(await tryOpen(archive))).toBe('damaged');
    expect(filesOf(parent)).toEqual(damaged);
  });

  it('is refused while another holds the archive, and free when it closes', async () => {
    const folder = newFolder();
    const vault = await create(folder);
    expect(codeOf(await tryOpen(folder))).toBe('in-use');
    await vault.close();
    await (await open(folder)).close();
  });

  it('to read alone needs no lock and writes nothing', async () => {
    const folder = newFolder();
    const vault = await create(folder);
    await vault.append([put('a', { n: 1 })]);
    const before = filesOf(folder);
    const reader = await open(folder, { readOnly: true });
    expect(reader.readOnly).toEqual({ code: 'asked' });
    expect(await stateOf(reader)).toEqual({ notes: { a: { n: 1 } } });
    expect(codeOf(await reader.append([put('b', {})]))).toBe('read-only');
    expect(codeOf(await reader.blobs.put(Buffer.from('x'), 'y'))).toBe('read-only');
    await reader.close();
    expect(filesOf(folder)).toEqual(before);
    await vault.close();
  });

  it('[C1] takes a passphrase typed on another system, decomposed, as the same', async () => {
    const folder = newFolder();
    const words = 'Łódź ÅÅ Їжак';
    const made = await createVault(folder, words.normalize('NFC'), cheap);
    await valueOf(made).close();
    await (await open(folder, {}, words.normalize('NFD'))).close();
    expect(codeOf(await tryOpen(folder, {}, 'Łódź AA Їжак'))).toBe('wrong-passphrase');
  });

  it.each(['   ', 'x'.repeat(100 * 1024), '🕯️🕯️🕯️🕯️'])(
    'takes an unusual passphrase',
    async (words) => {
      const folder = newFolder();
      await valueOf(await createVault(folder, words, cheap)).close();
      await (await open(folder, {}, words)).close();
    },
  );

  it.each(['x.asar', '🗃️ архив', 'a\u0301 decomposed', "it's %20 & more"])(
    'works in a folder named %j',
    async (name) => {
      const folder = join(newFolder(), name);
      const vault = await create(folder);
      await vault.append([put('a', { n: 1 })]);
      const { id } = valueOf(await vault.blobs.put(Buffer.from('content'), 'original'));
      await vault.close();
      const again = await open(folder);
      expect(await stateOf(again)).toEqual({ notes: { a: { n: 1 } } });
      expect(valueOf(await again.blobs.get(id))).toEqual(Buffer.from('content'));
      await again.close();
    },
  );

  it('mends a lock that somebody wrote into, once the passphrase is right', async () => {
    const folder = newFolder();
    await (await create(folder)).close();
    writeFileSync(join(folder, 'LOCK'), 'not a lock');
    expect(codeOf(await tryOpen(folder, {}, 'wrong'))).toBe('wrong-passphrase');
    const vault = await open(folder);
    expect(vault.readOnly).toBeNull();
    expect(codeOf(await tryOpen(folder))).toBe('in-use');
    await vault.close();
  });
});

describe('the anchor', () => {
  it('[A1] [A3] tells a whole archive put back to an older state, until that is accepted', async () => {
    const folder = newFolder();
    const anchors = join(newFolder(), 'deep', 'anchors');
    const vault = await create(folder, { anchors });
    await vault.append([put('a', { n: 1 })]);
    await vault.close();
    const older = filesOf(folder);
    const later = await open(folder, { anchors });
    await later.append([put('a', { n: 2 })]);
    await later.close();

    for (const name of readdirSync(folder))
      if (name !== 'blobs') rmSync(join(folder, name), { recursive: true });
    for (const [name, bytes] of older) writeFileSync(join(folder, name), bytes);
    const before = filesOf(folder);
    expect(codeOf(await tryOpen(folder, { anchors }))).toBe('rolled-back');
    expect(filesOf(folder)).toEqual(before);
    const accepted = await open(folder, { anchors, acceptOlder: true });
    expect(await stateOf(accepted)).toEqual({ notes: { a: { n: 1 } } });
    await accepted.close();
    await (await open(folder, { anchors })).close();
  });

  it('[A2] that is missing or damaged is told, and proves nothing', async () => {
    const folder = newFolder();
    const anchors = newFolder();
    const vault = await create(folder, { anchors });
    await vault.append([put('a', {})]);
    await vault.close();
    const [name = ''] = readdirSync(anchors);
    expect(name).toMatch(/^[0-9a-f]{32}$/);
    expect(name).not.toContain(vault.id.slice(0, 8));
    writeFileSync(join(anchors, name), 'garbage');
    const again = await open(folder, { anchors });
    expect(again.notices).toEqual([{ code: 'anchor-missing' }]);
    await again.close();
    expect(
      (await open(folder, { anchors }).then(async (v) => (await v.close(), v))).notices,
    ).toEqual([]);
    expect(existsSync(join(anchors, `${name}-new`))).toBe(false);
  });
});
