/** A sentence says which exhibit it is about, where that is known. */
import { expect, it } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { failureText } from '../../src/messages/failure-text.ts';
import { translator } from '../../src/messages/translate.ts';

it('names the picture that cannot be read', () => {
  const said = (detail?: Readonly<Record<string, string | number>>) =>
    failureText(translator('en', en), {
      code: 'image-unreadable',
      ...(detail && { detail }),
    });
  expect(said({ exhibit: 2, shelfmark: 'K-0007' })).toBe(
    'The picture K-0007, exhibit 2 of the dossier, cannot be read. Nothing was written.',
  );
  expect(said()).toBe('A picture in the dossier cannot be read. Nothing was written.');
});
