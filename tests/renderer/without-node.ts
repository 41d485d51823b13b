/** Stands in for what the engine takes from Node, so that its pure parts run in a browser's test. */
/** Far from what the material counts. */
let made = 1_000_000;

export const newId = (prefix: string): string =>
  `${prefix}_${String(++made)
    .padStart(20, '0')
    .replace(/[ilou]/g, '0')}`;
