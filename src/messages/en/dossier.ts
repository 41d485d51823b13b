/** Texts of dossier. */
export const dossier = {} as const;
