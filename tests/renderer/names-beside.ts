/** Names of the bridge in memory: the archive's own commands, on what the bridge holds. */
import { findMentions } from '../../archive/compare/mentions.ts';
import type { TextDocument } from '../../archive/model/index.ts';
import * as requests from '../../archive/requests.ts';
import { deleteEntity } from '../../archive/store/commands/delete-entity.ts';
import { mergeEntities } from '../../archive/store/commands/merge-entities.ts';
import { splitEntity } from '../../archive/store/commands/split-entity.ts';
import { entriesOf } from '../../archive/timeline/index.ts';
import type { Input, Output } from '../../src/preload/contract.ts';
import type { claimsBeside } from './claims-beside.ts';

export function namesBeside(
  { run, reading }: Pick<ReturnType<typeof claimsBeside>, 'run' | 'reading'>,
  textOf: (source: string) => TextDocument | undefined,
) {
  const mentionsOf = (id: string): Output<'entities.mentions'> => {
    const entity = reading.get('entities', id);
    if (!entity) throw new Error('there is no such name');
    const names = [{ kind: entity.kind, spellings: [entity.name, ...entity.spellings] }];
    const sources = reading.all('sources').flatMap(({ id: source, shelfmark, title }) => {
      const text = textOf(source)?.text ?? '';
      const places = findMentions(text, names).map(({ start, end }, at) => {
        const contextStart = Math.max(0, start - 40);
        const context = text.slice(contextStart, end + 40);
        return { start, end, part: at > 0, shared: false, context, contextStart };
      });
      return places.length === 0
        ? []
        : [{ source, shelfmark, title, count: places.length, places }];
    });
    const count = sources.reduce((sum, one) => sum + one.count, 0);
    const beside = reading.all('quotes').flatMap((quote): Output<'entities.mentions'>['beside'] => {
      if (quote.speaker !== id) return [];
      const { shelfmark = '' } = reading.get('sources', quote.source) ?? {};
      const context = quote.anchor.kind === 'text' ? quote.anchor.exact.slice(0, 60) : '';
      const place = { start: 0, end: 0, part: false, shared: false, context, contextStart: 0 };
      return [{ ...place, field: 'speaker', source: quote.source, shelfmark, quote: quote.id }];
    });
    const spellings = [{ written: 'Viktara Sokala', count: 3 }];
    return { sources, count, spellings, unread: 0, beside, besideCount: beside.length };
  };
  return {
    'entities.merge': (merge: Input<'entities.merge'>) =>
      run(mergeEntities(requests.EntityMerge.parse(merge))),
    'entities.split': (split: Input<'entities.split'>) =>
      run(splitEntity(requests.EntitySplit.parse(split))),
    'entities.delete': ({ id }: Input<'entities.delete'>) => run(deleteEntity(id as never)),
    'entities.mentions': ({ id }: Input<'entities.mentions'>) => mentionsOf(id),
    'entities.count': (): Output<'entities.count'> =>
      reading.all('entities').map(({ id }) => {
        const { sources, count } = mentionsOf(id);
        return { entity: id, quotes: 0, rows: 0, mentions: count, sources: sources.length };
      }),
    'timeline.naming': ({ entity }: Input<'timeline.naming'>): Output<'timeline.naming'> => {
      const name = reading.get('entities', entity)?.name ?? '';
      const [sources, quotes] = [[...reading.all('sources')], [...reading.all('quotes')]];
      return entriesOf({ sources, quotes, claims: [...reading.all('claims')] })
        .filter(({ who, words }) => who === entity || (name !== '' && words.includes(name)))
        .map(({ id }) => id);
    },
    'entities.export': (): Output<'entities.export'> => ({ names: 1, protectedNames: 0 }),
  };
}
