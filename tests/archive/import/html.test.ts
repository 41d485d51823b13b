import { describe, expect, test } from 'vitest';
import { readHtml } from '../../../archive/import/formats/html.ts';
import type { Hint, SourceDraft } from '../../../archive/import/index.ts';
import { Metadata, TextDocument } from '../../../archive/model/index.ts';

function page(markup: string, hint: Partial<Hint> = {}): SourceDraft {
  const draft = readHtml(
    new TextEncoder().encode(markup),
    { name: 'page.html', ...hint },
    'text/html',
  );
  Metadata.parse(draft.metadata);
  if (draft.text) TextDocument.parse(draft.text);
  return draft;
}

const blocksOf = ({ text }: SourceDraft) =>
  (text?.blocks ?? []).map(({ kind, start, end }) => [kind, text?.text.slice(start, end)]);

const LONG =
  'On the ninth of March the harbour police of Lastavitsk entered the old cannery and took away everybody who sang there.';
const OTHER =
  'Relatives waited at the gate of the school until the morning, and nobody told them where the singers had been brought.';

describe('structure', () => {
  test('everything that an article is made of is kept in its order', () => {
    const draft = page(`<html lang="en"><body><article>
      <h1>Choir taken away</h1><p>${LONG}</p>
      <h2>What is known</h2>
      <ul><li>First, the doors were closed.</li><li>Then <b>all lights</b> went out.</li></ul>
      <blockquote><p>Nobody shouted.</p></blockquote>
      <table><caption>Numbers</caption><tr><th>Who</th><th>How many</th></tr><tr><td>Police</td><td>12</td></tr></table>
      <figure><img src="x.jpg"><figcaption>The door of the cannery.</figcaption></figure>
      <pre>line one
  line two

line three</pre>
      <p>${OTHER}<br>And then: <code>silence</code>.</p>
      <aside role="doc-footnote"><p>1. Counted by the lawyers.</p></aside>
    </article></body></html>`);
    expect(blocksOf(draft)).toEqual([
      ['heading', 'Choir taken away'],
      ['paragraph', LONG],
      ['heading', 'What is known'],
      ['list-item', 'First, the doors were closed.'],
      ['list-item', 'Then all lights went out.'],
      ['block-quote', 'Nobody shouted.'],
      ['caption', 'Numbers'],
      ['table-row', 'Who\tHow many'],
      ['table-row', 'Police\t12'],
      ['caption', 'The door of the cannery.'],
      ['preformatted', 'line one\n  line two'],
      ['preformatted', 'line three'],
      ['paragraph', `${OTHER}\nAnd then: silence.`],
      ['footnote', '1. Counted by the lawyers.'],
    ]);
  });

  test('what surrounds the article goes, however it is marked', () => {
    const { text } = page(`<html><body>
      <header role="banner"><a href="/">The Lake Post</a></header>
      <div class="cookie-banner">We use cookies to improve your experience on this site, as described in our policy.</div>
      <ul class="menu"><li><a href="/a">Politics</a></li><li><a href="/b">Culture</a></li></ul>
      <div id="content"><h1>Choir taken away</h1>
        <div class="share-buttons">Share this</div>
        <p>${LONG}</p>
        <p><a href="/other">Read also: Ferry stops for the winter</a></p>
        <p>${OTHER}</p>
        <div style="display: none">hidden words</div>
        <h3>Related articles</h3>
        <div class="related-posts"><p>An unrelated story with a lead that is long enough to look like prose to anybody.</p></div>
      </div>
      <div id="comments"><p>A comment by a reader, which is long enough to be taken for a paragraph of prose.</p></div>
      <footer>Imprint</footer></body></html>`);
    expect(text?.text).toBe(['Choir taken away', LONG, OTHER].join('\n\n'));
  });

  test('the lead and the title are kept where they stand outside of the body of the article', () => {
    const { text } = page(`<html><body><div class="page"><div class="top"><h1>Choir taken away</h1>
      <p class="lead">Police came at eight in the evening and closed both doors of the old cannery.</p></div>
      <div class="body"><p>${LONG}</p><p>${OTHER}</p><p>${LONG}</p><p>${OTHER}</p><p>${LONG}</p></div></div></body></html>`);
    expect(text?.text.startsWith('Choir taken away\n\nPolice came at eight')).toBe(true);
  });

  test('a page that has no article keeps every word, and says so', () => {
    const draft = page(
      '<html><body><h1>Closed</h1><div>until <i>further</i> notice</div></body></html>',
    );
    expect(draft.text?.text).toBe('Closed\n\nuntil further notice');
    expect(draft.notes).toContain('whole-page');
  });

  test('a table that only arranges the page is no table', () => {
    const draft = page(
      `<table><tr><td><table><tr><td>Menu</td></tr></table></td><td><p>${LONG}</p><p>${OTHER}</p></td></tr></table>`,
    );
    expect(blocksOf(draft).map(([kind]) => kind)).not.toContain('table-row');
    expect(draft.text?.text).toContain(`${LONG}\n\n${OTHER}`);
  });

  test('a page that shows nothing without scripts says so', () => {
    const draft = page('<html><body><div id="app"></div><script>start()</script></body></html>');
    expect(draft).toMatchObject({ kind: 'page', text: null, notes: ['script-only-page'] });
  });

  test('right-to-left text is told by its letters, not by its first word', () => {
    const arabic =
      'BBC: قالت الشرطة إن الجوقة كانت تغني في المصنع القديم، ولم يخبر أحد الأهالي بمكان المحتجزين حتى الصباح.';
    const { text } = page(`<html lang="en"><body><p>${arabic}</p></body></html>`);
    expect(text).toMatchObject({ language: 'ar', direction: 'rtl' });
  });
});

