/** Electron's `Menu`: an app may say that it wants none. */
import { loud, notImplemented } from '../loud.ts';
import { app } from './app.ts';

export const Menu = loud('Menu', {
  setApplicationMenu(menu: unknown): void {
    if (menu !== null) {
      throw notImplemented(
        'Menu.setApplicationMenu',
        'there are no menus here; only null is known',
      );
    }
    app.applicationMenu = null;
  },
  getApplicationMenu: (): null => null,
  buildFromTemplate(): never {
    throw notImplemented('Menu.buildFromTemplate', 'there are no menus here');
  },
});
