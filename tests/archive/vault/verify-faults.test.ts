import { expect, it } from 'vitest';
import { quietJob } from '../../../archive/lib/job.ts';
import { createVault, openVault } from '../../../archive/vault/index.ts';
import { Disk } from './disk.ts';
import { FailingIo } from './failing.ts';
import { cheap, PASSPHRASE, put, valueOf } from './place.ts';

it('what the medium does not give while it is verified is a finding, and no crash', async () => {
  const disk = new Disk();
  const made = valueOf(await createVault('/archive', PASSPHRASE, { ...cheap, io: disk }));
  valueOf(await made.append([put('a', { n: 1 })]));
  valueOf(await made.compact(() => ({ notes: { a: { n: 1 } } })));
  valueOf(await made.append([put('b', { n: 2 })]));
  const { id } = valueOf(await made.blobs.put(Buffer.from('a scan'), 'original'));
  await made.close();
  for (let at = 1; ; at++) {
    const failing = new FailingIo(new Disk(disk.image()));
    const vault = valueOf(await openVault('/archive', PASSPHRASE, { ...cheap, io: failing }));
    failing.calls = 0;
    failing.fault = { code: 'EIO', at, lasting: false, short: false };
    const { findings } = await vault.verify({ full: true, references: new Set([id]) }, quietJob);
    const late = failing.calls < at;
    failing.fault = null;
    await vault.close();
    if (late) {
      expect(findings).toEqual([]);
      expect(at).toBeGreaterThan(30);
      break;
    }
    expect(findings, `the ${at}th call`).not.toEqual([]);
  }
});
