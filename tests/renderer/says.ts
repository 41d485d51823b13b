/** What stands on a part of the page, as soon as it does. */
import { expect } from 'vitest';
import type { Locator } from 'vitest/browser';

export function says(locator: Locator, what: RegExp): Promise<void> {
  return expect.poll(() => locator.query()?.textContent ?? '').toMatch(what);
}
