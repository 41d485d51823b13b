/** What each call of the window does: a line each where the engine does the work. */
import type { BrowserWindow } from 'electron';
import { basename } from 'node:path';
import { type Archive, VERSION } from '../../../archive/index.ts';
import { fail, ok, type Result } from '../../../archive/lib/result.ts';
import { limits } from '../../../archive/model/index.ts';
import { readSmall } from '../../files/read-small.ts';
import { namesIn, readNameList } from '../../files/read-names.ts';
import { en } from '../../messages/en.ts';
import { translator } from '../../messages/translate.ts';
import type { Checked, ModelFolder, Output, Settings } from '../../preload/contract.ts';
import type { Desk } from '../desk.ts';
import { chooseFile, chooseFiles, chooseFolder, chooseTarget } from '../dialogs.ts';
import { suggestPassphrase } from '../passphrase.ts';
import type { SettingsFile } from '../settings.ts';
import type { Handlers } from './answer.ts';
import { importFiles, partsOf } from './import-files.ts';
import { suggestedName } from './suggested-name.ts';
import type { Tickets } from './tickets.ts';

export interface HandlerParts {
  readonly desk: Desk;
  readonly tickets: Tickets;
  readonly settings: SettingsFile;
  readonly applySettings: (settings: Settings) => void;
  readonly window: () => BrowserWindow | null;
}

const t = translator('en', en);

