/**
 * Reads a web archive with its table of contents (WACZ): the digests that it brings along are checked, and of the
 * captures those become parts that its list of pages names.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { limits } from '../../model/index.ts';
import type { Hint, NoteCode } from '../draft.ts';
import type { Part, Unpacked } from '../parts.ts';
import { Readings, toAddress } from '../readings.ts';
import { capturedPages, type ListedPages } from '../warc/captured-pages.ts';
import { BUNDLE, openZip, type ZipMember } from '../zip/open-zip.ts';
import { checkSignature, type SignatureCheck, SignedData } from '../../proof/signed-package.ts';
import { keepAsFile } from './file.ts';

const METHOD = { name: 'kuferak-wacz', version: '1' };

/** Older packages say the digest beside other numbers, and how it was made in a field of its own. */
const Resource = z
  .looseObject({
    path: z.string(),
    hash: z.string().optional(),
    hashing: z.string().optional(),
    stats: z.looseObject({ hash: z.string().optional() }).optional(),
  })
  .transform(({ path, hash, hashing, stats }) => {
    const older = stats?.hash === undefined ? undefined : `${hashing ?? 'sha256'}:${stats.hash}`;
    return { path, hash: hash ?? older };
  });
const Package = z.looseObject({
  title: z.string().optional(),
  created: z.string().optional(),
  software: z.string().optional(),
  mainPageUrl: z.string().optional(),
  resources: z.array(Resource).max(limits.containerParts).default([]),
});
const Digest = z.looseObject({
  path: z.string(),
  hash: z.string(),
  signedData: z.unknown().optional(),
});
const PageLine = z.looseObject({ url: z.string(), title: z.string().optional().catch(undefined) });

export async function readWacz(
  bytes: Uint8Array,
  hint: Hint,
  mediaType: string,
): Promise<Unpacked> {
  const members = await openZip(bytes, BUNDLE);
  if (members === null)
    return { draft: keepAsFile(hint, mediaType, ['container-damaged']), parts: null };
  const described = Package.safeParse(await jsonOf(members, 'datapackage.json'));
  const readings = new Readings();
  readings.add('address', hint.address, hint.by ?? 'given');
  const notes: NoteCode[] = [];
  if (described.success) {
    const { title, created, software, mainPageUrl, resources } = described.data;
    readings.add('title', title, 'datapackage.json');
    readings.add('address', mainPageUrl, 'datapackage.json');
    readings.add('captured', created, 'datapackage.json');
    readings.add('software', software, 'datapackage.json');
    notes.push(...(await checkDigests(members, resources, readings)));
  } else notes.push('container-damaged');
  const kept = keepAsFile(hint, mediaType, notes);
  const draft = {
    ...kept,
    title: readings.first('title') ?? kept.title,
    textMethod: METHOD,
    metadata: readings.toMetadata([]),
  };
  return { draft, parts: pagesOf(members, await listedPages(members)) };
}

/** One reading for each file that the package describes, the ones that do not fit first. */
async function checkDigests(
  members: readonly ZipMember[],
  resources: readonly { readonly path: string; readonly hash?: string | undefined }[],
  readings: Readings,
): Promise<NoteCode[]> {
  const digest = Digest.safeParse(await jsonOf(members, 'datapackage-digest.json'));
  const all = [...resources, ...(digest.success ? [digest.data] : [])];
  const found: { readonly path: string; readonly result: string }[] = [];
  for (const { path, hash } of all)
    if (hash !== undefined) found.push({ path, result: await checkDigest(members, path, hash) });
  const bad = found.filter(({ result }) => result !== 'agrees');
  for (const { path, result } of [...bad, ...found.filter((one) => !bad.includes(one))])
    readings.add('check', result, `datapackage.json: ${path}`);
  const signatures = digest.success ? signaturesOf(digest.data) : [];
  for (const { result, by } of signatures) readings.add('check', result, `WACZ signature: ${by}`);
  const wrong = signatures.some(({ result }) => result === 'differs');
  if (found.length === 0 && !wrong) return [];
  return [bad.length === 0 && !wrong ? 'digests-agree' : 'digests-differ'];
}

/** Only what was signed in a way that is known here; anything else is told as not checkable. */
function signaturesOf({ hash, signedData }: z.infer<typeof Digest>): readonly SignatureCheck[] {
  if (signedData === undefined || signedData === null) return [];
  const signed = SignedData.safeParse(signedData);
  return signed.success ? checkSignature(signed.data, hash) : [{ result: 'missing', by: '?' }];
}

async function checkDigest(
  members: readonly ZipMember[],
  path: string,
  hash: string,
): Promise<'agrees' | 'differs' | 'missing'> {
  const member = members.find(({ name }) => name === path);
  const [, algorithm = '', said = ''] =
    /^(sha-?(?:256|512|1)|md5):\s*([0-9a-f]+)$/i.exec(hash) ?? [];
  const bytes = await member?.read();
  if (bytes === undefined || typeof bytes === 'string' || algorithm === '') return 'missing';
  const is = createHash(algorithm.replace('-', '').toLowerCase()).update(bytes).digest('hex');
  return is === said.toLowerCase() ? 'agrees' : 'differs';
}

/** The pages in `pages/*.jsonl`; `null` when there is no such list. */
async function listedPages(members: readonly ZipMember[]): Promise<ListedPages | null> {
  const lists = members.filter(({ name }) => /^pages\/(?:pages|extraPages)\.jsonl$/i.test(name));
  const listed: ListedPages = new Map();
  for (const { size, read } of lists) {
    const bytes = size > limits.mailBytes ? null : await read();
    if (bytes === null || typeof bytes === 'string') continue;
    for (const line of new TextDecoder().decode(bytes).split('\n')) {
      const page = PageLine.safeParse(parsed(line));
      const address = page.success ? toAddress(page.data.url) : null;
      if (address !== null && listed.get(address) === undefined)
        listed.set(address, page.data?.title);
    }
  }
  return listed.size > 0 ? listed : null;
}

async function* pagesOf(
  members: readonly ZipMember[],
  wanted: ListedPages | null,
): AsyncGenerator<Part> {
  for (const { name, read } of members) {
    if (!/^archive\/.*\.warc(?:\.gz)?$/i.test(name)) continue;
    const bytes = await read();
    if (typeof bytes === 'string') yield { name, failure: bytes };
    else yield* capturedPages(bytes, wanted);
  }
}

async function jsonOf(members: readonly ZipMember[], path: string): Promise<unknown> {
  const member = members.find(({ name }) => name === path);
  if (member === undefined || member.size > limits.parsedBytes) return null;
  const bytes = await member.read();
  return typeof bytes === 'string' ? null : parsed(new TextDecoder().decode(bytes));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
