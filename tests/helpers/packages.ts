/** Packages as tools of the field write them, of invented files: names with what stands in them. */
import { createHash } from 'node:crypto';
import type { Signer } from './open-pgp.ts';
import { type Authority, makeProof, step } from './stamps.ts';

export type Members = Readonly<Record<string, string | Uint8Array>>;

const hashOf = (text: string, algorithm = 'sha256') =>
  createHash(algorithm).update(text).digest('hex');

export async function proofModePackage(photo: string, person: Signer): Promise<Members> {
  const hash = hashOf(photo);
  const csv = `File Hash SHA256,Manufacturer\n${hash},None\n`;
  const json = JSON.stringify({ 'File Hash SHA256': hash });
  return {
    'photo.jpg': photo,
    [`${hash}.proof.csv`]: csv,
    [`${hash}.proof.csv.asc`]: await person.sign(csv),
    [`${hash}.proof.json`]: json,
    [`${hash}.proof.json.asc`]: await person.sign(json),
    [`${hash}.asc`]: await person.sign(photo),
    [`${hash}.ots`]: makeProof(photo, step.sha256(), step.bitcoin(900_000)),
    [`${hash}.gst`]: 'a.b.c',
    'pubkey.asc': person.publicKey,
  };
}

export function tellaPackage(photo: string): Members {
  return {
    'gate.jpg': photo,
    'gate.csv': `File hash,File path,File name,Timestamp\n${hashOf(photo)},/x,gate.jpg,1775000000\n`,
  };
}

export function savePackage(photo: string): Members {
  const meta = { contentType: 'image/jpeg', contentLength: photo.length, hash: hashOf(photo) };
  return { 'photo.jpg': photo, 'photo.jpg.meta.json': JSON.stringify(meta) };
}

/** `elsewhere` is listed, and kept in another place. */
export function autoArchiverPackage(
  photo: string,
  elsewhere: string,
  authority: Authority,
): Members {
  const digests = [`SHA-256:${hashOf(photo)}`, `SHA3-512:${hashOf(elsewhere, 'sha3-512')}`];
  const items = digests.map((digest) => `<li><span class="copy">${digest}</span></li>`).join('');
  const list = hashOf(photo);
  return {
    'photo.jpg': photo,
    'report.html': `<!doctype html><title>The gate</title>${items}<p>bellingcat/auto-archiver</p>`,
    'hashes.txt': list,
    timestamp_token_example: authority.stamp(list),
  };
}
