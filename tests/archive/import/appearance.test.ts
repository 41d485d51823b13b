/** A saved page is shown as it looked, with nothing in it that runs, loads, leads or sends. */
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { afterAll, describe, expect, it } from 'vitest';
import { createReader } from '../../../archive/import/index.ts';
import { localName } from '../../../archive/import/html/local-address.ts';
import {
  type FileBeside,
  type ShownBeside,
  shownBeside,
} from '../../../archive/import/html/page-files.ts';
import { limits } from '../../../archive/model/index.ts';
import { must } from '../../helpers/archives.ts';
import { makePng } from './made-images.ts';

const reader = createReader();
afterAll(() => reader.close());

const PIXEL = 'data:image/png;base64,iVBORw0KGgo=';
const shown = async (markup: string, name = 'page.html') =>
  must(await reader.appearance(Buffer.from(markup), { name }));
const page = (body: string, head = '') =>
  `<!doctype html><html><head><title>T</title>${head}</head><body>${body}</body></html>`;

/** Everything by which a page could reach out, run, or lead away. */
function alive(markup: string): string[] {
  const { document } = new JSDOM(markup).window;
  const found: string[] = [];
  for (const element of document.querySelectorAll('*')) {
    if (
      /^(?:script|link|meta|base|iframe|frame|object|embed|portal|video|audio)$/i.test(
        element.tagName,
      )
    )
      found.push(element.tagName);
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on')) found.push(name);
      // What a link led to is told in its title, which leads nowhere.
      if (name !== 'title' && /evil\.example|javascript:/i.test(value))
        found.push(`${name}=${value}`);
    }
    if (element.tagName === 'STYLE' && /url\([^)]*evil|@import/.test(element.textContent))
      found.push('style');
  }
  return found;
}

