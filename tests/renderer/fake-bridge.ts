/** A bridge without a main process: an archive in memory, for tests of the window. */
import type {
  FieldClaims,
  NameReport,
  QuoteOffer,
  SearchProgress,
  SearchResult,
  SlotInfo,
} from '../../archive/face/index.ts';
import { findMentions } from '../../archive/compare/mentions.ts';
import { findSpeech } from '../../archive/speech/find-speech.ts';
import { wordsFor } from '../../archive/wordlist/recovery-words.ts';
import { wordsOfShare } from '../../archive/wordlist/share-words.ts';
import type {
  Changed,
  Claim,
  Delete,
  Dossier,
  Entity,
  Gathering,
  GatheringId,
  Pairing,
  Profile,
  ProfileId,
  Put,
  PageLayout,
  Quote,
  SavedSearch,
  SavedSearchId,
  Source,
  SourceId,
  Stamp,
  Tag,
  TagId,
  TextDocument,
  Trashed,
  TrashId,
} from '../../archive/model/index.ts';
import type {
  Answer,
  AppState,
  Bridge,
  CallName,
  Chosen,
  Events,
  EventName,
  Input,
  ModelFolder,
  Output,
} from '../../src/preload/contract.ts';
import { copiesOfReport, reuseOf } from './wording-beside.ts';
import * as material from './material.ts';
import { trashBeside } from './trash-beside.ts';

export interface FakeOptions {
  /** Begins with the archive open. */
  readonly open?: boolean;
  /** Begins without any material. */
  readonly empty?: boolean;
  readonly passphrase?: string;
  readonly textSize?: number;
  readonly theme?: 'system' | 'light' | 'dark';
  /** Milliseconds that every answer takes. */
  readonly delay?: number;
  /** Begins in the middle of being given new keys. */
  readonly rekeying?: boolean;
  /** Why nothing can be written. */
  readonly readOnly?: string;
}

/** What `keys.addRecoveryWords` answers. */
export const recoveryWords = wordsFor(new Uint8Array(32).map((_, at) => at * 7));

/** Shares as `keys.addShares` answers them; none of them opens anything. */
export const sharesOf = (needed: number, made: number, set = 1): string[] =>
  Array.from({ length: made }, (_, at) =>
    wordsOfShare({
      set: Uint8Array.from([set, 2, 3, 4]),
      needed,
      part: new Uint8Array(33).map((__, place) => at * 31 + place),
    }),
  );

export interface FakeBridge extends Bridge {
  /** All calls so far, by name. */
  readonly calls: { name: string; input: unknown }[];
  /** Makes the next call of that name fail. */
  failNext(name: CallName, code: string): void;
  /** Makes the next call of that name wait so many milliseconds. */
  slowNext(name: CallName, milliseconds: number): void;
  /** The next answer of the search tells that its index is only so far. */
  buildingNext(progress: SearchProgress): void;
  emit<E extends EventName>(event: E, value: Events[E]): void;
  /** Adds so many plain sources, for long lists. */
  addMany(count: number): void;
  /** Puts copies of the last source there, by other outlets. */
  addCopies(): void;
  /** Puts quotes there without a change being told: for long texts. */
  putQuotes(quotes: readonly Quote[]): void;
  /** Changes a source, as something done elsewhere would. */
  patchSource(id: string, patch: Partial<Source>): void;
  /** Replaces what a source says. */
  setText(id: string, text: TextDocument): void;
  /** Says where the words of a picture stand. */
  setLayout(id: string, layout: PageLayout): void;
}

type Handler<N extends CallName> = (
  input: Input<N>,
  call: number | undefined,
) => Output<N> | Failed | Promise<Output<N> | Failed>;

class Failed {
  readonly code: string;
  readonly detail: Readonly<Record<string, string | number>> | undefined;
  constructor(code: string, detail?: Readonly<Record<string, string | number>>) {
    this.code = code;
    this.detail = detail;
  }
}

function modelSource(index: number): Source {
  const source = material.sources[index];
  if (!source) throw new Error('the material has no such source');
  return source;
}

const now = '2026-04-21T09:00:00.000Z';

const noText: TextDocument = {
  version: 1,
  text: '',
  blocks: [],
  spans: [],
  language: 'en',
  direction: 'ltr',
};

