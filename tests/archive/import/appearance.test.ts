/** A saved page is shown as it looked, with nothing in it that runs, loads, leads or sends. */
import { JSDOM } from 'jsdom';
import { afterAll, describe, expect, it } from 'vitest';
import { createReader } from '../../../archive/import/index.ts';
import { must } from '../../helpers/archives.ts';

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

  it.each([
    ['a text', 'plain words', 'note.txt'],
    ['bytes', '\0\u0001\u0002', 'x.html'],
  ])('is none for %s', async (_, text, name) => {
    expect(await reader.appearance(Buffer.from(text), { name })).toMatchObject({
      error: { code: 'no-page' },
    });
  });
});
