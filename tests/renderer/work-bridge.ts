/** The fake bridge with the work done on sources: comparison, dossiers, the log, tags and names. */
import type { VerifyFinding } from '../../archive/face/index.ts';
import { compareTexts } from '../../archive/compare/index.ts';
import { treatmentOf } from '../../archive/model/index.ts';
import type {
  Activity,
  Changed,
  Claim,
  Dossier,
  DossierId,
  Entity,
  Pairing,
  Put,
  Quote,
  Section,
  SectionId,
  Source,
  Stamp,
  Tag,
  TextDocument,
} from '../../archive/model/index.ts';
import type { Answer, CallName, Input, Output } from '../../src/preload/contract.ts';
import { fakeBridge, type FakeBridge, type FakeOptions } from './fake-bridge.ts';
import type { Failure } from '../../archive/lib/result.ts';
import { claimsBeside } from './claims-beside.ts';
import { namesBeside } from './names-beside.ts';
import { codesBeside } from './codes-beside.ts';
import * as material from './material.ts';
import { PICTURE, plainPdf } from './dossiers/plain-pdf.ts';

type Handlers = {
  [N in CallName]?: (
    input: Input<N>,
    call: number | undefined,
  ) => Output<N> | Failed | Promise<Output<N> | Failed>;
};