export function makeHandlers({
  desk,
  tickets,
  settings,
  applySettings,
  window,
}: HandlerParts): Handlers {
  /** Runs with the open archive; `closed` when there is none any more. */
  const opened = <T>(work: (archive: Archive) => Promise<Result<T>>): Promise<Result<T>> =>
    desk.archive ? work(desk.archive) : Promise.resolve(fail('closed'));
  /** Asks where to, and has the archive write it there; `null` when nobody chose a place. */
  const saving = <T>(
    title: string,
    name: string,
    write: (archive: Archive, path: string) => Promise<Result<T>>,
  ): Promise<Result<T | null>> =>
    opened<T | null>(async (archive) => {
      const path = await chooseTarget(window(), title, name);
      return path === null ? ok(null) : write(archive, path);
    });
  const folderOf = (ticket: string): Result<string> => {
    const held = tickets.look(ticket);
    return held?.kind === 'path' ? ok(held.path) : fail('ticket-expired');
  };

  return {
    'app.state': async () => {
      const state = desk.archive ? await desk.archive.state() : null;
      return ok({
        archive: state?.ok ? state.value : null,
        sample: desk.sample,
        version: VERSION,
        settings: settings.now,
      });
    },
    'app.changeSettings': async (patch) => {
      const changed = await settings.change(withoutUndefined(patch));
      applySettings(changed);
      return ok(changed);
    },

    'archive.chooseFolder': async ({ purpose }) => {
      const path = await chooseFolder(window(), purpose);
      return ok(path === null ? null : tickets.forPath(path));
    },
    'archive.suggestPassphrase': () => Promise.resolve(ok(suggestPassphrase())),
    'archive.create': async ({ folder, name, passphrase }) => {
      const path = folderOf(folder);
      return path.ok ? desk.create(path.value, name, passphrase) : path;
    },
    'archive.open': async ({ folder, passphrase, acceptOlder = false }) => {
      const path = folderOf(folder);
      return path.ok ? desk.open(path.value, passphrase, acceptOlder) : path;
    },
    'archive.openSample': (_input, job) => desk.openSample(job),
    'archive.lock': async () => {
      await desk.lock('asked');
      return ok(null);
    },
    'archive.records': () => opened((archive) => archive.records()),
    'archive.verify': ({ full }, job) => opened((archive) => archive.verify(full, job)),
    'archive.export': (request, job) =>
      saving(t(`dialog.export.${request.format}`), exportNames[request.format], (archive, path) =>
        archive.exportAll(request, path, job),
      ),
    'archive.log': ({ from, limit }) => opened((archive) => archive.log(from, limit)),
    'archive.saveHead': () =>
      opened<boolean>(async (archive) => {
        const name = suggestedName('head', 'txt');
        const path = await chooseTarget(window(), t('dialog.saveHead'), name);
        if (path === null) return ok(false);
        const saved = await archive.saveHead(path);
        return saved.ok ? ok(true) : saved;
      }),
    'archive.setActor': ({ actor }) => opened((archive) => archive.setActor(actor)),
    'archive.undo': () => opened((archive) => archive.undo()),
    'archive.redo': () => opened((archive) => archive.redo()),
    'archive.resume': () => opened((archive) => archive.resume()),
    'archive.discardUnsaved': () => opened((archive) => archive.discardUnsaved()),

    'keys.list': () => opened((archive) => archive.slots()),
    'keys.changePassphrase': ({ current, next }) =>
      opened((archive) => archive.changePassphrase(current, next)),
    'keys.addPassphrase': ({ current, next }) =>
      opened((archive) => archive.addPassphrase(current, next)),
    'keys.addRecoveryWords': ({ current }) =>
      opened((archive) => archive.addRecoveryWords(current)),
    'keys.addShares': ({ current, needed, made }) =>
      opened((archive) => archive.addShares(current, { needed, made })),
    'keys.remove': ({ current, slot }) => opened((archive) => archive.removeSlot(current, slot)),
    'keys.rekey': ({ current, next }) => opened((archive) => archive.rekey(current, next)),
    'keys.continueRekey': (_input, job) => opened((archive) => archive.continueRekey(job)),

    'files.choose': async () =>
      ok((await chooseFiles(window())).map((path) => tickets.forPath(path))),
    'files.offer': ({ name, bytes }) =>
      Promise.resolve(ok(tickets.forBytes(basename(name), bytes))),

    'sources.parts': ({ file }, job) => opened((archive) => partsOf(archive, tickets, file, job)),
    'sources.import': (input, job) =>
      opened((archive) => importFiles(archive, tickets, input, job)),
    'sources.text': ({ source }) => opened((archive) => archive.text(source)),
    'sources.layout': ({ source }) => opened((archive) => archive.layout(source)),
    'sources.edit': ({ id, patch }) => opened((archive) => archive.editSource(id, patch)),
    'sources.readAgain': ({ id, how }) => opened((archive) => archive.readAgain(id, how)),
    'sources.correctText': ({ id, correction }) =>
      opened((archive) => archive.correctText(id, correction)),
    'sources.restoreText': ({ id, sha256 }) => opened((archive) => archive.restoreText(id, sha256)),
    'sources.claims': ({ source }) => opened((archive) => archive.fieldClaims(source)),
    'sources.suggestQuotes': ({ source }) => opened((archive) => archive.suggestQuotes(source)),
    'sources.offerQuotes': ({ source }) => opened((archive) => archive.offerQuotes(source)),
    'sources.carryQuotes': ({ source, quotes }) =>
      opened((archive) => archive.carryQuotes(source, quotes)),
    'sources.nearDuplicates': ({ sources }, job) =>
      opened((archive) => archive.nearDuplicates(sources, job)),
    'sources.delete': ({ id, deleting = {} }) =>
      opened((archive) => archive.deleteSource(id, withoutUndefined(deleting))),

    'ocr.languages': () =>
      opened(async (archive) => {
        await archive.useModels(settings.models);
        return archive.ocrLanguages();
      }),
    'ocr.models': () => opened((archive) => modelFolder(archive, settings.models)),
    'ocr.chooseModels': () =>
      opened(async (archive) => {
        const path = await chooseFolder(window(), 'models');
        if (path === null) return ok(null);
        const used = await archive.useModels(path);
        if (!used.ok) return used;
        await settings.changeModels(path);
        return modelFolder(archive, path);
      }),
    'ocr.forgetModels': () =>
      opened(async (archive) => {
        await settings.changeModels(null);
        const used = await archive.useModels(null);
        return used.ok ? ok(null) : used;
      }),
    'ocr.run': ({ sources, languages }, job) =>
      opened(async (archive) => {
        await archive.useModels(settings.models);
        return archive.recognise(sources, languages, job);
      }),
    'ocr.pause': () => opened((archive) => archive.pauseRecognition()),
    'ocr.cancel': () => opened((archive) => archive.cancelRecognition()),

    'pictures.derive': (_, job) => opened((archive) => archive.derivePictures(job)),

    'quotes.list': ({ source }) => opened((archive) => archive.quotes(source)),
    'quotes.add': (draft) => opened((archive) => archive.addQuote(draft)),
    'quotes.edit': ({ id, patch }) => opened((archive) => archive.editQuote(id, patch)),
    'quotes.place': ({ id, passage }) => opened((archive) => archive.placeQuote(id, passage)),
    'quotes.delete': ({ id, deleting = {} }) =>
      opened((archive) => archive.deleteQuote(id, withoutUndefined(deleting))),

    'collections.add': (draft) => opened((archive) => archive.addGathering(draft)),
    'collections.edit': ({ id, patch }) => opened((archive) => archive.editGathering(id, patch)),
    'collections.delete': ({ id }) => opened((archive) => archive.deleteGathering(id)),

    'trash.uses': ({ id }) => opened((archive) => archive.usesOf(id)),
    'trash.list': () => opened((archive) => archive.trash()),
    'trash.putBackInstead': ({ id, instead }) =>
      opened((archive) => archive.putBackInstead(id, instead)),
    'trash.restore': ({ id }) => opened((archive) => archive.restoreTrashed(id)),
    'trash.destroy': ({ ids, reason }) => opened((archive) => archive.destroyTrashed(ids, reason)),

    'tags.add': (draft) => opened((archive) => archive.addTag(draft)),
    'tags.edit': ({ id, patch }) => opened((archive) => archive.editTag(id, patch)),
    'tags.uses': () => opened((archive) => archive.tagUses()),
    'tags.merge': ({ from, into }) => opened((archive) => archive.mergeTags(from, into)),
    'tags.split': (split) => opened((archive) => archive.splitTag(split)),
    'tags.delete': ({ id, takeOff }) => opened((archive) => archive.deleteTag(id, { takeOff })),
    'tags.many': (many) => opened((archive) => archive.tagMany(many)),
    'tags.addMemo': ({ id, text }) => opened((archive) => archive.addTagMemo(id, text)),
    'tags.deleteMemo': ({ id, memo }) => opened((archive) => archive.deleteTagMemo(id, memo)),
    'codes.table': (request) => opened((archive) => archive.codeTable(request)),
    'codes.export': (request) =>
      saving(
        t(`dialog.saveCodes.${request.format}`),
        suggestedName('codebook', request.format),
        (archive, path) => archive.exportCodeTable(request, path),
      ),
    'timeline.naming': ({ entity }) => opened((archive) => archive.entriesNaming(entity)),
    'timeline.export': ({ request, despiteNames }) =>
      saving(t('dialog.saveTimeline'), suggestedName('timeline', 'csv'), (archive, path) =>
        archive.exportTimeline(request, despiteNames, path),
      ),
    'entities.add': (draft) => opened((archive) => archive.addEntity(draft)),
    'entities.edit': ({ id, patch }) => opened((archive) => archive.editEntity(id, patch)),
    'entities.merge': (merge) => opened((archive) => archive.mergeEntities(merge)),
    'entities.split': (split) => opened((archive) => archive.splitEntity(split)),
    'entities.mentions': ({ id }, job) => opened((archive) => archive.mentionsOf(id, job)),
    'entities.count': (_input, job) => opened((archive) => archive.countNames(job)),
    'entities.export': (request, job) =>
      saving(
        t('dialog.saveNameList'),
        suggestedName(request.kind === 'place' ? 'places' : 'names', 'csv'),
        (archive, path) => archive.exportNameList(request, path, job),
      ),
    'entities.delete': ({ id }) => opened((archive) => archive.deleteEntity(id)),

    'stamps.add': () =>
      opened<Output<'stamps.add'>>(async (archive) => {
        const path = await chooseFile(window(), t('dialog.chooseStamp'));
        if (path === null) return ok(null);
        const bytes = await readSmall(path, limits.stampBytes);
        return typeof bytes === 'string'
          ? fail(bytes)
          : archive.addStamp({ name: basename(path), bytes });
      }),
    'stamps.delete': ({ id }) => opened((archive) => archive.deleteStamp(id)),
    'stamps.check': (_input, job) => opened((archive) => archive.checkStamps(job)),

    'profiles.save': (draft) => opened((archive) => archive.saveProfile(draft)),
    'profiles.delete': ({ id }) => opened((archive) => archive.deleteProfile(id)),

    'search.find': (request) => opened((archive) => archive.searchPage(request)),
    'search.prepare': (_input, job) => opened((archive) => archive.prepareSearch(job)),
    'search.names': ({ list, limit }, job) =>
      opened((archive) => archive.searchNames(namesIn(list), limit, job)),
    'search.chooseNames': async () =>
      readNameList(await chooseFile(window(), t('dialog.chooseNames'))),
    'search.exportNames': ({ rows }) =>
      saving(t('dialog.saveNames'), suggestedName('names', 'csv'), async (archive, path) => {
        const written = await archive.exportNames(rows, path);
        return written.ok ? ok({ names: rows.length }) : written;
      }),
    'search.alike': ({ id, limit }) => opened((archive) => archive.alike(id, limit)),
    'search.save': (draft) => opened((archive) => archive.addSavedSearch(draft)),
    'search.edit': ({ id, patch }) => opened((archive) => archive.editSavedSearch(id, patch)),
    'search.delete': ({ id }) => opened((archive) => archive.deleteSavedSearch(id)),
    'compare.pair': ({ a, b }, job) => opened((archive) => archive.compare(a, b, job)),
    'compare.reuse': (request, job) => opened((archive) => archive.findReuse(request, job)),
    'compare.export': (request, job) =>
      saving(
        t(`dialog.saveComparison.${request.format}`),
        suggestedName('comparison', request.format === 'csv' ? 'csv' : 'jsonld'),
        (archive, path) => archive.exportComparison(request, path, job),
      ),

    'pairs.decide': (draft) => opened((archive) => archive.decidePairings(draft)),
    'pairs.forget': ({ ids }) => opened((archive) => archive.forgetPairings(ids)),

    'claims.add': (draft) => opened((archive) => archive.addClaim(draft)),
    'claims.edit': ({ id, patch }) => opened((archive) => archive.editClaim(id, patch)),
    'claims.delete': ({ id }) => opened((archive) => archive.deleteClaim(id)),
    'claims.addRows': ({ id, rows }) => opened((archive) => archive.addClaimRows(id, rows)),
    'claims.editRow': ({ id, row, patch }) =>
      opened((archive) => archive.editClaimRow(id, row, patch)),
    'claims.deleteRow': ({ id, row }) => opened((archive) => archive.deleteClaimRow(id, row)),
    'claims.trace': ({ id, tracing }) => opened((archive) => archive.traceClaimRows(id, tracing)),
    'claims.export': (request) =>
      saving(t('dialog.saveClaims'), suggestedName('claims', 'csv'), (archive, path) =>
        archive.exportClaims(request, path),
      ),
    'claims.table': ({ id }) => opened((archive) => archive.claimTable(id)),
    'claims.offers': ({ id }, job) => opened((archive) => archive.offerOrigins(id, job)),

    'dossiers.add': (draft) => opened((archive) => archive.addDossier(draft)),
    'dossiers.edit': ({ id, patch }) => opened((archive) => archive.editDossier(id, patch)),
    'dossiers.delete': ({ id }) => opened((archive) => archive.deleteDossier(id)),
    'dossiers.preview': ({ id }, job) => opened((archive) => archive.previewDossier(id, job)),
    'dossiers.inspect': ({ id }, job) => opened((archive) => archive.inspectDossier(id, job)),
    'dossiers.export': ({ id, despiteNames, recipient }, job) =>
      saving(t('dialog.saveDossier'), suggestedName('dossier', 'pdf'), (archive, path) =>
        archive.exportDossier(id, path, { despiteNames, recipient }, job),
      ),
    'dossiers.package': ({ id, request }, job) =>
      saving(t('dialog.savePackage'), packageName(request), (archive, path) =>
        archive.exportPackage(id, path, request, job),
      ),
  };
}

function packageName({ form, seal }: Checked<'dossiers.package'>['request']): string {
  if (form === 'folder') return suggestedName('dossier');
  return suggestedName('dossier', seal ? 'zip.age' : 'zip');
}

const exportNames = {
  bagit: 'archive-bag',
  qdpx: 'archive.qdpx',
  csv: 'archive-csv',
  json: 'archive.json',
} as const;

/** One that is not there any more is told with no language. */
async function modelFolder(
  archive: Archive,
  path: string | null,
): Promise<Result<ModelFolder | null>> {
  if (path === null) return ok(null);
  const used = await archive.useModels(path);
  return ok({ name: basename(path), languages: used.ok ? used.value : [] });
}

function withoutUndefined<T extends object>(
  patch: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
