/**
 * `VERIFY.html`: checks a package in any browser, from the disk, without a network. One file: its policy allows the one
 * script and the one style that are in it, by their digests, and nothing else at all.
 */
import { createHash } from 'node:crypto';
import { inJson, script } from './verify-page-script.ts';
import { style } from './verify-page-style.ts';
import type { Words } from './words/words.ts';

export function verifyPage({ language, page }: Words): string {
  const policy = [
    "default-src 'none'",
    `script-src '${digestOf(script)}'`,
    `style-src '${digestOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escaped(page.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(page.title)}</h1>
<p>${escaped(page.intro)}</p>
<div id="place">
<label for="folder">${escaped(page.choose)}</label>
<input id="folder" type="file" webkitdirectory multiple>
<p>${escaped(page.drop)}</p>
</div>
<p id="verdict" role="status" tabindex="-1"></p>
<div id="result" hidden>
<ul id="counts"></ul>
<table id="findings" hidden><tbody></tbody></table>
<h2>${escaped(page.signature)}</h2>
<p id="signature"></p>
<p id="fingerprint" hidden></p>
<div id="compare" hidden>
<label for="told">${escaped(page.compare)}</label>
<input id="told" type="text" autocomplete="off" spellcheck="false" aria-describedby="told-hint told-says">
<p id="told-hint">${escaped(page.compareHint)}</p>
<p id="told-says" role="status"></p>
</div>
</div>
<p>${escaped(page.limits)}</p>
<p>${escaped(page.offline)}</p>
</main>
<script type="application/json" id="words">${inJson(page)}</script>
<script>${script}</script>
</body>
</html>
`;
}

function digestOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
