/** Claims and pairings of the bridge in memory: the archive's own commands, on what the bridge holds. */
import {
  claimTable,
  originOffers,
  originsIfAgreed,
  withPairings,
  type Comparison,
} from '../../archive/compare/index.ts';
import type { Result } from '../../archive/lib/result.ts';
import {
  type Changed,
  type Claim,
  type Dossier,
  type Entity,
  type Pairing,
  type Put,
  type Quote,
  type Source,
  type SourceId,
  stated,
  type TextDocument,
} from '../../archive/model/index.ts';
import * as requests from '../../archive/requests.ts';
import {
  addClaimRows,
  deleteClaimRow,
  editClaimRow,
  traceClaimRows,
} from '../../archive/store/commands/claim-rows.ts';
import { addClaim, deleteClaim, editClaim } from '../../archive/store/commands/claims.ts';
import { decidePairings, forgetPairings } from '../../archive/store/commands/pairings.ts';
import type { Reading } from '../../archive/store/state.ts';
import type { Command } from '../../archive/store/store.ts';
import type { Input, Output } from '../../src/preload/contract.ts';

export interface Held {
  readonly sources: ReadonlyMap<string, Source>;
  readonly quotes: ReadonlyMap<string, Quote>;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly dossiers: ReadonlyMap<string, Dossier>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly pairings: ReadonlyMap<string, Pairing>;
}

interface Parts {
  readonly held: Held;
  readonly now: string;
  readonly textOf: (source: string) => TextDocument | undefined;
  readonly store: (puts: readonly Put[], deletes: Changed['deletes']) => void;
  readonly undoable: (undo: () => void) => void;
  readonly failed: (code: string) => never;
}

export function claimsBeside({ held, now, textOf, store, undoable, failed }: Parts) {
  const reading = {
    get: (collection: keyof Held, id: string) => held[collection].get(id),
    // What it does not hold is empty: the trash, collections.
    all: (collection: string) => [
      ...(collection in held ? held[collection as keyof Held].values() : []),
    ],
    quotesOf: (source: string) => [...held.quotes.values()].filter((one) => one.source === source),
    countQuotes: () => 0,
  } as unknown as Reading;
  const texts = new Map(
    [...held.sources.values()].flatMap(
      ({ id, text }): [SourceId, { text: string; sha256: string }][] => {
        const document = textOf(id);
        return document && text ? [[id, { text: document.text, sha256: text.sha256 }]] : [];
      },
    ),
  );
  const must = <T>(result: Result<T>): T => (result.ok ? result.value : failed(result.error.code));
  const run = <C extends string, T>(command: Command<C, T>): T => {
    const { change, value } = must(command(reading, { now, actor: stated('M. K.') }));
    const touched = [
      ...change.puts.map(({ collection, record }) => ({ collection, id: record.id })),
      ...change.deletes,
    ];
    const before = touched.map((one) => {
      return { ...one, record: held[one.collection as keyof Held].get(one.id) };
    });
    undoable(() => {
      store(
        before.flatMap(({ collection, record }) => (record ? [{ collection, record } as Put] : [])),
        before.flatMap(({ collection, id, record }) => (record ? [] : [{ collection, id }])),
      );
    });
    store(change.puts, change.deletes);
    return value;
  };
  const tableOf = (id: string) => {
    const claim = held.claims.get(id);
    return claimTable(
      claim ?? failed('claim-missing'),
      (quote) => held.quotes.get(quote),
      (source) => held.sources.get(source),
    );
  };
  const offers = async (id: string): Promise<Output<'claims.offers'>> => {
    const table = tableOf(id);
    const documents = new Map(
      table.rows.flatMap(({ source }): [SourceId, TextDocument][] => {
        const document = textOf(source.id);
        return document ? [[source.id, document]] : [];
      }),
    );
    const found = await originOffers(table.rows, table.claim.apart, documents);
    return { offers: found, originsIfAgreed: originsIfAgreed(table.rows, found) };
  };
  return {
    reading,
    run,
    handlers: {
      'claims.add': (draft: Input<'claims.add'>) =>
        run(addClaim(requests.ClaimDraft.parse(draft), texts)),
      'claims.edit': ({ id, patch }: Input<'claims.edit'>) =>
        run(editClaim(id as never, requests.ClaimPatch.parse(patch))),
      'claims.delete': ({ id }: Input<'claims.delete'>) => run(deleteClaim(id as never)),
      'claims.addRows': ({ id, rows }: Input<'claims.addRows'>) =>
        run(addClaimRows(id as never, requests.NewRows.parse(rows), texts)),
      'claims.editRow': ({ id, row, patch }: Input<'claims.editRow'>) =>
        run(editClaimRow(id as never, row as never, requests.ClaimRowPatch.parse(patch))),
      'claims.deleteRow': ({ id, row }: Input<'claims.deleteRow'>) =>
        run(deleteClaimRow(id as never, row as never)),
      'claims.trace': ({ id, tracing }: Input<'claims.trace'>) =>
        run(traceClaimRows(id as never, requests.Tracing.parse(tracing))),
      'claims.export': ({ despiteNames }: Input<'claims.export'>) =>
        despiteNames
          ? { rows: 3, protectedNames: 1, sha256: '5d'.repeat(32) }
          : failed('names-protected'),
      'claims.table': ({ id }: Input<'claims.table'>) => tableOf(id),
      'claims.offers': ({ id }: Input<'claims.offers'>) => offers(id),
      'pairs.decide': (draft: Input<'pairs.decide'>) =>
        run(decidePairings(requests.PairingsDraft.parse(draft), texts)),
      'pairs.forget': ({ ids }: Input<'pairs.forget'>) => run(forgetPairings(ids as never)),
    },
    /** A comparison as a person has decided it. */
    decided: (comparison: Comparison, a: string, b: string): Comparison => {
      const place = (id: string) => ({
        source: id as SourceId,
        textSha256: held.sources.get(id)?.text?.sha256 ?? '',
      });
      return withPairings(comparison, [...held.pairings.values()], place(a), place(b));
    },
  };
}
