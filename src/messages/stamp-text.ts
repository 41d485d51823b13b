/** What a time stamp says, what was checked of it, and what was not: plain sentences for window and command line alike. */
import type { StampReading } from '../../archive/model/index.ts';
import type { Translate } from './translate.ts';

export interface StampText {
  /** The moment and who says it, or how far the proof has come. */
  readonly says: string;
  readonly checked: readonly string[];
  readonly notChecked: readonly string[];
}

export function stampText(t: Translate, reading: StampReading): StampText {
  return reading.kind === 'rfc3161' ? tokenText(t, reading) : proofText(t, reading);
}

function tokenText(
  t: Translate,
  { at, signature, certificate }: Extract<StampReading, { kind: 'rfc3161' }>,
): StampText {
  const when = `${at.slice(0, 19).replace('T', ' ')} UTC`;
  const says =
    certificate === null
      ? t('stamp.saysNobody', { at: when })
      : t('stamp.says', { at: when, authority: certificate.subject });
  if (signature !== 'holds' || certificate === null)
    return {
      says,
      checked: [t('stamp.digestFits')],
      notChecked: [t('stamp.signatureUnchecked'), t('stamp.trustUnchecked')],
    };
  const warnings = [
    ...(certificate.validThen ? [] : [t('stamp.notValidThen')]),
    ...(certificate.forStamping ? [] : [t('stamp.notForStamping')]),
  ];
  const issued = t('stamp.issued', { issuer: certificate.issuer, count: certificate.chain.length });
  return {
    says,
    checked: [t('stamp.digestFits'), t('stamp.signatureHolds'), issued, ...warnings],
    notChecked: [t('stamp.trustUnchecked')],
  };
}

function proofText(
  t: Translate,
  { attestations }: Extract<StampReading, { kind: 'opentimestamps' }>,
): StampText {
  const blocks = attestations.filter((one) => one.kind === 'bitcoin');
  const calendars = attestations.filter((one) => one.kind === 'pending');
  const first = blocks.toSorted((a, b) => a.height - b.height)[0];
  if (!first)
    return {
      says: t('stamp.pending', { calendars: calendars.map(({ calendar }) => calendar).join(', ') }),
      checked: [t('stamp.digestFits')],
      notChecked: [t('stamp.pendingUnchecked')],
    };
  return {
    says: t('stamp.block', { height: String(first.height) }),
    checked: [t('stamp.digestFits'), t('stamp.pathRight')],
    notChecked: [
      t('stamp.blockUnchecked', { height: String(first.height), root: first.merkleRoot }),
    ],
  };
}
