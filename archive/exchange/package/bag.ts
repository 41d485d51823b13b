/** A package file by file, as a bag (RFC 8493): the payload first, then what tells of it, then what tells of that. */
import type { Job } from '../../lib/job.ts';
import { algorithms, Ledger } from '../ledger.ts';
import { encode } from '../read-view.ts';
import type { ExportedFile } from '../view.ts';
import type { PackageMatter, PackageOptions } from './matter.ts';
import { type Payload, payloadOf } from './payload.ts';
import { readmeText } from './readme.ts';
import { verifyPage } from './verify-page.ts';
import { verifyPowershell } from './verify-powershell.ts';
import { verifyShell } from './verify-shell.ts';
import { wordsFor } from './words/catalogue.ts';

export const KEY_PATH = 'signature/key.pem';
export const tagManifests = algorithms.map((name) => `tagmanifest-${name}.txt`);
export const signaturePath = (manifest: string) => `signature/${manifest}.sig`;

export function packageFiles(matter: PackageMatter, options: PackageOptions, job: Job): Payload {
  const payload = payloadOf(matter, options, job);
  return { ...payload, files: bagged(payload.files, matter, options) };
}

async function* bagged(
  payload: AsyncGenerator<ExportedFile>,
  { dossier }: PackageMatter,
  options: PackageOptions,
): AsyncGenerator<ExportedFile> {
  const data = new Ledger();
  for await (const file of payload) {
    data.note(file);
    yield file;
  }
  const { signer } = options;
  const words = wordsFor(dossier.language);
  const texts: readonly (readonly [path: string, text: string])[] = [
    ['README.txt', readmeText(words, signer.fingerprint)],
    ['VERIFY.html', verifyPage(words)],
    ['verify.sh', verifyShell(words.script)],
    ['verify.ps1', verifyPowershell(words.script)],
    [KEY_PATH, signer.publicKey],
    ['bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'],
    ['bag-info.txt', bagInfo(dossier, options, data)],
    ...algorithms.map((name) => [`manifest-${name}.txt`, data.manifest(name)] as const),
  ];
  const tags = new Ledger();
  for (const [path, text] of texts) {
    const file = { path, bytes: encode(text) };
    tags.note(file);
    yield file;
  }
  for (const [index, name] of algorithms.entries()) {
    const path = tagManifests[index] ?? '';
    const bytes = encode(tags.manifest(name));
    yield { path, bytes };
    yield { path: signaturePath(path), bytes: signer.sign(bytes) };
  }
}

/** Nothing of what is in the dossier. */
function bagInfo(
  { id, version }: PackageMatter['dossier'],
  { madeAt, appVersion }: PackageOptions,
  data: Ledger,
): string {
  return [
    `External-Identifier: ${id}/${version}`,
    `Bagging-Date: ${madeAt.slice(0, 10)}`,
    `Payload-Oxum: ${data.bytes}.${data.count}`,
    `Bag-Software-Agent: Kuferak ${appVersion}`,
    '',
  ].join('\n');
}
