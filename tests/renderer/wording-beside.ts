/** Where else wording stands, in a bridge in memory: by the archive's own comparison. And copies of one report, to be found. */
import { ReuseGroups } from '../../archive/compare/reuse-groups.ts';
import { ReuseFinder } from '../../archive/compare/reuse.ts';
import type { ReusedSource, ReuseReport } from '../../archive/face/index.ts';
import type { Source, SourceId, TextDocument } from '../../archive/model/index.ts';
import { stretchOf } from '../../archive/timeline/stretch.ts';
import type { Input } from '../../src/preload/contract.ts';
import { sourceId, sources as material, textOf, texts as materialTexts } from './material.ts';

interface Held {
  readonly sources: ReadonlyMap<string, Source>;
  readonly texts: ReadonlyMap<string, TextDocument>;
}

export function reuseOf(held: Held, { source: id, part }: Input<'compare.reuse'>): ReuseReport {
  const asked = held.sources.get(id);
  const document = held.texts.get(id);
  if (!asked || !document) throw new Error('the material has no such text');
  const finder = new ReuseFinder(document.text, part ? [part.start, part.end] : undefined);
  const groups = new ReuseGroups<SourceId>(carrierOf(asked), 100);
  const told = new Map<SourceId, ReusedSource>();
  for (const [other, { text }] of held.texts) {
    const source = held.sources.get(other);
    const found = source && source.id !== asked.id ? finder.in(text) : null;
    if (!source || !found) continue;
    groups.take(carrierOf(source), text, found.share, found.shareOfOther);
    const { shelfmark, title, kind, metadata } = source;
    told.set(source.id, {
      ...{ source: source.id, shelfmark, title, kind },
      language: source.text?.language ?? 'und',
      direction: source.text?.direction ?? 'ltr',
      publisher: metadata.publisher,
      published: metadata.published,
      collected: null,
      relation: source.versionOf === asked.id || asked.versionOf === source.id ? 'version' : null,
      share: found.share,
      shareOfOther: found.shareOfOther,
      words: found.words,
      passages: found.shared.map((passage) => ({ ...passage, text: text.slice(...passage.b) })),
      passageCount: found.shared.length,
    });
  }
  return {
    textSha256: asked.text?.sha256 ?? '',
    words: finder.count,
    total: told.size,
    unread: 0,
    groups: groups
      .groups()
      .map(({ members, earliest, undated }) => ({
        sources: members.flatMap((member) => told.get(member) ?? []),
        withAsked: members.includes(asked.id),
        ...{ earliest, undated },
        versions: members.filter((member) => told.get(member)?.relation === 'version').length,
      }))
      .filter(({ sources }) => sources.length > 0),
  };
}

function carrierOf({ id, metadata }: Source) {
  return { id, at: metadata.published === null ? null : stretchOf(metadata.published) };
}

interface Copy {
  readonly title: string;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly words: (paragraphs: readonly string[]) => readonly string[];
  readonly versionOf?: SourceId;
}

const asIs = (paragraphs: readonly string[]) => paragraphs;
const copies: readonly Copy[] = [
  {
    title: 'Monitors: thirty-one held in Stary Dvor',
    publisher: 'Zapis',
    published: '2026-04-08',
    words: (all) => ['For release at once.', ...all],
  },
  {
    title: 'Library raids: what is known',
    publisher: 'Lowland Radio',
    published: '2026-04-10',
    words: (all) =>
      all.map((words) =>
        words.replace('thirty-one people', 'about thirty people').replace('two private', 'three'),
      ),
  },
  {
    title: 'Thirty-one held after library raids',
    publisher: 'The Evening Ferry',
    published: '2026-04',
    words: (all) => all.slice(0, 6),
  },
  { title: 'Raids in the library', publisher: null, published: null, words: asIs },
  {
    title: 'Thirty-one held after library raids in Stary Dvor (later)',
    publisher: 'Northern Courier',
    published: '2026-04-19',
    words: (all) => [...all, 'The governor’s press office did not answer questions.'],
    versionOf: sourceId(10),
  },
  {
    title: 'Letters to the editor',
    publisher: 'The Reed',
    published: '2026-04-15',
    words: (all) => [
      'I read with sadness what your paper wrote last week, and I read it twice.',
      all[2] ?? '',
      'Who wants the cards of readers? I have kept mine since I was six years old.',
      'Nineteen of those held are students of the teacher-training college; the youngest is sixteen. That is what I cannot put aside.',
      'Write more of this, and write the names, as long as they may be written at all. A town that reads is a town that remembers, and mine does both.',
    ],
  },
  {
    title: 'Why a card matters',
    publisher: 'Paper Boat',
    published: '2026-04-16',
    words: (all) => [
      'There are towns in which a lending card is the first thing that one owns.',
      (all[15] ?? '').replace('our cards', 'all our cards'),
      'So it stood on the door, and so it was taken down before noon by a man with a ladder.',
    ],
  },
];

/** Copies of the last source of the material, each by another outlet. */
export function copiesOfReport(): readonly { source: Source; text: TextDocument }[] {
  const model = material.at(-1);
  const text = model && materialTexts.get(model.id);
  if (!model?.text || !text) throw new Error('the material ends with a text');
  const ref = model.text;
  const paragraphs = text.blocks.map(({ start, end }) => text.text.slice(start, end));
  return copies.map(({ title, publisher, published, words, versionOf = null }, at) => {
    const document = textOf(words(paragraphs), 'en');
    const id = sourceId(400 + at);
    const source: Source = {
      ...model,
      ...{ id, title, versionOf, tags: [], note: '' },
      shelfmark: `K-00${String(21 + at)}`,
      text: { ...ref, length: document.text.length, words: document.text.split(/\s+/).length },
      metadata: { ...model.metadata, publisher, published, readings: [] },
    };
    return { source, text: document };
  });
}
