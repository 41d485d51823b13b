/** What is said of one row, as it is typed: checked as a whole when it is to be saved. */
import type { ClaimNumber, ClaimRow, Period } from '../../../../archive/model/index.ts';
import type { Input } from '../../../preload/contract.ts';
import { formatDate } from '../../lib/format.ts';
import { parsePartialDate } from '../../lib/partial-date.ts';
import { t } from '../../lib/texts.svelte.ts';
import { readNumber } from './say-number.ts';

export type NumberKind = ClaimNumber['kind'] | 'none';
type RowDraft = Input<'claims.addRows'>['rows'][number];
export type RowSaid = Pick<RowDraft, 'written' | 'number' | 'unit' | 'period' | 'doubt'> & {
  readonly saidBy: Exclude<RowDraft['saidBy'], undefined>;
};

/** A period as two typed dates. */
export class PeriodFields {
  from = $state('');
  to = $state('');
  wrong = $state<string | undefined>();

  constructor(period: Period | null) {
    this.from = shown(period?.from);
    this.to = shown(period?.to);
  }

  /** `undefined` when a date cannot be understood. */
  read(): Period | null | undefined {
    const [from, to] = [dateOf(this.from), dateOf(this.to)];
    this.wrong = from === undefined || to === undefined ? t('row.dateWrong') : undefined;
    if (from === undefined || to === undefined) return undefined;
    return from === null && to === null ? null : { from, to };
  }
}

/** As it is typed: a day that can be read back. */
function shown(date: string | null | undefined): string {
  if (date === null || date === undefined) return '';
  return parsePartialDate(formatDate(date)) === date ? formatDate(date) : date;
}

function dateOf(typed: string): string | null | undefined {
  if (typed.trim() === '') return null;
  return parsePartialDate(typed) ?? undefined;
}

export interface RowStart extends Pick<
  ClaimRow,
  'written' | 'number' | 'unit' | 'period' | 'doubt'
> {
  readonly saidBy: string;
}

export class RowFields {
  written = $state('');
  kind = $state<NumberKind>('exact');
  value = $state('');
  to = $state('');
  unit = $state('');
  saidBy = $state('');
  doubted = $state(false);
  doubt = $state('');
  readonly period: PeriodFields;
  wrongWritten = $state<string | undefined>();
  wrongNumber = $state<string | undefined>();

  constructor({ written, number, unit, period, doubt, saidBy }: RowStart) {
    this.written = written;
    this.kind = number?.kind ?? 'none';
    if (number) {
      this.value = String(number.kind === 'range' ? number.from : number.value);
      this.to = number.kind === 'range' ? String(number.to) : '';
    }
    this.unit = unit;
    this.period = new PeriodFields(period);
    this.doubted = doubt !== null;
    this.doubt = doubt ?? '';
    this.saidBy = saidBy;
  }

  /** `null` when something is wrong, which is said beside it. */
  read(): RowSaid | null {
    const written = this.written.trim();
    this.wrongWritten = written === '' ? t('row.writtenWrong') : undefined;
    const number = this.#number();
    const period = this.period.read();
    if (written === '' || number === undefined || period === undefined) return null;
    const name = this.saidBy.trim();
    return {
      written,
      number,
      unit: this.unit.trim(),
      period,
      doubt: this.doubted ? this.doubt.trim() : null,
      saidBy: name === '' ? null : { name },
    };
  }

  #number(): ClaimNumber | null | undefined {
    this.wrongNumber = undefined;
    const { kind } = this;
    if (kind === 'none') return null;
    const value = readNumber(this.value);
    const to = kind === 'range' ? readNumber(this.to) : 0;
    if (value === null || to === null) this.wrongNumber = t('row.numberWrong');
    else if (kind === 'range' && to < value) this.wrongNumber = t('row.rangeWrong');
    else return kind === 'range' ? { kind, from: value, to } : { kind, value };
    return undefined;
  }
}
