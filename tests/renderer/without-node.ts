/** Stands in for what the engine takes from Node, so that its pure parts run in a browser's test. */
let made = 0;

export const newId = (prefix: string): string =>
  `${prefix}_${String(++made)
    .padStart(20, '0')
    .replace(/[ilou]/g, '0')}`;