export function fakeBridge(options: FakeOptions = {}): FakeBridge {
  const sources = new Map<string, Source>();
  const quotes = new Map<string, Quote>();
  const layouts = new Map<string, PageLayout>();
  const tags = new Map<string, Tag>();
  const entities = new Map<string, Entity>();
  const dossiers = new Map<string, Dossier>();
  const searches = new Map<string, SavedSearch>();
  const texts = new Map<string, TextDocument>(material.texts);
  if (options.empty !== true) {
    for (const source of material.sources) sources.set(source.id, source);
    for (const quote of material.quotes) quotes.set(quote.id, quote);
    for (const tag of material.tags) tags.set(tag.id, tag);
    for (const entity of material.entities) entities.set(entity.id, entity);
  }
  let name = 'River towns 2026';
  let open = options.open ?? false;
  let sample = false;
  let readOnly = options.readOnly ?? null;
  let rekeying = options.rekeying ?? false;
  let passphrase = options.passphrase ?? 'walnut river candle spoon meadow zipper';
  let slots: SlotInfo[] = [
    { slot: 0, kind: 'passphrase', kdf: { memory: 256 * 1024, passes: 3 }, shares: null },
  ];
  let seq = 7;
  let made = 1000;
  let undoing: (() => { puts: readonly Put[]; deletes: readonly Delete[] }) | null = null;
  let settings = {
    theme: options.theme ?? ('system' as const),
    lockAfterMinutes: 10,
    textSize: options.textSize ?? 17,
    recheckDays: 30,
    hideFromScreenshots: true,
  };
  const listeners = new Map<string, Set<(value: unknown) => void>>();
  const failing = new Map<string, string>();
  const slowing = new Map<string, number>();
  const cancelled = new Set<number>();
  const calls: { name: string; input: unknown }[] = [];
  const tickets = new Map<string, string>();

  const emit = <E extends EventName>(event: E, value: Events[E]) => {
    for (const listener of listeners.get(event) ?? []) listener(value);
  };
  const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
  const ticket = (file: string): Chosen => {
    const value = (++made).toString(16).padStart(32, '0');
    tickets.set(value, file);
    return { ticket: value, name: file };
  };
  const counts = () => {
    const all: Record<string, number> = {};
    for (const { source } of quotes.values()) all[source] = (all[source] ?? 0) + 1;
    return all;
  };
  const stamps = new Map<string, Stamp>();
  if (options.empty !== true) stamps.set('stamp', material.stampOfSource(5));
  const profiles = new Map<string, Profile>();
  const trash = new Map<string, Trashed>();
  const gatherings = new Map<string, Gathering>();
  const collections = {
    sources,
    quotes,
    tags,
    entities,
    dossiers,
    profiles,
    stamps,
    searches,
    claims: new Map<string, Claim>(),
    pairings: new Map<string, Pairing>(),
    trash,
    gatherings,
  } as const;
  let models: ModelFolder | null = null;
  const store = (puts: readonly Put[], deletes: readonly Delete[] = []) => {
    for (const { collection, record } of puts) {
      if (collection === 'about' || collection === 'activities') continue;
      (collections[collection] as Map<string, unknown>).set(record.id, record);
    }
    for (const { collection, id } of deletes) {
      if (collection !== 'about' && collection !== 'activities') collections[collection].delete(id);
    }
    const quoteCounts: Record<string, number> = {};
    const all = counts();
    for (const { collection, record } of puts)
      if (collection === 'quotes') quoteCounts[record.source] = all[record.source] ?? 0;
    for (const source of sources.keys()) quoteCounts[source] = all[source] ?? 0;
    const changed: Changed = { seq: ++seq, puts, deletes, quoteCounts };
    emit('changed', changed);
  };
  const bin = trashBeside({
    sources,
    quotes,
    dossiers,
    trash,
    now,
    store,
    undoable: (undo) => {
      undoing = undo;
    },
  });
  const state = (): AppState => ({
    archive: open
      ? {
          name,
          archiveId: '0'.repeat(32),
          words: ['amber', 'ferry', 'lantern', 'oak'],
          readOnly,
          unsaved: 0,
          rekeying,
          notices: [],
          seq,
        }
      : null,
    sample,
    version: '0.1.0',
    settings,
  });
  const setOpen = () => {
    open = true;
    emit('lock', { open: true, reason: 'asked' });
    const { archive } = state();
    if (!archive) throw new Error('nothing is open');
    return archive;
  };
  const anchorOf = (
    { passage, source }: Input<'quotes.add'>,
    text: TextDocument | null | undefined,
  ): Quote['anchor'] | Failed => {
    if (passage.kind === 'region') return passage.region;
    if (!text) return new Failed('no-text');
    if (passage.kind !== 'place') return new Failed('passage-missing');
    const { start, end, exact } = passage;
    if (text.text.slice(start, end) !== exact) return new Failed('passage-differs');
    return {
      kind: 'text',
      exact,
      prefix: text.text.slice(Math.max(0, start - 32), start),
      suffix: text.text.slice(end, end + 32),
      start,
      end,
      textSha256: sources.get(source)?.text?.sha256 ?? '',
    };
  };

  const tagIds = (choices: readonly ({ tag: string } | { name: string })[], puts: Put[]): TagId[] =>
    choices.map((choice) => {
      if ('tag' in choice) return choice.tag as TagId;
      const found = [...tags.values()].find(
        (tag) => tag.name.toLowerCase() === choice.name.toLowerCase(),
      );
      if (found) return found.id;
      const record: Tag = {
        id: material.tagId(++made),
        name: choice.name,
        colour: 3,
        definition: '',
        parent: null,
      };
      puts.push({ collection: 'tags', record });
      return record.id;
    });
  const speakerId = (choice: Input<'quotes.add'>['speaker'], puts: Put[]): Quote['speaker'] => {
    if (choice === null) return null;
    if ('entity' in choice) return choice.entity as Quote['speaker'];
    const found = [...entities.values()].find((entity) =>
      [entity.name, ...entity.spellings].includes(choice.name),
    );
    if (found) return found.id;
    const record: Entity = {
      id: material.entityId(++made),
      kind: 'person',
      name: choice.name,
      spellings: [],
      role: '',
      protection: 'undecided',
      note: '',
    };
    puts.push({ collection: 'entities', record });
    return record.id;
  };

  const addSlot = (slot: Omit<SlotInfo, 'slot'>) => {
    slots = [...slots, { ...slot, slot: slots.length }];
  };
  /** What opens the archive, checked; then the work. */
  const opening = async <T>(current: string, work: () => T): Promise<T | Failed> => {
    await pause(30);
    return current === passphrase ? work() : new Failed('wrong-passphrase');
  };

  /** Every reading is a claim of its own. */
  const claimsOf = ({ title, metadata }: Source): FieldClaims[] =>
    (['title', 'authors', 'publisher', 'published', 'modified', 'event'] as const).map((field) => {
      const read = field === 'authors' ? 'author' : field;
      const known = { ...metadata, title, authors: metadata.authors.join('; ') || null };
      const claims = metadata.readings
        .filter((reading) => reading.field === read)
        .map(({ value, from }) => ({ value, from: [from], kept: value === known[field] }));
      const byHand = metadata.byHand?.find((each) => each.field === field) ?? null;
      return { field, kept: known[field], claims, contradict: claims.length > 1, byHand };
    });
  const formerTexts = new Map<string, TextDocument>();
  const hexOf = (value: number) => value.toString(16).padStart(64, '0');
  /** The source with another text. Quotes are placed by their words alone. */
  const derive = (source: Source, text: NonNullable<Source['text']>) => {
    const { text: words } = texts.get(source.id) ?? noText;
    const former = [...(source.formerTexts ?? []), ...(source.text ? [source.text] : [])];
    const record: Source = {
      ...source,
      text: { ...text, blob: text.sha256 as never },
      formerTexts: former.filter(({ sha256 }) => sha256 !== text.sha256),
    };
    const mine = [...quotes.values()].filter((quote) => quote.source === source.id);
    const placed = mine.flatMap((quote): Quote[] => {
      if (quote.anchor.kind !== 'text') return [];
      const start = words.indexOf(quote.anchor.exact);
      const end = start + quote.anchor.exact.length;
      const anchor = { ...quote.anchor, start, end, textSha256: text.sha256 };
      return start === -1 ? [] : [{ ...quote, anchor }];
    });
    undoing = () => ({
      puts: [
        { collection: 'sources', record: source },
        ...mine.map((quote): Put => ({ collection: 'quotes', record: quote })),
      ],
      deletes: [],
    });
    store([
      { collection: 'sources', record },
      ...placed.map((quote): Put => ({ collection: 'quotes', record: quote })),
    ]);
    const lost = mine.length - placed.length;
    return { source: record, quotes: { exact: placed.length, moved: 0, changed: 0, lost } };
  };
  /** The first quote of the version before is exact, the second has other words, the rest is not there. */
  const offersFor = (source: Source): QuoteOffer[] => {
    const carried = new Set([...quotes.values()].map(({ carriedFrom }) => carriedFrom));
    return [...quotes.values()]
      .filter((quote) => quote.source === source.versionOf && quote.anchor.kind === 'text')
      .map((quote, at): QuoteOffer => {
        if (quote.anchor.kind !== 'text' || at > 1)
          return { quote, placing: { kind: 'lost', why: 'missing' } };
        const textSha256 = source.text?.sha256 ?? '';
        const exact = at === 0 ? quote.anchor.exact : quote.anchor.exact.replace(/ \S+/, ' other');
        const anchor = { ...quote.anchor, exact, textSha256 };
        return { quote, placing: { kind: at === 0 ? 'exact' : 'changed', anchor } };
      })
      .filter(({ quote }) => !carried.has(quote.id));
  };

  const handlers: { [N in CallName]?: Handler<N> } = {
    'app.state': state,
    'app.changeSettings': (patch) => (settings = { ...settings, ...(patch as typeof settings) }),
    'archive.chooseFolder': ({ purpose }) =>
      ticket(purpose === 'create' ? 'river-towns' : 'my-chest'),
    'archive.suggestPassphrase': () => 'walnut river candle spoon meadow zipper',
    'archive.create': async (input) => {
      await pause(60);
      ({ name, passphrase } = input);
      return setOpen();
    },
    'archive.open': async (input) => {
      await pause(60);
      return [passphrase, recoveryWords].includes(input.passphrase)
        ? setOpen()
        : new Failed('wrong-passphrase');
    },
    'archive.resume': () => {
      readOnly = null;
      emit('trouble', null);
      return null;
    },
    'archive.discardUnsaved': () => {
      emit('trouble', { code: 'disk-full', unsaved: 0 });
      return null;
    },
    'keys.list': () => slots,
    'keys.changePassphrase': ({ current, next }) =>
      opening(current, () => {
        passphrase = next;
        return null;
      }),
    'keys.addPassphrase': ({ current }) =>
      opening(current, () => {
        addSlot({ kind: 'passphrase', kdf: { memory: 256 * 1024, passes: 3 }, shares: null });
        return null;
      }),
    'keys.addRecoveryWords': ({ current }) =>
      opening(current, () => {
        addSlot({ kind: 'recovery', kdf: null, shares: null });
        return recoveryWords;
      }),
    'keys.addShares': ({ current, needed, made: count }) =>
      opening(current, () => {
        addSlot({ kind: 'shares', kdf: null, shares: { needed, made: count } });
        return sharesOf(needed, count);
      }),
    'keys.remove': ({ current, slot }) =>
      opening(current, () => {
        slots = slots.filter((other) => other.slot !== slot);
        return null;
      }),
    'keys.rekey': ({ current, next }) =>
      opening(current, () => {
        passphrase = next;
        rekeying = true;
        slots = slots.slice(0, 1);
        return null;
      }),
    'keys.continueRekey': async (_input, call = 0) => {
      for (let done = 1; done <= 40; done += 1) {
        if (cancelled.has(call)) return new Failed('cancelled');
        emit('progress', { call, done, total: 40 });
        await pause(50);
      }
      rekeying = false;
      return null;
    },
    'archive.openSample': async () => {
      await pause(60);
      sample = true;
      return setOpen();
    },
    'archive.lock': () => {
      open = false;
      emit('lock', { open: false, reason: 'asked' });
      return null;
    },
    'archive.records': () => ({
      seq,
      about: { id: 'archive', name, createdAt: now, schema: 1, lastShelfmark: sources.size },
      sources: [...sources.values()],
      tags: [...tags.values()],
      entities: [...entities.values()],
      dossiers: [...dossiers.values()],
      profiles: [...profiles.values()],
      stamps: [...stamps.values()],
      searches: [...searches.values()],
      claims: [],
      pairings: [],
      gatherings: [...gatherings.values()],
      trashed: [...trash.keys()] as TrashId[],
      quoteCounts: counts(),
    }),
    'archive.undo': () => {
      if (!undoing) return null;
      const { puts, deletes } = undoing();
      undoing = null;
      store(puts, deletes);
      return { action: 'change.undo' };
    },
    'archive.redo': () => null,
    'archive.log': () => ({ length: 0, head: '0'.repeat(64), headText: '', entries: [] }),
    'archive.saveHead': () => true,
    'archive.setActor': () => null,
    'profiles.save': (draft) => {
      const there = [...profiles.values()].find((profile) => profile.name === draft.name);
      const id = there?.id ?? (material.idOf('prf', ++made) as ProfileId);
      const record: Profile = { ...(draft as Omit<Profile, 'id'>), id, changedAt: now };
      store([{ collection: 'profiles', record }]);
      return record;
    },
    'profiles.delete': ({ id }) => {
      store([], [{ collection: 'profiles', id }]);
      return null;
    },
    'stamps.add': () => null,
    'stamps.delete': () => null,
    'stamps.check': () => [],
    'files.choose': () => [ticket('diary-page.html'), ticket('empty.txt'), ticket('harbour.jpg')],
    'files.offer': (file) => ticket(file.name),
    // `light-300.wacz` holds 300 pages.
    'sources.parts': ({ file }) => {
      const pages = /-(\d+)\.wacz$/.exec(tickets.get(file) ?? '')?.[1];
      return pages === undefined ? null : material.partList(Number(pages));
    },
    'sources.import': async ({ files, capture }, call = 0) => {
      const outcomes: Output<'sources.import'>['outcomes'][number][] = [];
      for (const [index, file] of files.entries()) {
        if (cancelled.has(call)) return { outcomes, cancelled: true };
        emit('progress', { call, done: index, total: files.length });
        await pause(30);
        const fileName = tickets.get(file) ?? 'file';
        if (fileName.startsWith('empty')) {
          outcomes.push({ name: fileName, result: { state: 'failed', code: 'empty' } });
          continue;
        }
        const twin = [...sources.values()].find((source) => source.original.name === fileName);
        if (twin) {
          const { id, shelfmark } = twin;
          outcomes.push({
            name: fileName,
            result: { state: 'already-there', source: id, shelfmark, same: 'bytes' },
          });
          continue;
        }
        // What was deleted before, by its name.
        const deleted = [...trash.values()].find((item) =>
          item.sources.some(({ original }) => original.name === fileName),
        );
        const lying = deleted && {
          item: deleted.id,
          shelfmark: deleted.sources[0]?.shelfmark ?? '',
          quotes: deleted.quotes.length,
        };
        const model = modelSource(9);
        const id = material.sourceId(++made);
        const shelfmark = `K-${String(sources.size + 1).padStart(4, '0')}`;
        const isImage = /\.(?:jpe?g|png|webp)$/i.test(fileName);
        const record: Source = {
          ...model,
          id,
          shelfmark,
          title: fileName.replace(/\.\w+$/, ''),
          kind: isImage ? 'image' : 'page',
          text: isImage ? null : model.text,
          image: isImage ? { width: 1600, height: 1067, orientation: 1 } : null,
          original: { ...model.original, name: fileName },
          capture,
          tags: [],
          addedAt: now,
        };
        const text = texts.get(model.id);
        if (!isImage && text) texts.set(id, text);
        store([{ collection: 'sources', record }]);
        outcomes.push({
          name: fileName,
          result: {
            state: 'taken',
            ...(lying && { trashed: lying }),
            source: id,
            shelfmark,
            notes: isImage ? [] : ['encoding-guessed'],
            versionOf: null,
          },
        });
      }
      return { outcomes, cancelled: false };
    },
    'sources.text': ({ source }) =>
      sources.has(source) ? (texts.get(source) ?? null) : new Failed('source-missing'),
    'sources.layout': ({ source }) => layouts.get(source) ?? null,
    'ocr.languages': () => ['en', 'be', 'uk', 'pl', 'ar', ...(models?.languages ?? [])],
    'ocr.models': () => models,
    'ocr.chooseModels': () => (models = { name: 'tessdata', languages: ['ru'] }),
    'ocr.forgetModels': () => (models = null),
    'ocr.run': () => ({ outcomes: [], stopped: false }),
    'ocr.pause': () => null,
    'ocr.cancel': () => null,
    'sources.nearDuplicates': () => [],
    'pictures.derive': () => ({ made: 0, failed: 0, stopped: false }),
    'sources.edit': ({ id, patch }) => {
      const source = sources.get(id);
      if (!source) return new Failed('source-missing');
      const puts: Put[] = [];
      const {
        tags: choices,
        published,
        publisher,
        event,
        modified,
        authors,
        address,
        licence,
        why,
        ...rest
      } = patch;
      const known = { published, publisher, event, modified, authors, address, licence };
      const given = Object.entries(known).filter(([, value]) => value !== undefined);
      const fields = [...given.map(([field]) => field), ...(rest.title ? ['title'] : [])];
      const plain = Object.fromEntries(
        Object.entries(rest).filter(([, value]) => value !== undefined),
      );
      const record: Source = {
        ...source,
        ...(plain as Partial<Source>),
        metadata: {
          ...source.metadata,
          ...(Object.fromEntries(given) as Partial<Source['metadata']>),
          ...(why && { byHand: fields.map((field) => ({ ...why, field, at: now })) as never }),
        },
        tags: choices ? tagIds(choices, puts) : source.tags,
      };
      undoing = () => ({ puts: [{ collection: 'sources', record: source }], deletes: [] });
      store([...puts, { collection: 'sources', record }]);
      return record;
    },
    'sources.readAgain': ({ id, how }) => {
      const source = sources.get(id);
      if (!source?.text) return new Failed('no-text');
      const encoding = { label: how.encoding ?? 'utf-8', guessed: how.encoding === null };
      return derive(source, { ...source.text, encoding, sha256: hexOf(++made) });
    },
    'sources.correctText': ({ id, correction: { text, of, by, reason } }) => {
      const source = sources.get(id);
      const before = texts.get(id);
      if (!source?.text || !before) return new Failed('no-text');
      if (source.text.sha256 !== of) return new Failed('text-changed');
      formerTexts.set(source.text.sha256, before);
      const blocks = [{ kind: 'paragraph' as const, start: 0, end: text.length }];
      texts.set(id, { ...before, text, blocks, spans: [] });
      const method = { name: 'kuferak-hand', version: '1' };
      const correction = { by, reason, of };
      return derive(source, { ...source.text, method, correction, sha256: hexOf(++made) });
    },
    'sources.restoreText': ({ id, sha256 }) => {
      const source = sources.get(id);
      const ref = source?.formerTexts?.find((former) => former.sha256 === sha256);
      if (!source || !ref) return new Failed('no-text');
      texts.set(id, formerTexts.get(sha256) ?? texts.get(id) ?? noText);
      return derive(source, ref);
    },
    'sources.claims': ({ source: id }) => {
      const source = sources.get(id);
      return source ? claimsOf(source) : new Failed('source-missing');
    },
    'sources.offerQuotes': ({ source: id }) => {
      const source = sources.get(id);
      if (!source) return new Failed('source-missing');
      return offersFor(source);
    },
    'sources.suggestQuotes': ({ source: id }) => {
      const document = texts.get(id);
      if (!document) return new Failed('no-text');
      const people = [...entities.values()].filter(({ kind }) => kind !== 'place');
      const names = people.map(({ kind, name, spellings }) => {
        return { kind, spellings: [name, ...spellings] };
      });
      return findSpeech(document, findMentions(document.text, names)).map(
        ({ start, end, speaker, attribution }) => {
          const known = people[speaker?.entity ?? -1];
          const name = speaker && (known?.name ?? document.text.slice(speaker.start, speaker.end));
          const who =
            speaker && name ? { entity: known?.id ?? null, name, named: speaker.named } : null;
          return { start, end, exact: document.text.slice(start, end), speaker: who, attribution };
        },
      );
    },
    'sources.carryQuotes': ({ source: id, quotes: wanted }) => {
      const source = sources.get(id);
      if (!source) return new Failed('source-missing');
      const records = offersFor(source).flatMap(({ quote, placing }): Quote[] =>
        wanted.includes(quote.id) && placing.kind !== 'lost'
          ? [
              {
                ...quote,
                id: material.quoteId(++made),
                source: source.id,
                anchor: placing.anchor,
                carriedFrom: quote.id,
              },
            ]
          : [],
      );
      undoing = () => ({
        puts: [],
        deletes: records.map((record) => ({ collection: 'quotes' as const, id: record.id })),
      });
      store(records.map((record) => ({ collection: 'quotes', record })));
      return records;
    },
    'sources.delete': ({ id, deleting }) => {
      const source = sources.get(id);
      if (!source) return new Failed('source-missing');
      const { parts, dossiers: used } = bin.usesOf(id);
      if (parts > 0 && deleting?.parts !== true) return new Failed('source-has-parts');
      if (used.length > 0 && deleting?.used !== true) return new Failed('source-in-use');
      const out = [...sources.values()].filter(({ partOf }) => partOf === id);
      return bin.move([source, ...out], []);
    },
    'quotes.list': ({ source }) =>
      [...quotes.values()].filter((quote) => source === undefined || quote.source === source),
    'quotes.add': (draft) => {
      const text = texts.get(draft.source);
      const anchor = anchorOf(draft, text);
      if (anchor instanceof Failed) return anchor;
      const puts: Put[] = [];
      const record: Quote = {
        id: material.quoteId(++made),
        source: draft.source as SourceId,
        anchor,
        language: text?.language ?? 'und',
        speaker: speakerId(draft.speaker, puts),
        attribution: draft.attribution,
        saidOn: draft.saidOn,
        translation: draft.translation,
        ...(draft.seen !== undefined && { seen: draft.seen }),
        note: draft.note,
        tags: tagIds(draft.tags, puts),
        check: draft.check,
        ...(draft.confidence && { confidence: draft.confidence }),
        ...(draft.sensitive === true && { sensitive: true }),
        createdAt: now,
        changedAt: now,
      };
      undoing = () => ({ puts: [], deletes: [{ collection: 'quotes', id: record.id }] });
      store([...puts, { collection: 'quotes', record }]);
      return record;
    },
    'quotes.edit': ({ id, patch }) => {
      const quote = quotes.get(id);
      if (!quote) return new Failed('quote-missing');
      const puts: Put[] = [];
      const record: Quote = {
        ...quote,
        speaker: patch.speaker === undefined ? quote.speaker : speakerId(patch.speaker, puts),
        attribution: patch.attribution === undefined ? quote.attribution : patch.attribution,
        saidOn: patch.saidOn === undefined ? quote.saidOn : patch.saidOn,
        ...(patch.seen !== undefined && { seen: patch.seen }),
        note: patch.note ?? quote.note,
        check: patch.check ?? quote.check,
        translation: patch.translation === undefined ? quote.translation : patch.translation,
        ...(patch.confidence && { confidence: patch.confidence }),
        ...(patch.sensitive !== undefined && { sensitive: patch.sensitive }),
        tags: patch.tags ? tagIds(patch.tags, puts) : quote.tags,
      };
      undoing = () => ({ puts: [{ collection: 'quotes', record: quote }], deletes: [] });
      store([...puts, { collection: 'quotes', record }]);
      return record;
    },
    'quotes.place': ({ id, passage }) => {
      const quote = quotes.get(id);
      const source = quote && sources.get(quote.source);
      if (!quote || !source?.text || quote.anchor.kind !== 'text')
        return new Failed('quote-missing');
      const record = { ...quote };
      delete record.formerly;
      if (passage?.kind === 'place') {
        const { exact, start, end } = passage;
        const textSha256 = source.text.sha256;
        record.anchor = { ...quote.anchor, exact, start, end, textSha256 };
      }
      undoing = () => ({ puts: [{ collection: 'quotes', record: quote }], deletes: [] });
      store([{ collection: 'quotes', record }]);
      return record;
    },
    'quotes.delete': ({ id, deleting }) => {
      const quote = quotes.get(id);
      if (!quote) return new Failed('quote-missing');
      if (bin.usesOf(id).dossiers.length > 0 && deleting?.used !== true)
        return new Failed('quote-in-use');
      return bin.move([], [quote]);
    },
    'trash.uses': ({ id }) => bin.usesOf(id),
    'trash.list': () => bin.list(),
    'trash.putBackInstead': ({ id, instead }) => {
      const item = trash.get(id);
      if (!item) return new Failed('trash-missing');
      const back = bin.restore(item);
      const gone = instead.flatMap((one) => sources.get(one) ?? []);
      if (gone.length > 0) bin.move(gone, []);
      return { ...back, replaced: gone.length };
    },
    'trash.restore': ({ id }) => {
      const item = trash.get(id);
      return item ? bin.restore(item) : new Failed('trash-missing');
    },
    'trash.destroy': ({ ids }) => {
      const going = ids === 'all' ? ([...trash.keys()] as TrashId[]) : ids;
      store(
        [],
        going.map((id) => ({ collection: 'trash', id })),
      );
      return { items: going.length, forgotten: true };
    },
    'search.find': ({ query, kinds, limit, offset = 0, facets = false, sort }) => {
      const open = /^(?:[^"]*"[^"]*")*[^"]*("[^"]*)$/.exec(query)?.[1];
      if (open !== undefined) {
        const at = query.length - open.length;
        return new Failed('query-invalid', { reason: 'quote-open', at, length: open.length });
      }
      const found = inOrder(find(query), sort).filter(
        ({ kind }) => kinds.length === 0 || kinds.includes(kind),
      );
      const progress = building.shift() ?? null;
      return {
        results: found.slice(offset, offset + limit),
        total: found.length,
        facets: facets ? countFacets(found) : null,
        progress,
      };
    },
    'search.prepare': () => null,
    'search.names': ({ list }): readonly NameReport[] =>
      list
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .map((wanted) => {
          const results = find(wanted);
          return {
            name: wanted,
            count: results.length,
            spellings:
              results.length === 0
                ? []
                : [{ found: wanted.toLowerCase(), exact: true, count: results.length }],
            results,
          };
        }),
    'search.chooseNames': () => 'Sokal\nHryb\nNobody Atall\n',
    'search.exportNames': ({ rows }) => ({ names: rows.length }),
    'search.alike': ({ id }) =>
      id === material.sourceId(10)
        ? [8, 9].map((number) => {
            const { shelfmark, title } = modelSource(number - 1);
            const other = material.sourceId(number);
            return {
              by: 'text' as const,
              id: other,
              kind: 'source' as const,
              sourceId: other,
              shelfmark,
              title,
              share: number / 10,
            };
          })
        : [],
    'compare.reuse': async (asked, call = 0) => {
      await pause(1);
      if (cancelled.has(call)) return new Failed('cancelled');
      emit('progress', { call, done: 500, total: 1_000 });
      return reuseOf({ sources, texts }, asked);
    },
    'collections.add': (draft) => {
      if ([...gatherings.values()].some((one) => one.name === draft.name))
        return new Failed('collection-exists');
      const id = material.idOf('gat', ++made) as GatheringId;
      const record: Gathering = { ...draft, id, createdAt: now, changedAt: now } as Gathering;
      undoing = () => ({ puts: [], deletes: [{ collection: 'gatherings', id }] });
      store([{ collection: 'gatherings', record }]);
      return record;
    },
    'collections.edit': ({ id, patch }) => {
      const before = gatherings.get(id);
      if (!before) return new Failed('collection-missing');
      const all = new Set<string>([...(patch.sources ?? before.sources), ...(patch.put ?? [])]);
      for (const gone of patch.take ?? []) all.delete(gone);
      const { name: called = before.name, note = before.note } = patch;
      const record = { ...before, name: called, note, sources: [...all] as SourceId[] };
      undoing = () => ({ puts: [{ collection: 'gatherings', record: before }], deletes: [] });
      store([{ collection: 'gatherings', record }]);
      return record;
    },
    'collections.delete': ({ id }) => {
      const before = gatherings.get(id);
      if (!before) return new Failed('collection-missing');
      undoing = () => ({ puts: [{ collection: 'gatherings', record: before }], deletes: [] });
      store([], [{ collection: 'gatherings', id }]);
      return null;
    },
    'search.save': (draft) => {
      if ([...searches.values()].some((one) => one.name === draft.name))
        return new Failed('search-exists');
      const id = material.idOf('sea', ++made) as SavedSearchId;
      const record: SavedSearch = { ...draft, id, createdAt: now, changedAt: now };
      undoing = () => ({ puts: [], deletes: [{ collection: 'searches', id }] });
      store([{ collection: 'searches', record }]);
      return record;
    },
    'search.edit': ({ id, patch }) => {
      const before = searches.get(id);
      if (!before) return new Failed('search-missing');
      const record = { ...before, ...(patch as Partial<SavedSearch>) };
      undoing = () => ({ puts: [{ collection: 'searches', record: before }], deletes: [] });
      store([{ collection: 'searches', record }]);
      return record;
    },
    'search.delete': ({ id }) => {
      const before = searches.get(id);
      if (!before) return new Failed('search-missing');
      undoing = () => ({ puts: [{ collection: 'searches', record: before }], deletes: [] });
      store([], [{ collection: 'searches', id }]);
      return null;
    },
  };

  const building: SearchProgress[] = [];

  const dateOf = ({ sourceId }: SearchResult) => sources.get(sourceId)?.metadata.published ?? '';

  function inOrder(found: readonly SearchResult[], sort = 'relevance'): readonly SearchResult[] {
    if (sort === 'relevance') return found;
    const sign = sort === 'newest' ? -1 : 1;
    return [...found].sort((a, b) => sign * dateOf(a).localeCompare(dateOf(b)));
  }

  function countFacets(found: readonly SearchResult[]) {
    const count = (values: readonly string[]) =>
      [...new Set(values)]
        .map((value) => ({ value, count: values.filter((other) => other === value).length }))
        .sort((a, b) => b.count - a.count);
    const tagsOf = ({ id, sourceId, kind }: SearchResult) =>
      (kind === 'quote' ? quotes.get(id) : sources.get(sourceId))?.tags ?? [];
    return {
      kinds: count(found.map(({ kind }) => kind)),
      languages: count(found.map(({ language }) => language)),
      tags: count(found.flatMap(tagsOf).map((id) => tags.get(id)?.name ?? id)),
      speakers: count(found.flatMap(({ speaker }) => speaker ?? [])),
      years: count(found.map((one) => dateOf(one).slice(0, 4)).filter((year) => year !== '')),
    };
  }

  /** Words without filters; those are heeded only for kind, language and tag. */
  function find(query: string): SearchResult[] {
    const filters: [string, string][] = [];
    const words = query.replace(
      /=?\b(kind|lang|tag):("[^"]*"|\S+)/g,
      (_, key: string, value: string) => {
        filters.push([key, value.replaceAll('"', '')]);
        return '';
      },
    );
    const of = new Map([...tags.values()].map(({ id, name }) => [id as string, name]));
    return findWords(words.trim(), filters.length > 0).filter((result) =>
      filters.every(([key, value]) => {
        if (key === 'kind') return result.kind === value;
        if (key === 'lang') return result.language === value;
        const { kind, id, sourceId } = result;
        const own = (kind === 'quote' ? quotes.get(id) : sources.get(sourceId))?.tags ?? [];
        return own.some((tag) => of.get(tag) === value);
      }),
    );
  }

  /** Plain containment; the real search knows much more. "sakol" shows what a reason looks like. */
  function findWords(query: string, all: boolean): SearchResult[] {
    const sounds = query.toLowerCase() === 'sakol' ? 'sokal' : null;
    const wanted = sounds ?? query.toLowerCase().trim();
    if (wanted === '' && !all) return [];
    const results: SearchResult[] = [];
    for (const source of sources.values()) {
      const text = texts.get(source.id)?.text ?? '';
      const at = text.toLowerCase().indexOf(wanted);
      const inTitle = source.title.toLowerCase().indexOf(wanted);
      if (at === -1 && inTitle === -1) continue;
      const from = Math.max(0, at - 60);
      results.push({
        id: source.id,
        kind: source.kind === 'image' ? 'image' : 'source',
        sourceId: source.id,
        shelfmark: source.shelfmark,
        title: source.title,
        language: source.text?.language ?? 'und',
        direction: source.text?.direction ?? 'ltr',
        score: 0.9,
        reasons: sounds
          ? [{ kind: 'same-sound', asked: query, found: text.slice(at, at + wanted.length) }]
          : [],
        matches: [
          ...(inTitle === -1
            ? []
            : [{ field: 'title', start: inTitle, end: inTitle + wanted.length }]),
          ...(at === -1 ? [] : [{ field: 'text', start: at, end: at + wanted.length }]),
        ],
        excerpt: at === -1 ? null : { text: text.slice(from, at + 120), start: from },
        speaker: null,
        missing: [],
      });
    }
    for (const quote of quotes.values()) {
      if (quote.anchor.kind !== 'text') continue;
      const source = sources.get(quote.source);
      const speaker = quote.speaker === null ? null : (entities.get(quote.speaker)?.name ?? null);
      const at = quote.anchor.exact.toLowerCase().indexOf(wanted);
      const bySpeaker = speaker?.toLowerCase().includes(wanted) ?? false;
      if (!source || (at === -1 && !bySpeaker)) continue;
      results.push({
        id: quote.id,
        kind: 'quote',
        sourceId: quote.source,
        shelfmark: source.shelfmark,
        title: source.title,
        language: quote.language,
        direction: source.text?.direction ?? 'ltr',
        score: 0.8,
        reasons: sounds
          ? [{ kind: 'same-sound', asked: query, found: speaker ?? '' }]
          : bySpeaker
            ? [{ kind: 'speaker', asked: query, found: speaker ?? '' }]
            : [],
        matches: at === -1 ? [] : [{ field: 'text', start: at, end: at + wanted.length }],
        excerpt: { text: quote.anchor.exact, start: 0 },
        speaker,
        missing: [],
      });
    }
    return results;
  }

  const groups: Record<string, Record<string, unknown>> = {};
  const answer =
    (callName: CallName) =>
    async (input: unknown, call?: number): Promise<Answer<unknown>> => {
      calls.push({ name: callName, input });
      const slow = slowing.get(callName);
      slowing.delete(callName);
      await pause(slow ?? options.delay ?? 0);
      const code = failing.get(callName);
      failing.delete(callName);
      if (code !== undefined) return { ok: false, error: { code } };
      const handler = handlers[callName] as Handler<CallName> | undefined;
      if (!handler) return { ok: false, error: { code: 'internal' } };
      const value: unknown = await handler(input as never, call);
      return value instanceof Failed
        ? { ok: false, error: { code: value.code, ...(value.detail && { detail: value.detail }) } }
        : { ok: true, value: structuredClone(value), seq };
    };
  return new Proxy({} as FakeBridge, {
    get: (_, property: string) => {
      const special: Partial<Record<string, unknown>> = {
        calls,
        emit,
        failNext: (callName: CallName, code: string) => failing.set(callName, code),
        slowNext: (callName: CallName, milliseconds: number) => slowing.set(callName, milliseconds),
        buildingNext: (progress: SearchProgress) => building.push(progress),
        cancel: (call: number) => cancelled.add(call),
        on: (event: string, listener: (value: unknown) => void) => {
          const all = listeners.get(event) ?? new Set();
          listeners.set(event, all.add(listener));
          return () => all.delete(listener);
        },
        dropped: (files: readonly File[]) =>
          Promise.resolve(files.map((file) => ticket(file.name))),
        addMany: (count: number) => {
          const model = modelSource(0);
          for (let index = 0; index < count; index += 1) {
            const id = material.sourceId(10_000 + index);
            const shelfmark = `K-${String(1000 + index)}`;
            sources.set(id, { ...model, id, shelfmark, title: `Minutes, sheet ${index + 1}` });
          }
        },
        addCopies: () => {
          for (const { source, text } of copiesOfReport()) {
            sources.set(source.id, source);
            texts.set(source.id, text);
          }
        },
        putQuotes: (more: readonly Quote[]) => {
          for (const quote of more) quotes.set(quote.id, quote);
        },
        setText: (id: string, text: TextDocument) => texts.set(id, text),
        setLayout: (id: string, layout: PageLayout) => layouts.set(id, layout),
        patchSource: (id: string, patch: Partial<Source>) => {
          const source = sources.get(id);
          if (source)
            store([{ collection: 'sources', record: { ...source, ...patch, id: source.id } }]);
        },
      };
      if (property in special) return special[property];
      return (groups[property] ??= new Proxy(
        {},
        { get: (__, verb: string) => answer(`${property}.${verb}` as CallName) },
      ) as Record<string, unknown>);
    },
  });
}
