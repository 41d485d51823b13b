/** Numbers and periods of a claim in words and signs, and numbers as they are typed. */
import type { ClaimNumber, Period } from '../../../../archive/model/index.ts';
import { formatDate, formatNumber } from '../../lib/format.ts';
import { t } from '../../lib/texts.svelte.ts';

const signs = { about: '≈', 'at-least': '≥', 'at-most': '≤' } as const;

export function sayNumber(number: ClaimNumber): string {
  switch (number.kind) {
    case 'exact':
      return formatNumber(number.value);
    case 'range':
      return `${formatNumber(number.from)}–${formatNumber(number.to)}`;
    default:
      return `${signs[number.kind]} ${formatNumber(number.value)}`;
  }
}

export function sayPeriod({ from, to }: Period): string {
  if (from !== null && to !== null)
    return from === to ? formatDate(from) : `${formatDate(from)} – ${formatDate(to)}`;
  if (from !== null) return t('claim.since', { date: formatDate(from) });
  return to === null ? '' : t('claim.until', { date: formatDate(to) });
}

/** `1,280`, `1 280` and `1280` are one number; `3.5` and `3,5` too. `null` when it is none. */
export function readNumber(typed: string): number | null {
  const plain = typed
    .trim()
    .replace(/[\s\u00a0\u202f'’]/gu, '')
    .replace(/(?<=\d)[.,](?=\d{3}(?:\D|$))/g, '')
    .replace(',', '.');
  if (!/^-?\d+(?:\.\d+)?$/.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/** The first figure in some words, to begin with. */
export function figureIn(words: string): string {
  return /\d+(?:[.,\u00a0\u202f]\d+)*/u.exec(words)?.[0] ?? '';
}
