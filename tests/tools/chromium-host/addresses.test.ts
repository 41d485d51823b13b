import { expect, test } from 'vitest';
import {
  originOf,
  registerScheme,
  schemeOf,
  shownPolicy,
  toOwn,
  toShown,
} from '../../../tools/chromium-host/addresses.ts';

registerScheme('app', { standard: true, secure: true });
registerScheme('kuferak-blob', { standard: true });
registerScheme('web+x.y', { standard: true });

test.each([
  ['app://archive/', 'https://archive.app.invalid/'],
  ['app://archive/a/b?c=d#e', 'https://archive.app.invalid/a/b?c=d#e'],
  ['app://archive', 'https://archive.app.invalid/', 'app://archive/'],
  ['app://archive?q', 'https://archive.app.invalid/?q', 'app://archive/?q'],
  ['kuferak-blob://image/1', 'https://image.kuferak-blob.invalid/1'],
  ['web+x.y://h/p', 'https://h.web--p--x--d--y.invalid/p'],
  ['https://example.org/x', 'https://example.org/x'],
  ['other://host/x', 'other://host/x'],
  ['about:blank', 'about:blank'],
])('%s is shown as %s and found again', (own, shown, back = own) => {
  expect(toShown(own)).toBe(shown);
  expect(toOwn(shown)).toBe(back);
});

test('names that are not ours stay names that are not ours', () => {
  for (const address of [
    'https://archive.other.invalid/',
    'http://archive.app.invalid/',
    'https://archive.app.invalid.example/',
    'https://app.invalid/',
  ]) {
    expect(toOwn(address)).toBe(address);
  }
});

test('origins and schemes are those of the app', () => {
  expect(originOf('app://archive/x')).toBe('app://archive');
  expect(originOf('https://example.org:8443/x')).toBe('https://example.org:8443');
  expect(originOf('data:text/html,x')).toBe('null');
  expect(originOf('')).toBe('null');
  expect(schemeOf('APP://x')).toBe('app');
});

test('a policy allows the shown form of what it allows, and nothing more', () => {
  expect(
    shownPolicy("default-src 'self'; img-src 'self' kuferak-blob: app://archive; frame-src data:"),
  ).toBe(
    "default-src 'self'; img-src 'self' kuferak-blob: https://*.kuferak-blob.invalid " +
      'app://archive https://archive.app.invalid; frame-src data:',
  );
});
