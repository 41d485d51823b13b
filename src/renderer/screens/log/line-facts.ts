/** What a line of the log states beside its action, in words and in the order in which it is read. */
import type { Activity } from '../../../../archive/model/index.ts';
import { grouped } from '../../../messages/grouped.ts';
import { formatBytes, formatNumber } from '../../lib/format.ts';
import { t } from '../../lib/texts.svelte.ts';
import { momentInUtc } from './moments.ts';

/** Those that have a name of their own. What is not among them stands last, by the name that it has in the log. */
const KNOWN = [
  ...['version', 'recipient', 'profile', 'madeAt', 'pages', 'package', 'format', 'files', 'names'],
  ...['withheld', 'bytes', 'sha256', 'sha512', 'manifest', 'archive', 'fingerprint', 'imprint'],
  ...[
    'kind',
    'fields',
    'field',
    'by',
    'reason',
    'encoding',
    'sources',
    'quotes',
    'places',
    'rows',
    'pairs',
  ],
  ...['pictures', 'failed', 'originals', 'differing', 'moved', 'changed', 'lost'],
  ...['textBefore', 'textAfter', 'partOf', 'of', 'protection', 'line', 'schema'],
] as const;

export interface LineFact {
  readonly name: string;
  readonly text: string;
  /** Digests are written in groups, by letters of one width. */
  readonly isDigest: boolean;
}

export function lineFacts({ facts }: Activity): LineFact[] {
  const known = KNOWN.filter((key) => facts[key] !== undefined && facts[key] !== '');
  const others = Object.keys(facts).filter((key) => !KNOWN.some((one) => one === key));
  return [
    ...known.map((key) => ({ name: t(`log.fact.${key}`), ...said(key, facts[key] ?? '') })),
    ...others.map((key) => ({ name: key, ...said(key, facts[key] ?? '') })),
  ];
}

function said(key: string, value: string | number): Omit<LineFact, 'name'> {
  const plain = (text: string) => ({ text, isDigest: false });
  if (typeof value === 'number')
    return plain(key === 'bytes' ? formatBytes(value) : formatNumber(value));
  if (/^[0-9a-f]{64,128}$/.test(value)) return { text: grouped(value), isDigest: true };
  if (key === 'madeAt') return plain(`${momentInUtc(value)} UTC`);
  if (key === 'profile') return plain(profileName(value));
  return plain(value);
}

const PROFILES = ['none', 'protect', 'careful', 'initials', 'roles', 'nobody', 'mixed'] as const;

function profileName(value: string): string {
  const known = PROFILES.find((profile) => profile === value);
  return known ? t(`sharing.profile.${known}`) : value;
}
