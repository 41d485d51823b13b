/** Originals as they are shown, and what is made of pictures: small ones, and words. */
import type { PictureCalls } from '../../face/index.ts';
import { languagesIn, ocrLanguages, type ShownBeside } from '../../import/index.ts';
import { quietJob } from '../../lib/job.ts';
import { fail, ok } from '../../lib/result.ts';
import type { Source } from '../../model/index.ts';
import type { OpenArchive } from '../open-archive.ts';
import type { Answer } from './answer.ts';
import { originalOf } from './original-of.ts';

export function pictureRoom(open: OpenArchive): PictureCalls {
  const { recognising, deriving, reading } = open;
  return {
    original: (id) => originalOf(open, id),

    async appearance(id) {
      const original = await originalOf(open, id);
      if (!original.ok) return original;
      const source = reading.get('sources', id);
      const beside = source ? await filesBeside(open, source) : [];
      if (open.closed) return fail('closed');
      const encoding = source?.text?.encoding?.label;
      const hint = {
        name: source?.original.name ?? '',
        ...(encoding !== undefined && { encoding }),
      };
      return open.reader.appearance(original.value, hint, beside);
    },

    async picture(id, size, page = 1) {
      const source = reading.get('sources', id);
      if (!source) return fail('source-missing');
      return page > 1 ? deriving.page(source, page) : deriving.shown(source, size);
    },

    async derivePictures(job = quietJob) {
      if (open.store.readOnly) return fail('read-only');
      return (await deriving.run(job)) as Answer<'derivePictures'>;
    },

    ocrLanguages: () => Promise.resolve(ok(ocrLanguages(recognising.models))),

    useModels(folder) {
      const found = folder === null ? [] : languagesIn(folder);
      recognising.models = found.length > 0 ? folder : null;
      return Promise.resolve(
        folder !== null && found.length === 0 ? fail('models-missing') : ok(found),
      );
    },

    recognise: async (sources, languages, job = quietJob) =>
      (await recognising.run(sources, languages, job)) as Answer<'recognise'>,
    pauseRecognition: async () => (await recognising.pause()) as Answer<'pauseRecognition'>,
    cancelRecognition: async () => (await recognising.cancel()) as Answer<'cancelRecognition'>,
  };
}

/** What lay beside a saved page. What is lost is a blank in the page; a check tells of it. */
async function filesBeside({ vault }: OpenArchive, { pageFiles }: Source): Promise<ShownBeside[]> {
  const beside: ShownBeside[] = [];
  for (const { name, mediaType, blob } of pageFiles ?? []) {
    const bytes = await vault.blobs.get(blob);
    if (bytes.ok) beside.push({ name, mediaType, bytes: bytes.value });
  }
  return beside;
}
