/** The message catalogue: a text that stands in two of its files would be said in the place of another. */
import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';

const folder = new URL('../../src/messages/en/', import.meta.url);

it('has each key once', async () => {
  const keys: string[] = [];
  for (const file of await readdir(folder)) {
    const parts = (await import(new URL(file, folder).href)) as Record<string, object>;
    for (const part of Object.values(parts)) keys.push(...Object.keys(part));
  }
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  expect(keys.length).toBeGreaterThan(500);
});
