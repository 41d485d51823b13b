/** Which part of the settings is shown. It stays while the window is open. */
export type SettingsTabName = 'window' | 'codebook' | 'names' | 'keys' | 'keyboard';

class SettingsTab {
  shown = $state<SettingsTabName>('window');

  show(name: SettingsTabName): void {
    this.shown = name;
  }
}

export const settingsTab = new SettingsTab();
