/** A dossier's package: public tools check it, every change is found, and nothing is in it that must not leave. */
import { execFileSync, spawnSync } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import {
  appendFile,
  cp,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { unzipSync } from 'fflate';
import ExifReader from 'exifreader';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportPackage, inGroups } from '../../../archive/exchange/index.ts';
import { verifyPowershell } from '../../../archive/exchange/package/verify-powershell.ts';
import { verifyShell } from '../../../archive/exchange/package/verify-shell.ts';
import { wordsFor } from '../../../archive/exchange/package/words/catalogue.ts';
import { ok } from '../../../archive/lib/result.ts';
import { must } from '../../helpers/archives.ts';
import { HIDDEN, matterOf, pack, packing, protect, signer } from '../../helpers/dossier-package.ts';
import { mountSmallDisk, noSmallDisk } from '../../helpers/small-disk.ts';

let root: string;
const at = (...names: string[]) => join(root, ...names);
const said = `the clerk ${HIDDEN}`;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'kuferak-package-'));
  must(await pack(root, 'sound'));
  must(await pack(root, 'hidden', { said, hides: true, sharing: protect, graphic: true }));
});

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

const json = async (...names: string[]): Promise<unknown> =>
  JSON.parse(await readFile(at(...names), 'utf8'));

describe('a package', () => {
  it('is a bag in which every file is named, with its originals to the byte', async () => {
    expect(await filesIn(at('sound'))).toEqual([
      'README.txt',
      'VERIFY.html',
      'bag-info.txt',
      'bagit.txt',
      'data/dossier.pdf',
      'data/metadata/events.json',
      'data/metadata/items.csv',
      'data/metadata/items.json',
      'data/metadata/quotes.jsonld',
      'data/originals/K-0001.html',
      'data/originals/K-0002.txt',
      'data/originals/K-0003.jpg',
      'data/texts/K-0001.txt',
      'manifest-sha256.txt',
      'manifest-sha512.txt',
      'signature/key.pem',
      'signature/tagmanifest-sha256.txt.sig',
      'signature/tagmanifest-sha512.txt.sig',
      'tagmanifest-sha256.txt',
      'tagmanifest-sha512.txt',
      'verify.ps1',
      'verify.sh',
    ]);
    for (const size of ['256', '512'])
      for (const name of ['manifest', 'tagmanifest'])
        execFileSync(`sha${size}sum`, ['--strict', '-c', `${name}-sha${size}.txt`], {
          cwd: at('sound'),
        });
    const payload = (await filesIn(at('sound'))).filter((path) => path.startsWith('data/'));
    const sizes = await Promise.all(payload.map((path) => readFile(at('sound', path))));
    const bytes = sizes.reduce((sum, { length }) => sum + length, 0);
    expect(await readFile(at('sound', 'bag-info.txt'), 'utf8')).toContain(
      `Payload-Oxum: ${bytes}.${payload.length}\n`,
    );
  });

  it('is signed as openssl checks it, and says the fingerprint that openssl finds', async () => {
    for (const name of ['tagmanifest-sha256.txt', 'tagmanifest-sha512.txt'])
      execFileSync(
        'openssl',
        [
          ...['pkeyutl', '-verify', '-pubin', '-inkey', 'signature/key.pem', '-rawin'],
          ...['-in', name, '-sigfile', `signature/${name}.sig`],
        ],
        { cwd: at('sound') },
      );
    const der = execFileSync(
      'openssl',
      ['pkey', '-pubin', '-in', at('sound', 'signature/key.pem'), '-outform', 'DER'],
      {},
    );
    const found = execFileSync('sha256sum', { input: der, encoding: 'utf8' }).slice(0, 64);
    expect(signer.fingerprint).toBe(found);
    expect(await readFile(at('sound', 'README.txt'), 'utf8')).toContain(inGroups(found));
  });

  it('tells of each exhibit in Dublin Core terms, as JSON and as a table', async () => {
    const { items } = (await json('sound', 'data/metadata/items.json')) as {
      items: Record<string, unknown>[];
    };
    expect(items.map((item) => item.exhibit)).toEqual([1, 2, 3]);
    expect(items[0]).toMatchObject({
      'dcterms:identifier': 'K-0001',
      'dcterms:title': 'Doors, by the harbour master',
      'dcterms:publisher': 'The Harbour Bell',
      'dcterms:issued': '2026-03-10',
      file: 'originals/K-0001.html',
      withheld: null,
      text: 'texts/K-0001.txt',
    });
    const rows = parse<Record<string, string>>(
      await readFile(at('sound', 'data/metadata/items.csv')),
      { bom: true, columns: true },
    );
    expect(rows.map((row) => row['dcterms:title'])).toEqual(
      items.map((item) => item['dcterms:title']),
    );
    expect(rows.map((row) => row.file)).toEqual(items.map((item) => item.file));
  });

  it('holds quotes as annotations, and of the log neither who worked nor for whom it left', async () => {
    const quotes = await readFile(at('sound', 'data/metadata/quotes.jsonld'), 'utf8');
    expect(quotes).toContain('"exact": "It was shut"');
    expect(quotes).toContain('"source": "texts/K-0001.txt"');
    const events = await readFile(at('sound', 'data/metadata/events.json'), 'utf8');
    expect(events).toContain('source.import');
    expect(events).not.toMatch(/B-19|Ferry Review/);
  });

  it('has the same bytes when it is made again', async () => {
    const matter = matterOf();
    const made = [];
    for (const name of ['one.zip', 'other.zip'])
      made.push(must(await exportPackage(matter, at(name), { ...packing, form: 'zip' })).archive);
    expect(made[0]).toBe(made[1]);
    expect(Object.keys(unzipSync(await readFile(at('one.zip'))))).toContain(
      'dossier-package/bagit.txt',
    );
  });
});

