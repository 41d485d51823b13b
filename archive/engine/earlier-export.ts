/** When a dossier left before, for whom, and what was done since to what is in it. */
import type { EarlierExport } from '../face/index.ts';
import type { Activity, Dossier } from '../model/index.ts';
import { inOrder } from '../store/log.ts';
import type { Reading } from '../store/state.ts';
import { provedBy } from './chronology-material.ts';

/** `null` when it never left. Names count too: who is hidden depends on them. */
export function earlierExport(reading: Reading, dossier: Dossier): EarlierExport | null {
  const lines = inOrder(reading.all('activities'));
  const at = lines.findLastIndex(
    ({ action, subjects }) => action === 'dossier.export' && subjects.includes(dossier.id),
  );
  const line = lines[at];
  if (!line) return null;
  const { version, sha256, recipient = '' } = line.facts;
  const about = idsIn(reading, dossier);
  const counts = new Map<Activity['action'], number>();
  for (const { action, subjects } of lines.slice(at + 1))
    if (subjects.some((id) => about.has(id))) counts.set(action, (counts.get(action) ?? 0) + 1);
  return {
    version: Number(version),
    at: line.at,
    sha256: String(sha256),
    recipient: String(recipient),
    since: [...counts].map(([action, count]) => ({ action, count })),
  };
}

function idsIn(reading: Reading, dossier: Dossier): ReadonlySet<string> {
  const ids = new Set<string>([dossier.id]);
  const addQuote = (id: string) => {
    ids.add(id);
    const source = reading.get('quotes', id)?.source;
    if (source !== undefined) ids.add(source);
  };
  for (const section of dossier.sections) {
    if (section.kind === 'quote') addQuote(section.quote);
    else if (section.kind === 'claim') {
      ids.add(section.claim);
      for (const { quote } of reading.get('claims', section.claim)?.rows ?? []) addQuote(quote);
    } else if (section.kind === 'source') ids.add(section.source);
    else if (section.kind === 'chronology')
      for (const entry of section.entries) {
        const proof = provedBy(reading, entry);
        if (proof?.quote) addQuote(proof.quote);
        else if (proof) ids.add(proof.source);
        if (entry.kind === 'claim-row') ids.add(entry.claim);
      }
    else if (section.kind === 'comparison') ids.add(section.a).add(section.b);
  }
  for (const { id } of reading.all('entities')) ids.add(id);
  return ids;
}
