/** Looks at one part as far as is needed to choose it: what it is called, where and when it was found, whether it is whole. */
import { createHash } from 'node:crypto';
import { shownName } from '../lib/plain-line.ts';
import type { ListedPart, Reading } from '../model/index.ts';
import { toPartialDate } from './dates.ts';
import { decode } from './encoding.ts';
import { type FoundPart, lostPart, type Part } from './parts.ts';
import { type Format, sniff } from './sniff.ts';
import { cleanLine } from './title.ts';

/** Bytes in which a page says its title, and a mail its subject. */
const HEAD = 64 * 1024;

export async function listPart(part: Part, number: number): Promise<ListedPart> {
  if ('failure' in part) return lostPart(part.name, part.failure, number);
  const { name, bytes, hint } = part;
  const { format, mediaType } = sniff(bytes, name, hint.as);
  const said = await saidIn(part, format);
  const title = cleanLine(part.title ?? said.title ?? '');
  return {
    number,
    name: shownName(name),
    title: title === '' ? null : title,
    address: hint.address ?? null,
    date: hint.captured ?? said.date ?? null,
    mediaType,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    digests: digestsOf(hint.checks ?? []),
    failure: null,
  };
}

/** One word for all digests: the worst of what was found. */
function digestsOf(checks: readonly Reading[]): ListedPart['digests'] {
  const results = ['differs', 'agrees', 'missing'] as const;
  return results.find((result) => checks.some(({ value }) => value === result)) ?? null;
}

interface Said {
  readonly title?: string | undefined;
  readonly date?: string | null;
}

/** What the beginning of a part says of it. */
async function saidIn({ bytes, hint }: FoundPart, format: Format): Promise<Said> {
  const head = bytes.subarray(0, HEAD);
  if (format === 'html') return { title: await titleOf(decode(head, hint.encoding, true).text) };
  if (format !== 'mail') return {};
  const { default: PostalMime } = await import('postal-mime');
  try {
    const { subject, date } = await PostalMime.parse(headOf(head));
    return { title: subject, date: toPartialDate(date ?? '') };
  } catch {
    return {};
  }
}

async function titleOf(markup: string): Promise<string | undefined> {
  const written = /<title(?:\s[^>]*)?>([^<]*)/i.exec(markup)?.[1];
  if (!written?.includes('&')) return written;
  const { parsePage } = await import('./html/parse.ts');
  return parsePage(`<title>${written}</title>`).title;
}

/** What follows it may be very long, and is not asked for. */
function headOf(mail: Uint8Array): Uint8Array {
  const end = /\n\r?\n/.exec(Buffer.from(mail).toString('latin1'))?.index ?? mail.length;
  return mail.subarray(0, end + 1);
}