describe('what must not leave', () => {
  it('is in no file of a package by a profile, and the mark is that of the PDF', async () => {
    for (const path of await filesIn(at('hidden'))) {
      const bytes = await readFile(at('hidden', path));
      expect(bytes.toString('utf8'), path).not.toMatch(/zoya|\btarn/i);
    }
    const text = 'data/texts/K-0001.txt';
    expect(await readFile(at('hidden', text), 'utf8')).toContain('[Person A]');
    const matter = matterOf({ said, hides: true, sharing: protect });
    const entity = must(ok(matter.view.entities.find(({ name }) => name === HIDDEN)?.id));
    const choice = { treatment: null, pseudonym: '', number: 3 } as const;
    const entities = entity ? [{ entity, ...choice }] : [];
    const dossier = { ...matter.dossier, sharing: { ...protect, entities } };
    const made = must(await exportPackage({ ...matter, dossier }, at('third'), packing));
    expect(await readFile(at('third', text), 'utf8')).toContain('[Person C]');
    expect(made.marks).toMatchObject([{ entity, number: 3 }]);
  });

  it.each(['Зоя Тарн', 'tarn, zoya', 'TARN', 'Зое Тарн', 'Zóya'])(
    'is in no file when it is written %s',
    async (form) => {
      const matter = matterOf({ said: form, hides: true, sharing: protect });
      must(await exportPackage(matter, at(form), { ...packing, form: 'zip' }));
      for (const [path, bytes] of Object.entries(unzipSync(await readFile(at(form)))))
        expect(Buffer.from(bytes).toString().includes(form), path).toBe(false);
    },
  );

  it('keeps back an original with a name in it, and a graphic picture, and says why', async () => {
    expect(await readdir(at('hidden', 'data/originals'))).toEqual(['K-0002.txt']);
    const { items } = (await json('hidden', 'data/metadata/items.json')) as {
      items: {
        file: string | null;
        withheld: string | null;
        original: { sha256: string | null };
      }[];
    };
    expect(items.map(({ file, withheld }) => [file, withheld])).toEqual([
      [null, 'names'],
      ['originals/K-0002.txt', null],
      [null, 'graphic'],
    ]);
  });

  it.each([
    ['its page spells it by numbers', '&#90;oya &#x54;arn'],
    ['its address is escaped', 'href="/%5A%6F%79%61-Tarn"'],
    ['its script escapes it', '"\\u005aoya \\u0054arn"'],
  ])('keeps back an original when %s', async (_, hiddenForm) => {
    const name = `spelt-${hiddenForm.length}-${hiddenForm.charCodeAt(1)}`;
    const made = must(await pack(root, name, { said: hiddenForm, hides: true, sharing: protect }));
    expect(made.withheld).toContainEqual({ exhibit: 1, why: 'names' });
  });

  it('lets a picture leave as pixels alone while a name is hidden', async () => {
    must(await pack(root, 'pixels', { hides: true, sharing: protect }));
    const path = at('pixels', 'data/pictures/K-0003.jpg');
    expect(Object.keys(ExifReader.load(await readFile(path)))).not.toContain('GPSLatitude');
  });

  it('lets no file leave that was not asked for', async () => {
    must(await pack(root, 'none', {}, { files: 'none' }));
    const payload = (await filesIn(at('none'))).filter((path) => path.startsWith('data/'));
    expect(payload).not.toContainEqual(expect.stringMatching(/originals|pictures/));
    must(await pack(root, 'pictures', {}, { files: 'pictures' }));
    expect(await readdir(at('pictures', 'data/pictures'))).toEqual(['K-0003.jpg']);
    await expect(readdir(at('pictures', 'data/originals'))).rejects.toThrow('ENOENT');
  });

  it('stops it when a name stands in a record, and leaves nothing behind', async () => {
    const before = await readdir(root);
    const named = { said, hides: true };
    for (const form of ['folder', 'zip'] as const)
      expect(await pack(root, 'named', named, { form, files: 'none' })).toMatchObject({
        error: { code: 'names-protected', detail: { count: 1 } },
      });
    expect(await readdir(root)).toEqual(before);
    const despite = { files: 'originals', despiteNames: true } as const;
    const made = must(await pack(root, 'despite', named, despite));
    expect(made.named).toBe(1);
    expect(made.withheld).toContainEqual({ exhibit: 1, why: 'names' });
  });
});