describe('nothing is executed and nothing leads anywhere', () => {
  test('links that run or load something are plain text', () => {
    const { text } =
      page(`<p>${LONG} <a href="javascript:alert(1)">one</a> <a href="data:text/html,x">two</a>
      <a href=" JAVASCRIPT:alert(1)">three</a> <a href="#note">four</a> <a href="/five">five</a>
      <a href="https://name:secret@a.example/">six</a> <a href="https://a.example/seven">seven</a></p>`);
    expect(text?.spans.map(({ href }) => href)).toEqual(['https://a.example/seven']);
  });

  test('relative links lead where the page was collected', () => {
    const { text } = page(`<p>${LONG} <a href="../five?x=1">five</a></p>`, {
      address: 'https://a.example/b/c/',
    });
    expect(text?.spans[0]?.href).toBe('https://a.example/b/five?x=1');
  });

  test('scripts do not run, not even those of handlers', () => {
    const draft =
      page(`<body onload="document.body.textContent='ran'"><p>${LONG}</p><img src=x onerror="document.title='ran'">
      <script>document.body.textContent = 'ran'</script></body>`);
    expect(draft.text?.text).toBe(LONG);
    expect(draft.title).not.toBe('ran');
  });
});

describe('metadata', () => {
  const rich = `<html lang="be"><head>
    <title>Choir taken away | The Lake Post</title>
    <meta property="og:title" content="Choir taken away">
    <meta property="og:site_name" content="The Lake Post">
    <meta property="article:published_time" content="2026-03-10T08:12:00+0300">
    <meta property="article:author" content="https://social.example/asel">
    <meta name="DC.date" content="2026-03-09">
    <meta name="author" content="By Asel Vorn">
    <link rel="canonical" href="https://post.example/choir">
    <link rel="license" href="https://licence.example/by">
    <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
      {"@type":"Person","@id":"#asel","name":"Asel Vorn"},
      {"@type":["NewsArticle"],"headline":"Choir taken away","author":[{"@id":"#asel"},{"@type":"Person","name":"Ilja Brant"}],
       "dateModified":"2026-02-30","publisher":{"@type":"Organization","name":"The Lake Post"}}]}</script>
    <script type="application/ld+json">{ broken</script></head><body><article><p>${LONG}</p></article></body></html>`;

  test('chosen values come from the strongest place, with their zone', () => {
    const { metadata, title } = page(rich);
    expect(title).toBe('Choir taken away');
    expect(metadata).toMatchObject({
      authors: ['Asel Vorn', 'Ilja Brant'],
      publisher: 'The Lake Post',
      published: '2026-03-10T08:12:00+03:00',
      modified: null,
      address: 'https://post.example/choir',
      licence: 'https://licence.example/by',
    });
  });

  test('contradictions and broken dates stay visible as readings', () => {
    const { readings } = page(rich).metadata;
    expect(readings).toContainEqual({
      field: 'published',
      value: '2026-03-09',
      from: 'meta:DC.date',
    });
    expect(readings).toContainEqual({
      field: 'modified',
      value: '2026-02-30',
      from: 'json-ld:dateModified',
    });
    expect(readings).toContainEqual({ field: 'language', value: 'be', from: 'html:lang' });
  });

  test('a page saved by SingleFile tells where and when', () => {
    const { saved, metadata } = page(`<!DOCTYPE html> <html><!--
 Page saved with SingleFile
 url: https://post.example/choir?id=1
 saved date: Thu Apr 09 2026 21:14:03 GMT+0300 (Moscow Standard Time)
--><body><p>${LONG}</p></body></html>`);
    expect(saved).toEqual({
      tool: 'SingleFile',
      address: 'https://post.example/choir?id=1',
      at: '2026-04-09T21:14:03+03:00',
    });
    expect(metadata.address).toBe('https://post.example/choir?id=1');
    expect(metadata.published).toBeNull();
  });

  test('a heading that stands in the title of the window is the title', () => {
    const { title } = page(
      `<title>THE LAKE POST :: Choir taken away</title><div><h2>Choir taken away</h2><p>${LONG}</p></div>`,
    );
    expect(title).toBe('Choir taken away');
  });

  test('a heading that the window confirms stands above a description in the place of the headline', () => {
    const headline = (text: string) =>
      `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${text}"}</script>`;
    const body = `<title>Choir taken away | The Lake Post</title><h1>Choir taken away</h1><p>${LONG}</p>`;
    expect(page(headline('event in a cannery') + body).title).toBe('Choir taken away');
    expect(page(headline('Choir taken away at night') + body).title).toBe(
      'Choir taken away at night',
    );
  });

  test('the title falls back to the first heading, the first words, the name', () => {
    expect(page(`<article><h2>Only here</h2><p>${LONG}</p></article>`).title).toBe('Only here');
    expect(page(`<p>${LONG}</p>`).title).toMatch(/^On the ninth of March .*…$/);
    expect(page('<p></p>', { name: '../x/saved page.html' }).title).toBe('saved page');
  });

  test('thousands of tags neither slow nor break the record', () => {
    const many = '<meta name="author" content="x">'.repeat(20_000) + '<h1>'.repeat(50);
    expect(page(`${many}<p>${LONG}</p>`).metadata.readings.length).toBeLessThan(2_000);
  });
});