describe('a saved page as it looked', () => {
  it('keeps its words, its look and the pictures that stand in it', async () => {
    const markup = await shown(
      page(
        `<p class="lead" style="color: red">The ferry</p><img src="${PIXEL}">`,
        '<style>.lead { font-weight: bold; background: url(data:image/png;base64,AAAA) }</style>',
      ),
    );
    expect(markup).toContain('<p class="lead" style="color: red">The ferry</p>');
    expect(markup).toContain(PIXEL);
    expect(markup).toContain('url(data:image/png;base64,AAAA)');
  });

  it.each([
    ['a script', '<script src="https://evil.example/a.js"></script><script>alert(1)</script>'],
    ['a handler', '<p onclick="fetch(\'https://evil.example\')">x</p>'],
    ['pictures', '<img src="https://evil.example/a.png" srcset="https://evil.example/b.png 2x">'],
    ['a picture with an old name', '<table background="https://evil.example/a.png"></table>'],
    [
      'hints',
      '<link rel="dns-prefetch" href="//evil.example"><link rel="preload" href="https://evil.example/x">',
    ],
    ['a refresh', '<meta http-equiv="refresh" content="0;url=https://evil.example">'],
    ['a base', '<base href="https://evil.example/">'],
    [
      'frames',
      '<iframe src="https://evil.example"></iframe><iframe srcdoc="<img src=https://evil.example>"></iframe>',
    ],
    ['objects', '<object data="https://evil.example"></object><embed src="https://evil.example">'],
    [
      'films',
      '<video poster="https://evil.example/p.png"><source src="https://evil.example/v"></video>',
    ],
    [
      'forms',
      '<form action="https://evil.example"><button formaction="https://evil.example">x</button></form>',
    ],
    [
      'links',
      '<a href="https://evil.example" ping="https://evil.example">x</a><a href="javascript:1">y</a>',
    ],
    [
      'styles',
      '<style>@import "https://evil.example/a.css"; p { background: u\\72l(https://evil.example/b) } i { background: u\\rl("https://evil.example/c") }</style><p style="background:url(https://evil.example/d)">x</p>',
    ],
    [
      'drawings',
      '<svg><image href="https://evil.example/a.png"/><use xlink:href="https://evil.example/a.svg#x"/><script>1</script></svg>',
    ],
    ['a template', '<template><img src="https://evil.example"></template>'],
    ['words without scripts', '<noscript><img src="https://evil.example"></noscript>'],
  ])('has no %s that reach out', async (_, body) => {
    expect(alive(await shown(page(`<p>words</p>${body}`)))).toEqual([]);
    expect(alive(await shown(page('<p>words</p>', body)))).toEqual([]);
  });

  it('of one file holds the pictures that came along, by address and by number', async () => {
    const message = [
      'From: <Saved by Blink>',
      'Snapshot-Content-Location: https://courier.example/a',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="b"',
      '',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      'Content-Location: https://courier.example/a',
      '',
      page(
        '<p>Ферма</p><img src="https://courier.example/p.png"><img src="cid:q@x"><img src="https://courier.example/other.png">',
      ),
      '--b',
      'Content-Type: image/png',
      'Content-Location: https://courier.example/p.png',
      'Content-Transfer-Encoding: base64',
      '',
      'iVBORw0KGgo=',
      '--b',
      'Content-Type: image/png',
      'Content-ID: <q@x>',
      'Content-Transfer-Encoding: base64',
      '',
      'iVBORw0KGgo=',
      '--b--',
      '',
    ].join('\r\n');
    const markup = await shown(message, 'page.mhtml');
    expect(markup).toContain('Ферма');
    expect(markup.split(PIXEL)).toHaveLength(3);
    expect(markup).not.toContain('other.png');
  });

  describe('with a folder that lay beside it', () => {
    const pixel = Buffer.from('iVBORw0KGgo=', 'base64');
    const beside: ShownBeside[] = [
      { name: 'the page_files/a b.png', mediaType: 'image/png', bytes: pixel },
      {
        name: 'the page_files/look/style.css',
        mediaType: 'text/css',
        bytes: Buffer.from(
          `h1 { color: teal; background: url("../a%20b.png") } p { background: url(../../../etc/passwd) }
          @import "https://evil.example/x.css"; b { background: url(https://evil.example/b.png) }
          i::before { content: "</style><img src=https://evil.example onerror=alert(1)>" }`,
        ),
      },
    ];
    const together = async (body: string, head = '') =>
      must(
        await reader.appearance(Buffer.from(page(body, head)), { name: 'the page.html' }, beside),
      );

    it('shows its pictures and its style, by the names by which it calls them', async () => {
      const markup = await together(
        `<h1 style="background: url('the page_files/a b.png')">x</h1><img src="./the%20page_files/a%20b.png?1#2">`,
        '<link rel="stylesheet" media="screen" href="the page_files/look/style.css">',
      );
      expect(markup).toContain(`<img src="${PIXEL}">`);
      expect(markup).toMatch(/<style media="screen">h1 \{ color: teal; background: url\("data:/);
      expect(markup.split(PIXEL)).toHaveLength(4);
      expect(alive(markup)).toEqual([]);
      expect(new JSDOM(markup).window.document.images).toHaveLength(1);
    });

    it.each([
      '../the page_files/a b.png',
      'the page_files/../../the page_files/a b.png',
      '/the page_files/a b.png',
      'file:///the page_files/a b.png',
      'file:the page_files/a b.png',
      'https://evil.example/the page_files/a b.png',
      '//evil.example/the page_files/a b.png',
      '\\\\evil.example\\a b.png',
      'the page_files%2f..%2f..%2fetc/passwd',
      '/etc/hostname',
    ])('shows nothing for %s', async (address) => {
      const markup = await together(
        `<img src="${address}"><p style="background: url('${address}')">x</p>`,
        `<link rel="stylesheet" href="${address}"><style>p { background: url("${address}") }</style>`,
      );
      expect(markup).not.toContain('data:');
      expect(alive(markup)).toEqual([]);
    });

    it('keeps pictures by their bytes, styles by their names, and only out of the folder of the page', () => {
      const png = makePng(3, 3);
      const css = Buffer.from('p { color: teal }');
      const names = (files: readonly FileBeside[], own = 'gate.html') =>
        shownBeside(own, files).kept.map(({ name, mediaType }) => [name, mediaType]);
      expect(
        names([
          { name: 'gate_files/a', bytes: png },
          { name: 'gate_files/b.css', bytes: css },
          { name: 'gate_files/c.js', bytes: css },
          { name: 'gate_files/d.png', bytes: css },
          {
            name: 'gate_files/e.svg',
            bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
          },
          { name: 'gate_files/../f.png', bytes: png },
          { name: '../gate_files/g.png', bytes: png },
          { name: '/gate_files/h.png', bytes: png },
          { name: 'door_files/i.png', bytes: png },
          { name: 'gate_files\\..\\j.png', bytes: png },
          { name: 'gate_files//k.png', bytes: png },
        ]),
      ).toEqual([
        ['gate_files/a', 'image/png'],
        ['gate_files/b.css', 'text/css'],
      ]);
      const many = Array.from({ length: limits.pageFiles + 1 }, (_, index) => ({
        name: `gate_files/${index}.css`,
        bytes: css,
      }));
      const { kept, cut } = shownBeside('gate.html', many);
      expect([kept.length, cut]).toEqual([limits.pageFiles, true]);
      const large = { name: 'gate_files/l.css', bytes: Buffer.alloc(limits.pageFileBytes + 1, 32) };
      expect(shownBeside('gate.html', [large])).toEqual({ kept: [], cut: true });
    });

    it('no address leads above the folder of the page', () => {
      const steps = fc.constantFrom('..', '.', '', 'a', '%2e%2e', '%2E.', '%2f', 'b c', '%', 'ä');
      fc.assert(
        fc.property(fc.array(steps), fc.array(fc.constantFrom('f', 'g')), (parts, folder) => {
          const name = localName(parts.join('/'), folder);
          expect(name?.startsWith('/') ?? false).toBe(false);
          expect(name?.split('/').includes('..') ?? false).toBe(false);
        }),
      );
    });
  });

  it.each([
    ['a text', 'plain words', 'note.txt'],
    ['bytes', '\0\u0001\u0002', 'x.html'],
  ])('is none for %s', async (_, text, name) => {
    expect(await reader.appearance(Buffer.from(text), { name })).toMatchObject({
      error: { code: 'no-page' },
    });
  });
});
