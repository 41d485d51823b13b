/** Every text that a person reads, in English: the source of truth for the other languages. */
import { claims } from './en/claims.ts';
import { codes } from './en/codes.ts';
import { collections } from './en/collections.ts';
import { commands } from './en/commands.ts';
import { compare } from './en/compare.ts';
import { covered } from './en/covered.ts';
import { derived } from './en/derived.ts';
import { dossier } from './en/dossier.ts';
import { inserting } from './en/inserting.ts';
import { failures } from './en/failures.ts';
import { keys } from './en/keys.ts';
import { left } from './en/left.ts';
import { library } from './en/library.ts';
import { log } from './en/log.ts';
import { names } from './en/names.ts';
import { ocr } from './en/ocr.ts';
import { proofs } from './en/proofs.ts';
import { reader } from './en/reader.ts';
import { search } from './en/search.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { stamps } from './en/stamps.ts';
import { trash } from './en/trash.ts';
import { timeline } from './en/timeline.ts';
import { wording } from './en/wording.ts';

export const en = {
  ...shell,
  ...library,
  ...reader,
  ...search,
  ...ocr,
  ...derived,
  ...compare,
  ...wording,
  ...claims,
  ...dossier,
  ...inserting,
  ...timeline,
  ...log,
  ...stamps,
  ...trash,
  ...collections,
  ...proofs,
  ...settings,
  ...codes,
  ...names,
  ...keys,
  ...failures,
  ...commands,
  ...covered,
  ...left,
} as const;
