/** The shape of `sample/case.json`: the sample archive as plain data that refers to its own parts by key. */
import { z } from 'zod';
import {
  Attribution,
  Capture,
  CheckStatus,
  EntityKind,
  Language,
  LongText,
  Name,
  PageSize,
  PartialDate,
  Protection,
  ShortText,
  SourceKind,
  Translation,
} from '../../archive/model/index.ts';

/** Stands for an identifier until the archive is made: `harbour-light-1`, `zhaleika`. Unique within its list. */
export const Key = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

export const SampleTag = z.strictObject({
  key: Key,
  name: Name,
  colour: z.int().min(1).max(8),
  definition: LongText,
  /** Key of a tag that stands earlier in the list. */
  parent: Key.nullable(),
});

export const SampleEntity = z.strictObject({
  key: Key,
  kind: EntityKind,
  name: Name,
  spellings: z.array(Name),
  role: ShortText,
  protection: Protection,
  note: LongText,
});

export const SampleFile = z.strictObject({
  key: Key,
  /** Name of the file in `sample/files`. */
  file: z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9]+)+$/),
  kind: SourceKind,
  /** Set by hand, where the file does not give a good one; `null` leaves what was read. */
  title: Name.nullable(),
  /** What an importer should find: for the tests, not to be stored. `null` for pictures. */
  language: Language.nullable(),
  /** WHATWG label of the encoding in which the bytes are. `null` for pictures. */
  encoding: z.enum(['utf-8', 'windows-1251', 'koi8-r']).nullable(),
  address: z.url().nullable(),
  /** Set by hand, where the file does not say it or says it wrongly; `null` leaves what was read. */
  publisher: Name.nullable(),
  published: PartialDate.nullable(),
  /** When what it shows or tells happened; `null` leaves what was read. */
  event: PartialDate.nullable(),
  /** Key of the file that is the earlier capture of the same address. */
  versionOf: Key.nullable(),
  capture: Capture,
  tags: z.array(Key),
  note: LongText,
  graphic: z.boolean(),
});

export const SampleQuote = z.strictObject({
  key: Key,
  /** Key of the file. */
  file: Key,
  /** Occurs exactly once in the readable text of the file, within one block. */
  exact: z.string().min(1),
  language: Language,
  /** Key of an entity. */
  speaker: Key.nullable(),
  attribution: Attribution.nullable(),
  saidOn: PartialDate.nullable(),
  translation: Translation.nullable(),
  tags: z.array(Key),
  note: LongText,
  check: CheckStatus,
});

export const SampleSection = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), text: Name }),
  z.strictObject({ kind: z.literal('text'), markdown: LongText }),
  z.strictObject({ kind: z.literal('quote'), quote: Key }),
  z.strictObject({ kind: z.literal('source'), file: Key }),
  z.strictObject({ kind: z.literal('comparison'), a: Key, b: Key }),
]);

export const SampleDossier = z.strictObject({
  key: Key,
  title: Name,
  matter: ShortText,
  author: ShortText,
  handling: ShortText,
  language: Language,
  pageSize: PageSize,
  sections: z.array(SampleSection),
});

export const SampleCase = z.strictObject({
  version: z.literal(1),
  /** Name of the archive. */
  name: Name,
  licence: z.literal('CC0-1.0'),
  tags: z.array(SampleTag),
  entities: z.array(SampleEntity),
  /** In the order in which they were collected; an earlier version stands before a later one. */
  files: z.array(SampleFile),
  quotes: z.array(SampleQuote),
  dossiers: z.array(SampleDossier),
});

export type SampleTag = z.infer<typeof SampleTag>;
export type SampleEntity = z.infer<typeof SampleEntity>;
export type SampleFile = z.infer<typeof SampleFile>;
export type SampleQuote = z.infer<typeof SampleQuote>;
export type SampleSection = z.infer<typeof SampleSection>;
export type SampleDossier = z.infer<typeof SampleDossier>;
export type SampleCase = z.infer<typeof SampleCase>;
