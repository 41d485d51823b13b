import { join } from 'node:path';
import { expect, it } from 'vitest';
import { brokenFormatRules } from '../../../tools/format-rules.ts';

it('every rule of the format is named by a test, and every name is a rule', () => {
  expect(brokenFormatRules(join(import.meta.dirname, '../../..'))).toEqual([]);
});
