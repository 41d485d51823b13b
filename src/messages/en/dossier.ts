/** Texts of dossier. */
export const dossier = {
  'shortcut.sectionDown': 'Move the section down',
  'shortcut.sectionUp': 'Move the section up',
} as const;
