/**
 * What tools of the field lay beside the files that they collected: digests that say what the files were. Each tool
 * writes in its own way; what was seen of each stands in docs/formats/field.md.
 */
import { z } from 'zod';
import { limits } from '../../model/index.ts';

/** One file had this digest, says `tool` in the member `member`. */
export interface Claim {
  readonly tool: string;
  readonly member: string;
  readonly algorithm: 'sha256' | 'sha3-512';
  /** Hexadecimal, in lower case. */
  readonly digest: string;
  /** The member that it is said of; `null` when the digest alone is said. */
  readonly of: string | null;
  /** The files need not be in the same package: one that is not there is nothing wrong. */
  readonly mayBeElsewhere: boolean;
}

/** Bytes of a member that may hold claims. */
export const CLAIM_BYTES = 4 * 1024 ** 2;

const MAY_CLAIM = /\.(?:csv|json|txt|html?)$/i;
export const mayClaim = (name: string): boolean => MAY_CLAIM.test(name);

const PROOF = /^(.*)\.proof\.(?:csv|json)$/i;
const SHA256 = /^[0-9a-f]{64}$/i;
const NAMED = /(?:^|\/)([0-9a-f]{64})$/i;

/** All that a member claims; nothing for most. `names` are those of all members. */
export function claimsOf(name: string, text: string, names: ReadonlySet<string>): Claim[] {
  const base = { member: name, algorithm: 'sha256', mayBeElsewhere: false } as const;
  const proof = PROOF.exec(name)?.[1];
  if (proof !== undefined) return proofMode(base, proof, text, names);
  if (/\.meta\.json$/i.test(name)) return save(base, text);
  if (/\.csv$/i.test(name)) return tella(base, text);
  if (/\.html?$/i.test(name)) return autoArchiverPage(base, text);
  return /\.txt$/i.test(name) ? autoArchiverList(base, text) : [];
}

type Base = Pick<Claim, 'member' | 'algorithm' | 'mayBeElsewhere'>;

/**
 * The digest in the name, and the one in the file itself: both must be that of the picture. Older versions name the
 * proof by the picture beside which it lies.
 */
function proofMode(base: Base, stem: string, text: string, names: ReadonlySet<string>): Claim[] {
  const digests = [NAMED.exec(stem)?.[1], digestInProof(text)].filter((one) => one !== undefined);
  const of = names.has(stem) ? stem : null;
  return [...new Set(digests.map((digest) => digest.toLowerCase()))].map((digest) => ({
    ...base,
    tool: 'ProofMode',
    digest,
    of,
  }));
}

const IN_PROOF = /"(?:File Hash )?SHA256"\s*:\s*"([0-9a-f]{64})"/i;
const COLUMNS: ReadonlySet<string> = new Set(['File Hash SHA256', 'SHA256']);

/** In JSON, in a table with the names in one row and what they stand for in the next, or in one with a pair a row. */
function digestInProof(text: string): string | undefined {
  const inJson = IN_PROOF.exec(text)?.[1];
  if (inJson !== undefined) return inJson;
  const rows = rowsOf(text);
  const [names = [], values = []] = rows;
  const inRow = values[names.findIndex((name) => COLUMNS.has(name))];
  const inPair = rows.find(([name = '']) => COLUMNS.has(name))?.[1];
  return [inRow, inPair].find((value) => value !== undefined && SHA256.test(value));
}

const SaveMeta = z.looseObject({ hash: z.string().regex(SHA256), contentLength: z.number() });

/** `photo.jpg.meta.json` beside `photo.jpg`. */
function save(base: Base, text: string): Claim[] {
  const meta = SaveMeta.safeParse(parsed(text));
  if (!meta.success) return [];
  const of = base.member.replace(/\.meta\.json$/i, '');
  return [{ ...base, tool: 'Save', digest: meta.data.hash.toLowerCase(), of }];
}

/** A row of names, a row of values for the file that lies beside it. */
function tella(base: Base, text: string): Claim[] {
  const [names, ...rows] = rowsOf(text);
  const [hash, file] = ['File hash', 'File name'].map((name) => names?.indexOf(name) ?? -1);
  if (hash === undefined || hash < 0 || file === undefined || file < 0) return [];
  const folder = base.member.slice(0, base.member.lastIndexOf('/') + 1);
  return rows.flatMap((row): Claim[] => {
    const digest = row[hash]?.toLowerCase() ?? '';
    const name = row[file] ?? '';
    if (!SHA256.test(digest)) return [];
    return [{ ...base, tool: 'Tella', digest, of: name === '' ? null : `${folder}${name}` }];
  });
}

const PAGE_DIGEST = /\b(SHA-256|SHA3-512):([0-9a-f]{64}(?:[0-9a-f]{64})?)\b/gi;

/** The page that it makes of each address: a digest for each file, which may be kept elsewhere. */
function autoArchiverPage(base: Base, text: string): Claim[] {
  if (!text.includes('bellingcat/auto-archiver')) return [];
  return [...text.matchAll(PAGE_DIGEST)].map(([, name = '', digest = '']) => ({
    ...base,
    tool: 'auto-archiver',
    algorithm: name.toUpperCase() === 'SHA-256' ? 'sha256' : 'sha3-512',
    digest: digest.toLowerCase(),
    of: null,
    mayBeElsewhere: true,
  }));
}

/** The list of digests that it has time-stamped: nothing but digests, a line each. */
function autoArchiverList(base: Base, text: string): Claim[] {
  const lines = text.trim().split(/\r?\n/);
  if (!lines.every((line) => /^(?:[0-9a-f]{64}|[0-9a-f]{128})$/i.test(line))) return [];
  return lines.map((line) => ({
    ...base,
    tool: 'auto-archiver',
    algorithm: line.length === 64 ? 'sha256' : 'sha3-512',
    digest: line.toLowerCase(),
    of: null,
    mayBeElsewhere: true,
  }));
}

/**
 * The tools part cells by commas and take commas out of what they write, but leave quotation marks as they are: names
 * of networks stand in them, and mean nothing. A program that saved the table again may have put a cell into a pair.
 */
function rowsOf(text: string): string[][] {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/, limits.listLength);
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) =>
      line.split(',').map((cell) => /^"([^"]*)"$/.exec(cell.trim())?.[1] ?? cell.trim()),
    );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