describe('verify.sh', () => {
  const shells = ['bash', 'dash', 'bash --posix'];
  const verify = (shell: readonly string[], folder: string, ...args: string[]) => {
    const [program = '', ...more] = shell;
    const { status, stdout } = spawnSync(program, [...more, 'verify.sh', ...args], {
      cwd: at(folder),
      encoding: 'utf8',
    });
    return { status, stdout };
  };
  const changed = async (name: string, change: (folder: string) => Promise<unknown>) => {
    await cp(at('sound'), at(name), { recursive: true });
    await change(at(name));
  };

  it.each(shells)('finds a sound package sound in %s', (shell) => {
    const { status, stdout } = verify(shell.split(' '), 'sound', signer.fingerprint);
    expect(stdout).toContain('18 as it was');
    expect(stdout).toContain('The signature is good.');
    expect(stdout).toContain(inGroups(signer.fingerprint));
    expect(stdout).toContain('It is the key that you named.');
    expect(status).toBe(0);
    const other = verify(shell.split(' '), 'sound', inGroups('0'.repeat(64)));
    expect(other.status).toBe(1);
    expect(other.stdout).toContain('IT IS ANOTHER KEY');
    const folder = verify(shell.split(' '), 'sound', 'dossier-package');
    expect(folder.status).toBe(2);
    expect(folder.stdout).toBe(
      'The fingerprint that the sender told you, all 64 digits, can be given as the argument.\n',
    );
  });

  it('finds what was changed, is missing, or is too much, by name', async () => {
    await changed('touched', async (folder) => {
      await appendFile(join(folder, 'data/originals/K-0002.txt'), ' ');
      await rm(join(folder, 'data/metadata/events.json'));
      await writeFile(join(folder, 'data/more file.txt'), 'x');
      await writeFile(join(folder, 'signature/.hidden'), 'x');
      await appendFile(join(folder, 'README.txt'), 'x');
      await rename(join(folder, 'data/dossier.pdf'), join(folder, 'elsewhere.pdf'));
      await symlink('../elsewhere.pdf', join(folder, 'data/dossier.pdf'));
    });
    for (const shell of [['bash'], ['dash']]) {
      const { status, stdout } = verify(shell, 'touched');
      expect(status).toBe(1);
      expect(stdout.split('\n').filter((line) => /^[A-Z ]+ {2}/.test(line))).toEqual([
        'CHANGED  README.txt',
        'CHANGED  data/dossier.pdf',
        'CHANGED  data/originals/K-0002.txt',
        'MISSING  data/metadata/events.json',
        'NOT OF THE PACKAGE  data/more file.txt',
        'NOT OF THE PACKAGE  elsewhere.pdf',
        'NOT OF THE PACKAGE  signature/.hidden',
      ]);
      expect(stdout).toContain('THIS IS NOT WHAT WAS PACKED.');
    }
  });

  it('finds manifests that were made anew: only the key could sign them', async () => {
    await changed('resigned', async (folder) => {
      await appendFile(join(folder, 'data/originals/K-0002.txt'), ' ');
      for (const size of ['256', '512']) {
        const manifest = (name: string, ...files: string[]) =>
          execFileSync('sh', ['-c', `sha${size}sum ${files.join(' ')} > ${name}-sha${size}.txt`], {
            cwd: folder,
          });
        manifest('manifest', '$(find data -type f)');
        manifest(
          'tagmanifest',
          ...['README.txt', 'VERIFY.html', 'verify.sh', 'verify.ps1', 'signature/key.pem'],
          ...['bagit.txt', 'bag-info.txt', 'manifest-*.txt'],
        );
      }
    });
    // The tag manifest of one digest names both manifests as they were half-way: once more.
    execFileSync(
      'sh',
      ['-c', 'f=tagmanifest-sha256.txt; sha256sum $(cut -d" " -f3 $f) > t; mv t $f'],
      {
        cwd: at('resigned'),
      },
    );
    const { status, stdout } = verify(['dash'], 'resigned');
    expect(stdout).not.toContain('CHANGED');
    expect(stdout).toContain('THE SIGNATURE IS NOT GOOD.');
    expect(status).toBe(1);

    const other = generateKeyPairSync('ed25519');
    const pem = other.publicKey.export({ type: 'spki', format: 'pem' });
    await writeFile(at('resigned', 'signature/key.pem'), pem);
    for (const size of ['256', '512']) {
      const name = `tagmanifest-sha${size}.txt`;
      execFileSync('sh', ['-c', `sha${size}sum $(cut -d" " -f3 ${name}) > t; mv t ${name}`], {
        cwd: at('resigned'),
      });
      const signature = sign(null, await readFile(at('resigned', name)), other.privateKey);
      await writeFile(at('resigned', `signature/${name}.sig`), signature);
    }
    expect(verify(['dash'], 'resigned').status).toBe(0);
    expect(verify(['dash'], 'resigned', signer.fingerprint).status).toBe(1);
  });

  it('says so when there is no openssl, and when a manifest is gone', async () => {
    const bin = at('bin');
    const names = ['dirname', 'tr', 'cut', 'sed', 'grep', 'find', 'sort', 'cat', 'wc'];
    execFileSync('mkdir', [bin]);
    for (const name of [...names, 'sha256sum', 'sha512sum'])
      await symlink(execFileSync('which', [name], { encoding: 'utf8' }).trim(), join(bin, name));
    const { status, stdout } = spawnSync('/bin/dash', ['verify.sh'], {
      cwd: at('sound'),
      env: { PATH: bin },
      encoding: 'utf8',
    });
    expect(stdout).toContain('The signature was not checked');
    expect(status).toBe(3);
    await changed('gone', (folder) => rm(join(folder, 'manifest-sha512.txt')));
    expect(verify(['dash'], 'gone').status).toBe(1);
  });

  it('says any sentence as it is, whatever signs are in it', () => {
    const sentence = `It's "$HOME" \`id\` \\ done`;
    const words = { ...wordsFor('en').script, noPackage: sentence };
    const { stdout } = spawnSync('dash', ['-s'], {
      input: verifyShell(words),
      cwd: root,
      encoding: 'utf8',
    });
    expect(stdout).toContain(`${sentence} (bagit.txt)`);
  });
});

