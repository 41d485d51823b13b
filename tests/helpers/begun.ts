/** A window with a new archive in it, for all tests of a file. */
import { join } from 'node:path';
import { Walk } from './walk.ts';
import {
  answerDialogs,
  makePlaces,
  type Opened,
  openWindow,
  type Places,
  removePlaces,
} from './window.ts';

export interface Begun {
  readonly places: Places;
  readonly opened: Opened;
  readonly walk: Walk;
  readonly end: () => Promise<void>;
}

export async function beginArchive(name: string, passphrase: string): Promise<Begun> {
  const places = await makePlaces();
  const opened = await openWindow(places);
  const walk = new Walk(opened.page);
  const end = async () => {
    await opened.app.close();
    await removePlaces(places);
  };
  try {
    await answerDialogs(opened.app, { open: [places.archive] });
    await walk.create(name, passphrase);
  } catch (error) {
    await end();
    throw error;
  }
  return { places, opened, walk, end };
}

/** A picture of the window in both themes, when a folder for it is named. */
export async function look({ page }: Opened, name: string): Promise<void> {
  const folder = process.env.LOOK;
  if (folder === undefined) return;
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await page.screenshot({ path: join(folder, `${name}-${theme}.png`) });
  }
  await page.emulateMedia({ colorScheme: null });
}