export class Failed extends Error {
  readonly code: string;
  readonly detail: Failure['detail'];
  constructor(code: string, detail?: Failure['detail']) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

export const dossierId = (number: number) => material.idOf('dos', number) as DossierId;
const sectionId = (number: number) => material.idOf('sec', number) as SectionId;
const now = '2026-04-21T09:00:00.000Z';

/** A later capture of the last source, with some words changed. */
function laterVersion(): { source: Source; text: TextDocument } {
  const earlier = material.sources.at(-1);
  const text = earlier && material.texts.get(earlier.id);
  if (!earlier?.text || !text) throw new Error('the material ends with a text');
  const pieces = text.blocks.map((block): [typeof block.kind, string] => [
    block.kind,
    text.text.slice(block.start, block.end),
  ]);
  const changed = pieces
    .filter((_, index) => index !== 3)
    .map(([kind, words], index): [typeof kind, string] => [
      kind,
      index === 1
        ? words.replace('thirty-one people', 'about forty people').replace('two private', 'three')
        : index === 2
          ? words.replace('They came', 'Some men came')
          : words,
    ]);
  changed.push(['paragraph', 'The governor’s press office did not answer questions on Thursday.']);
  const id = material.sourceId(90);
  return {
    source: {
      ...earlier,
      id,
      shelfmark: 'K-0011',
      versionOf: earlier.id,
      metadata: { ...earlier.metadata, published: '2026-04-19' },
      addedAt: '2026-04-20T18:20:00.000Z',
    },
    text: material.textOf(changed, text.language, text.direction),
  };
}

export const later = laterVersion();

export const dossier: Dossier = {
  id: dossierId(1),
  title: 'Library raids in Stary Dvor',
  matter: 'SD-2026/04',
  author: 'M. K.',
  handling: 'Not for publication',
  language: 'en',
  pageSize: 'a4',
  version: 2,
  sections: [
    { id: sectionId(1), kind: 'heading', text: 'What happened' },
    {
      id: sectionId(2),
      kind: 'text',
      markdown: 'On **6 April** the town library was searched.\n\nTwo counts are going round.',
    },
    { id: sectionId(3), kind: 'quote', quote: material.quoteId(1) },
    { id: sectionId(4), kind: 'heading', text: 'Where the counts differ' },
    { id: sectionId(5), kind: 'comparison', a: material.sourceId(10), b: material.sourceId(9) },
    { id: sectionId(6), kind: 'source', source: material.sourceId(4) },
  ],
  createdAt: '2026-04-18T09:00:00.000Z',
  changedAt: '2026-04-20T09:00:00.000Z',
};

const actions: readonly Activity['action'][] = [
  'source.import',
  'quote.add',
  'quote.edit',
  'tag.add',
  'entity.edit',
  'dossier.edit',
  'dossier.export',
  'archive.verify',
];

export function activity(number: number): Activity {
  const hash = (of: number) => (of * 2654435761).toString(16).padStart(8, '0').slice(-8).repeat(8);
  const action = number === 1 ? 'archive.create' : (actions[number % actions.length] ?? 'tag.add');
  const subjects = action.startsWith('source')
    ? [material.sourceId((number % 10) + 1)]
    : action.startsWith('quote')
      ? [material.quoteId((number % 5) + 1), material.sourceId((number % 3) + 8)]
      : action.startsWith('dossier')
        ? [dossierId(1)]
        : [];
  return {
    id: material.idOf('act', number) as Activity['id'],
    number,
    at: new Date(Date.UTC(2026, 3, 9, 8) + number * 1_234_000).toISOString(),
    offset: 180,
    action,
    subjects,
    tool: { name: 'kuferak', version: '0.1.0' },
    before: null,
    after: hash(number + 1),
    facts:
      action === 'dossier.export'
        ? {
            version: 2,
            sha256: hash(number + 2),
            recipient: 'The Ferry Review',
            profile: 'protect',
          }
        : {},
    previous: number === 1 ? '0'.repeat(64) : hash(number - 1),
    hash: hash(number),
  };
}

/** What a check of a damaged archive answers. */
const damage: readonly VerifyFinding[] = [
  {
    code: 'file-damaged',
    subjects: ['journal', '12–15', 'K-0009', material.quoteId(1), material.tagId(2)],
  },
  { code: 'changes-missing', subjects: ['16–16', 'K-0004'] },
  { code: 'blob-damaged', subjects: ['K-0006'] },
];

export interface WorkOptions extends FakeOptions {
  /** Lines that the log has. */
  readonly lines?: number;
  /** A check finds damage. */
  readonly damaged?: boolean;
  /** The archive has no dossier yet. */
  readonly noDossier?: boolean;
  /** A call that is not answered before somebody stops it. */
  readonly untilStopped?: CallName;
}

/** As if each entity stood in the dossier once: what its profile hides is a mark, what must be hidden and is not is found. */
function inspectionOf({ version, sharing, sections }: Dossier, entities: readonly Entity[]) {
  const treated = entities.map((entity) => ({
    entity,
    treatment: sharing ? treatmentOf(entity, sharing).treatment : ('keep' as const),
  }));
  const kept = treated.filter(({ treatment }) => treatment === 'keep');
  const isGuarded = ({ entity }: { entity: Entity }) => entity.protection === 'must-not-be-named';
  return {
    pages: sections.length + 1,
    contents: {
      exhibits: 3,
      whole: 1,
      quotes: sections.filter(({ kind }) => kind === 'quote').length,
      comparisons: sections.filter(({ kind }) => kind === 'comparison').length,
      claims: sections.filter(({ kind }) => kind === 'claim').length,
      pictures: 2,
      stripped: 1,
      covered: 1,
      coveredParts: 2,
      unprintable: 3,
      kept: kept
        .filter((one) => !isGuarded(one))
        .map(({ entity }) => ({ entity: entity.id, count: 2 })),
    },
    earlier:
      version === 1
        ? null
        : {
            version: version - 1,
            at: now,
            sha256: '9f3c21ab'.repeat(8),
            recipient: 'the lawyer',
            before: Array.from({ length: version - 2 }, (_, index) => ({
              version: version - 2 - index,
              at: now,
              sha256: '4b81d06e'.repeat(8),
              recipient: index % 2 === 0 ? 'The Ferry Review' : '',
            })),
            since: [
              { action: 'dossier.edit' as const, count: 3 },
              { action: 'quote.edit' as const, count: 1 },
            ],
          },
    marks: treated
      .filter(({ treatment }) => treatment !== 'keep')
      .map(({ entity, treatment }, index) => ({
        entity: entity.id,
        mark: `[Person ${String.fromCharCode(65 + index)}]`,
        treatment,
        count: index + 1,
      })),
    leaks: kept.filter(isGuarded).flatMap(({ entity }) => [
      { where: 'page' as const, page: 4, entity: entity.id, count: 2 },
      { where: 'document-data' as const, page: null, entity: null, count: 1 },
    ]),
    possible: treated
      .filter(({ treatment }) => treatment !== 'keep')
      .flatMap(({ entity }) => [
        {
          ...{ where: 'page' as const, page: 2, entity: entity.id, count: 3 },
          ...{ form: 'Марыйка', why: 'given-name' as const },
        },
        {
          ...{ where: 'page' as const, page: 4, entity: null, count: 1 },
          ...{ form: 'M. Zh.', why: 'initials' as const },
        },
      ]),
  };
}

/** What a call gives; a failure that was thrown is one that was answered. */
async function settled(work: () => unknown): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Failed) return error;
    throw error;
  }
}