describe('verify.ps1', () => {
  it('is told to be UTF-8, ends its lines as Windows does, and says any sentence as it is', () => {
    const words = { ...wordsFor('en').script, noPackage: 'It’s "$HOME" `n and it\'s shut' };
    const script = verifyPowershell(words);
    expect(script).toMatch(/^\uFEFF# /);
    expect(script.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(script).toContain(`$say_noPackage = 'It’’s "$HOME" \`n and it''s shut'\r\n`);
  });
});

describe('a sealed package', () => {
  const zipped = { form: 'zip' } as const;
  const isPackage = (zip: Uint8Array) =>
    Object.keys(unzipSync(zip)).includes('dossier-package/bagit.txt');

  it('opens with its passphrase, and with no other', async () => {
    const seal = { by: 'passphrase', passphrase: 'six eels in the reeds', work: 10 } as const;
    must(await pack(root, 'sealed.zip.age', {}, { ...zipped, seal }));
    const bytes = await readFile(at('sealed.zip.age'));
    const decrypter = new Decrypter();
    decrypter.addPassphrase(seal.passphrase);
    expect(isPackage(await decrypter.decrypt(bytes))).toBe(true);
    const wrong = new Decrypter();
    wrong.addPassphrase('five eels');
    await expect(wrong.decrypt(bytes)).rejects.toThrow();
  });

  const noAge = spawnSync('age', ['--version']).error !== undefined;

  it.skipIf(noAge)('opens by age itself with the key that it was sealed for', async () => {
    const identity = await generateIdentity();
    const seal = { by: 'recipient', recipient: await identityToRecipient(identity) } as const;
    must(await pack(root, 'for.zip.age', {}, { ...zipped, seal }));
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    expect(isPackage(await decrypter.decrypt(await readFile(at('for.zip.age'))))).toBe(true);
    await writeFile(at('identity'), identity);
    const { status, stdout } = spawnSync(
      'age',
      ['--decrypt', '-i', at('identity'), at('for.zip.age')],
      { maxBuffer: 2 ** 28 },
    );
    expect([status, isPackage(stdout)]).toEqual([0, true]);
  });

  it('is refused for what is no key', async () => {
    const seal = { by: 'recipient', recipient: 'age1nothing' } as const;
    expect(await pack(root, 'x.zip.age', {}, { ...zipped, seal })).toMatchObject({
      error: { code: 'recipient-invalid' },
    });
    expect(await readdir(root)).not.toContain('x.zip.age');
  });
});

describe('a place that takes no package', () => {
  it('says so, and what stands there stays', async () => {
    await writeFile(at('taken'), 'mine');
    for (const form of ['folder', 'zip'] as const)
      expect(await pack(root, 'taken', {}, { form })).toMatchObject({
        error: { code: 'target-exists' },
      });
    expect(await readFile(at('taken'), 'utf8')).toBe('mine');
    expect(await pack(at('nowhere'), 'x')).toMatchObject({ error: { code: 'target-unwritable' } });
  });

  it.skipIf(noSmallDisk !== null)('leaves nothing on a disk that is full', async () => {
    const disk = mountSmallDisk('16k');
    try {
      for (const form of ['folder', 'zip'] as const)
        expect(await pack(disk.folder, 'x', {}, { form })).toMatchObject({
          error: { code: 'disk-full' },
        });
      expect(await readdir(disk.folder)).toEqual([]);
    } finally {
      disk.unmount();
    }
  });
});
