/** An archive for the command line with one source that names somebody who must not be named. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createArchive } from '../../archive/index.ts';
import { kdf, must, passphrase } from './archives.ts';
import { capture } from './capture.ts';

/** In `root`: `passphrase`, and `archive` with Zoya Tarn in K-0001. */
export async function makeGuardedCase(root: string): Promise<void> {
  await writeFile(join(root, 'passphrase'), `${passphrase}\n`);
  const anchors = join(root, 'anchors');
  const archive = must(
    await createArchive(join(root, 'archive'), 'Case', passphrase, { kdf, anchors }),
  );
  const bytes = Buffer.from('Zoya Tarn of Reed Lane was asked again.');
  must(await archive.importFile({ name: 'note.txt', bytes }, capture));
  must(
    await archive.addEntity({
      kind: 'person',
      name: 'Zoya Tarn',
      spellings: [],
      role: '',
      protection: 'must-not-be-named',
      note: '',
    }),
  );
  await archive.close();
}