/** Everything of the fake bridge, and what it leaves out. */
export function workBridge(options: WorkOptions = {}): FakeBridge {
  const bridge = fakeBridge(options);
  const dossiers = new Map<string, Dossier>();
  const sources = new Map<string, Source>();
  const tags = new Map<string, Tag>();
  const entities = new Map<string, Entity>();
  const stamps = new Map<string, Stamp>();
  const quotes = new Map<string, Quote>();
  const claims = new Map<string, Claim>();
  const pairings = new Map<string, Pairing>();
  const maps = {
    dossiers,
    sources,
    tags,
    entities,
    stamps,
    quotes,
    claims,
    pairings,
  } as const;
  const lines = options.lines ?? 640;
  let seq = 1_000;
  let made = 5_000;
  let undoing: (() => void) | null = null;
  const failing = new Map<string, string>();
  const cancelled = new Set<number>();
  if (options.empty !== true) {
    bridge.setText(later.source.id, later.text);
    for (const source of [...material.sources, later.source]) sources.set(source.id, source);
    for (const quote of material.quotes) quotes.set(quote.id, quote);
    for (const tag of material.tags) tags.set(tag.id, tag);
    for (const entity of material.entities) entities.set(entity.id, entity);
    if (options.noDossier !== true) dossiers.set(dossier.id, dossier);
  }

  const store = (puts: readonly Put[], deletes: Changed['deletes'] = []) => {
    for (const { collection, record } of puts)
      if (collection in maps)
        (maps[collection as keyof typeof maps] as Map<string, unknown>).set(record.id, record);
    for (const { collection, id } of deletes)
      if (collection in maps) maps[collection as keyof typeof maps].delete(id);
    bridge.emit('changed', { seq: ++seq, puts, deletes, quoteCounts: {} });
  };
  const sectionsOf = (drafts: Input<'dossiers.add'>['sections']): Dossier['sections'] =>
    drafts.map((draft) => ({ ...draft, id: draft.id ?? sectionId(++made) })) as Dossier['sections'];
  const given = (patch: object) =>
    Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

  const textOf = (id: string) => (id === later.source.id ? later.text : material.texts.get(id));
  const beside = claimsBeside({
    held: maps,
    now,
    textOf,
    store,
    undoable: (undo) => {
      undoing = undo;
    },
    failed: (code) => {
      throw new Failed(code);
    },
  });
  const handlers: Handlers = {
    ...(beside.handlers as Handlers),
    ...(namesBeside(beside, textOf) as Handlers),
    ...(codesBeside({
      held: maps,
      now,
      store,
      failed: ({ code, detail }) => {
        throw new Failed(code, detail);
      },
    }) as Handlers),
    'quotes.list': ({ source }) =>
      [...quotes.values()].filter((quote) => source === undefined || quote.source === source),
    'archive.records': async () => {
      const answer = await bridge.archive.records({});
      if (!answer.ok) return new Failed(answer.error.code);
      return {
        ...answer.value,
        seq,
        sources: [...sources.values()],
        dossiers: [...dossiers.values()],
        tags: [...tags.values()],
        entities: [...entities.values()],
        stamps: [...stamps.values()],
        claims: [...claims.values()],
        pairings: [...pairings.values()],
      };
    },
    'archive.undo': () => {
      if (!undoing) return null;
      undoing();
      undoing = null;
      return { action: 'change.undo' };
    },
    'sources.text': async ({ source }) => {
      if (source === later.source.id) return later.text;
      const answer = await bridge.sources.text({ source });
      return answer.ok ? answer.value : new Failed(answer.error.code);
    },
    'compare.pair': async ({ a, b }, call = 0) => {
      const [textA, textB] = [textOf(a), textOf(b)];
      if (!textA || !textB) return new Failed('no-text');
      await pause(1);
      if (cancelled.has(call)) return new Failed('cancelled');
      const compared = compareTexts(textA, textB, {
        published: [
          sources.get(a)?.metadata.published ?? null,
          sources.get(b)?.metadata.published ?? null,
        ],
        names: [...entities.values()].map(({ kind, name, spellings }) => ({
          kind,
          spellings: [name, ...spellings],
        })),
      });
      return beside.decided(compared, a, b);
    },
    'compare.reuse': async (asked, call = 0) => {
      if (cancelled.has(call)) return new Failed('cancelled');
      const answer = await bridge.compare.reuse(asked);
      return answer.ok ? answer.value : new Failed(answer.error.code);
    },
    'dossiers.add': (draft) => {
      const { sharing, ...rest } = draft;
      const record: Dossier = {
        ...rest,
        ...(sharing === undefined ? {} : { sharing: sharing as Dossier['sharing'] & object }),
        id: dossierId(++made),
        version: 1,
        sections: sectionsOf(draft.sections),
        createdAt: now,
        changedAt: now,
      };
      undoing = () => {
        store([], [{ collection: 'dossiers', id: record.id }]);
      };
      store([{ collection: 'dossiers', record }]);
      return record;
    },
    'dossiers.edit': ({ id, patch }) => {
      const before = dossiers.get(id);
      if (!before) return new Failed('dossier-missing');
      const { sections, ...rest } = patch;
      const record: Dossier = {
        ...before,
        ...(given(rest) as Partial<Dossier>),
        sections: sections ? sectionsOf(sections) : before.sections,
      };
      undoing = () => {
        store([{ collection: 'dossiers', record: before }]);
      };
      store([{ collection: 'dossiers', record }]);
      return record;
    },
    'dossiers.delete': ({ id }) => {
      const before = dossiers.get(id);
      if (!before) return new Failed('dossier-missing');
      undoing = () => {
        store([{ collection: 'dossiers', record: before }]);
      };
      store([], [{ collection: 'dossiers', id }]);
      return null;
    },
    'dossiers.preview': async ({ id }, call = 0) => {
      await pause(20);
      if (cancelled.has(call)) return new Failed('cancelled');
      const record = dossiers.get(id);
      if (!record) return new Failed('dossier-missing');
      if (record.sections.length === 0) return new Failed('dossier-empty');
      const isPicture = (section: Section) =>
        section.kind === 'source' && sources.get(section.source)?.kind === 'image';
      const pages = [
        record.title,
        ...record.sections.map((section) => (isPicture(section) ? PICTURE : section.kind)),
      ];
      return { pdf: plainPdf(pages), pages: pages.length };
    },
    'dossiers.inspect': ({ id }) => {
      const record = dossiers.get(id);
      if (!record) return new Failed('dossier-missing');
      return inspectionOf(record, [...entities.values()]);
    },
    'dossiers.export': ({ id }) => {
      const record = dossiers.get(id);
      if (!record) return new Failed('dossier-missing');
      return { pages: record.sections.length + 1, sha256: '9f3c21ab'.repeat(8) };
    },
    'dossiers.package': ({ id, request }) => {
      const record = dossiers.get(id);
      if (!record) return new Failed('dossier-missing');
      return {
        pages: record.sections.length + 1,
        sha256: '9f3c21ab'.repeat(8),
        files: 23,
        bytes: 184_320,
        manifest: '51d07be4'.repeat(8),
        archive: request.form === 'zip' ? 'c2a94f10'.repeat(8) : null,
        fingerprint: '4f2a09c1'.repeat(8),
        protectedNames: 0,
        possibleNames: 0,
        withheld: request.files === 'originals' ? [{ exhibit: 2, why: 'names' }] : [],
      };
    },
    'stamps.add': () => {
      const record = material.stampOf(++made);
      store([{ collection: 'stamps', record }]);
      return record;
    },
    'stamps.delete': ({ id }) => {
      store([], [{ collection: 'stamps', id }]);
      return null;
    },
    'stamps.check': () => [...stamps.values()].map(({ id }) => ({ stamp: id, state: 'holds' })),
    'archive.log': ({ from, limit }) => ({
      length: lines,
      head: lines === 0 ? '0'.repeat(64) : activity(lines).hash,
      headText: `kuferak log head 1\nline ${lines}\nsha256 ${activity(lines).hash}\n`,
      entries: Array.from({ length: Math.max(0, Math.min(limit, lines - from)) }, (_, index) =>
        activity(lines - from - index),
      ),
    }),
    'archive.verify': async ({ full }, call = 0) => {
      for (let done = 0; done < 3; done += 1) {
        bridge.emit('progress', { call, done, total: 3 });
        await pause(5);
        if (cancelled.has(call)) return new Failed('cancelled');
      }
      return {
        intact: options.damaged !== true,
        full,
        checked: {
          files: 31,
          bytes: 4_812_113,
          originals: full ? 10 : 0,
          activities: lines,
          unnamed: options.damaged === true ? 2 : 0,
        },
        findings: options.damaged === true ? damage : [],
      };
    },
    'timeline.export': ({ request, despiteNames }) =>
      request.named !== null && !despiteNames
        ? new Failed('names-protected')
        : { entries: 4, protectedNames: 0 },
    'compare.export': ({ a, despiteNames }) =>
      a === later.source.id && !despiteNames
        ? new Failed('names-protected')
        : {
            ...{ files: 1, bytes: 4_812, protectedNames: despiteNames ? 1 : 0, unchecked: 0 },
            ...{ possibleNames: 0, heldBack: 0 },
            digest: { of: 'file', sha256: '4e'.repeat(32) },
          },
    'archive.export': ({ sharing, files, despiteNames }) =>
      sharing === null && !despiteNames
        ? new Failed('names-protected')
        : {
            files: 44,
            bytes: 9_812_113,
            protectedNames: sharing === null ? 1 : 0,
            possibleNames: 2,
            unchecked: sharing !== null && files === 'originals' ? 12 : 0,
            heldBack: 0,
            digest: { of: 'manifest', sha256: '9c'.repeat(32) },
            earlier: {
              at: '2026-04-11T09:14:00.000Z',
              format: 'bagit',
              sha256: '7b'.repeat(32),
              recipient: 'The Ferry Review',
              since: [
                { action: 'source.import', count: 3 },
                { action: 'quote.add', count: 7 },
              ],
            },
          },
    'tags.add': (draft) => {
      if ([...tags.values()].some(({ name }) => name === draft.name))
        return new Failed('tag-exists');
      const record: Tag = {
        ...draft,
        id: material.tagId(++made),
        colour: draft.colour ?? 1,
        parent: draft.parent as Tag['parent'],
      };
      store([{ collection: 'tags', record }]);
      return record;
    },
    'tags.edit': ({ id, patch }) => {
      const before = tags.get(id);
      if (!before) return new Failed('tag-missing');
      const record = { ...before, ...given(patch) };
      store([{ collection: 'tags', record }]);
      return record;
    },
    'entities.add': (draft) => {
      const record: Entity = { ...draft, id: material.entityId(++made) };
      store([{ collection: 'entities', record }]);
      return record;
    },
    'entities.edit': ({ id, patch }) => {
      const before = entities.get(id);
      if (!before) return new Failed('entity-missing');
      const record = { ...before, ...given(patch) };
      store([{ collection: 'entities', record }]);
      return record;
    },
  };

  const answer =
    (name: CallName) =>
    async (input: unknown, call?: number): Promise<Answer<unknown>> => {
      bridge.calls.push({ name, input });
      await pause(options.delay ?? 0);
      while (name === options.untilStopped && !cancelled.has(call ?? 0)) await pause(10);
      const code = failing.get(name);
      failing.delete(name);
      if (code !== undefined) return { ok: false, error: { code } };
      const handler = handlers[name] as (input: unknown, call?: number) => unknown;
      const value = await settled(() => handler(input, call));
      return value instanceof Failed
        ? {
            ok: false,
            error: { code: value.code, ...(value.detail && { detail: value.detail }) },
          }
        : { ok: true, value: structuredClone(value), seq };
    };
  return new Proxy(bridge, {
    get: (under, property: string) => {
      if (property === 'cancel')
        return (call: number) => {
          cancelled.add(call);
          under.cancel(call);
        };
      if (property === 'failNext')
        return (name: CallName, code: string) => {
          if (name in handlers) failing.set(name, code);
          else under.failNext(name, code);
        };
      const group = (under as unknown as Record<string, unknown>)[property];
      if (!Object.keys(handlers).some((name) => name.startsWith(`${property}.`))) return group;
      return new Proxy(
        {},
        {
          get: (_, verb: string) => {
            const name = `${property}.${verb}` as CallName;
            return name in handlers ? answer(name) : (group as Record<string, unknown>)[verb];
          },
        },
      );
    },
  });
}
