/** The system's own dialogs for files and folders; nothing that was chosen is added to what the system lists as recent. */
import { type BrowserWindow, dialog } from 'electron';
import { en } from '../messages/en.ts';
import { translator } from '../messages/translate.ts';
import type { Checked } from '../preload/contract.ts';

const t = translator('en', en);

type Purpose = Checked<'archive.chooseFolder'>['purpose'] | 'models';

const folderTitles = {
  create: 'dialog.chooseNewFolder',
  open: 'dialog.chooseFolder',
  import: 'dialog.chooseImportFolder',
  models: 'dialog.chooseModels',
} as const;

export async function chooseFolder(window: BrowserWindow | null, purpose: Purpose) {
  const options = {
    title: t(folderTitles[purpose]),
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'] as const,
  };
  const shown = { ...options, properties: [...options.properties] };
  const { canceled, filePaths } = window
    ? await dialog.showOpenDialog(window, shown)
    : await dialog.showOpenDialog(shown);
  return canceled ? null : (filePaths[0] ?? null);
}

export async function chooseFiles(window: BrowserWindow | null): Promise<string[]> {
  const options = {
    title: t('dialog.chooseFiles'),
    properties: ['openFile' as const, 'multiSelections' as const, 'dontAddToRecent' as const],
  };
  const { canceled, filePaths } = window
    ? await dialog.showOpenDialog(window, options)
    : await dialog.showOpenDialog(options);
  return canceled ? [] : filePaths;
}

export async function chooseFile(
  window: BrowserWindow | null,
  title: string,
): Promise<string | null> {
  const options = { title, properties: ['openFile' as const, 'dontAddToRecent' as const] };
  const { canceled, filePaths } = window
    ? await dialog.showOpenDialog(window, options)
    : await dialog.showOpenDialog(options);
  return canceled ? null : (filePaths[0] ?? null);
}

export async function chooseTarget(
  window: BrowserWindow | null,
  title: string,
  name: string,
): Promise<string | null> {
  const options = {
    title,
    defaultPath: name,
    properties: [
      'createDirectory' as const,
      'showOverwriteConfirmation' as const,
      'dontAddToRecent' as const,
    ],
  };
  const { canceled, filePath } = window
    ? await dialog.showSaveDialog(window, options)
    : await dialog.showSaveDialog(options);
  return canceled || filePath === '' ? null : filePath;
}
