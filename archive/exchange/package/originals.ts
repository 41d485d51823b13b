/**
 * Which original may leave beside a dossier as it was collected. Only what can be read whole is let go where a name is
 * to be hidden: a file out of which names cannot be told stays.
 */
import {
  coversGraphic,
  regionsOf,
  type Sharing,
  type Source,
  type TextDocument,
} from '../../model/index.ts';
import { findNames, type Forms, isFixed, withoutIdentifiers } from '../../redact/index.ts';
import type { FilesToLeave } from '../view.ts';

/** Why a file did not leave as it was collected. */
export type Withheld =
  /** It was not asked for. */
  | 'not-asked'
  /** It is graphic, and such pictures are covered. */
  | 'graphic'
  /** A name stands in it that must not leave. */
  | 'names'
  /** A name must not leave, and what is in this sort of file cannot be told for certain. */
  | 'unread';

export type Decision =
  | { readonly leaves: 'original' }
  /** Its pixels alone. */
  | { readonly leaves: 'picture' }
  | { readonly leaves: 'nothing'; readonly why: Withheld };

export interface Rule {
  readonly files: FilesToLeave;
  readonly sharing: Sharing | null;
  /** Names that must not leave. */
  readonly forms: Forms;
}

/** Read by people and programs as characters, and so by us. */
const READABLE = /^(?:text\/(?:html|plain|markdown|csv)|application\/(?:xhtml\+xml|json))$/;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

const nothing = (why: Withheld): Decision => ({ leaves: 'nothing', why });

/** What can be said before the bytes are read; `null` when they must be. */
export function decideByRecord(source: Source, { files, sharing, forms }: Rule): Decision | null {
  if (files === 'none') return nothing('not-asked');
  if (source.kind === 'image') {
    if (source.graphic && coversGraphic(sharing)) return nothing('graphic');
    // Where parts of it must not leave, a picture stands in its place in which they are black.
    if (regionsOf(source).length > 0) return { leaves: 'picture' };
    // Where names are hidden, what is written into the file of a picture stays: it may tell who, where and when.
    return { leaves: files === 'originals' && forms.empty ? 'original' : 'picture' };
  }
  if (files !== 'originals') return nothing('not-asked');
  if (forms.empty) return { leaves: 'original' };
  return READABLE.test(source.original.mediaType) ? null : nothing('unread');
}

export function decideByContent(
  source: Source,
  text: TextDocument | null,
  bytes: Uint8Array,
  { forms }: Rule,
): Decision {
  const raw = decoded(bytes, source.text?.encoding?.label ?? 'utf-8');
  if (raw === null) return nothing('unread');
  const readings = source.metadata.readings.map(({ value }) => value);
  const texts = [raw, unescaped(raw), text?.text ?? '', ...readings, source.original.name];
  return texts.some((one) => isNamedIn(one, forms)) ? nothing('names') : { leaves: 'original' };
}

function isNamedIn(text: string, forms: Forms): boolean {
  return !isFixed(text) && findNames(withoutIdentifiers(text), forms).length > 0;
}

function decoded(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The ways in which pages and their data write a letter by its number. */
function unescaped(text: string): string {
  return text
    .replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
      try {
        return decodeURIComponent(escaped);
      } catch {
        return escaped;
      }
    })
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,5}));/gi, (sign, hex, decimal, name) => {
      if (typeof name === 'string') return ENTITIES[name] ?? sign;
      const code = typeof hex === 'string' ? parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : sign;
    });
}
