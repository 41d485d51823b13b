/** Texts of reader. */
export const reader = {} as const;
