/** Media types of the pictures that are shown and printed; others are measured and kept. Plain, so that who prints them needs no schemas. */
export const shownPictures = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const;
