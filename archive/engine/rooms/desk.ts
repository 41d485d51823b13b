/** What a researcher writes down: sources as described, quotes, tags, entities, profiles. */
import type { DeskCalls } from '../../face/index.ts';
import { ok } from '../../lib/result.ts';
import { renameTag } from '../../search/rename-tag.ts';
import { addQuote } from '../../store/commands/add-quote.ts';
import { editQuote } from '../../store/commands/edit-quote.ts';
import { editSource } from '../../store/commands/edit-source.ts';
import { addEntity, editEntity } from '../../store/commands/entities.ts';
import { deleteProfile, saveProfile } from '../../store/commands/profiles.ts';
import { addTag, editTag } from '../../store/commands/tags.ts';
import { placeQuoteAt } from '../deriving-texts.ts';
import type { OpenArchive } from '../open-archive.ts';
import type { Answer } from './answer.ts';

export function deskRoom(open: OpenArchive): DeskCalls {
  const { reading } = open;
  return {
    editSource: (id, patch) => open.run(editSource(id, patch)),

    quotes: (source) =>
      Promise.resolve(ok(source === undefined ? reading.all('quotes') : reading.quotesOf(source))),
    async addQuote(draft) {
      const text = await open.textOf(draft.source);
      return text.ok ? open.run(addQuote(draft, text.value)) : text;
    },
    editQuote: (id, patch) => open.run(editQuote(id, patch)),
    placeQuote: async (id, passage) =>
      (await placeQuoteAt(open, id, passage)) as Answer<'placeQuote'>,

    addTag: (draft) => open.run(addTag(draft)),
    editTag: (id, patch) => open.run(editTag(id, patch, renameTag)),
    addEntity: (draft) => open.run(addEntity(draft)),
    editEntity: (id, patch) => open.run(editEntity(id, patch)),
    saveProfile: (draft) => open.run(saveProfile(draft)),
    deleteProfile: (id) => open.run(deleteProfile(id)),
  };
}
