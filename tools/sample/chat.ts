/** Picture: a screenshot of a chat about coats, in two languages and two directions. */
import { readFile } from 'node:fs/promises';
import type { Picture } from './picture.ts';

const WIDTH = 400;
const HEIGHT = 533;

interface Message {
  readonly mine: boolean;
  readonly time: string;
  readonly text: string;
  /** Only of one's own: whether it was read. */
  readonly read?: boolean;
}

const EVENING: readonly Message[] = [
  { mine: false, time: '20:27', text: 'قاعة. مدرسة. بخير. معاطف' },
  { mine: true, time: '20:28', text: 'какая школа??', read: false },
  {
    mine: true,
    time: '20:50',
    text: 'Говорят, четвёртая. Идём с куртками, будем у забора',
    read: false,
  },
  { mine: true, time: '22:47', text: 'Не взяли. 11 штук. Несём назад', read: false },
];
const NEXT_DAY: readonly Message[] = [
  { mine: false, time: '20:52', text: 'أنا في البيت' },
  { mine: false, time: '20:52', text: 'Пишу с ноутбука, телефон у них' },
  { mine: true, time: '20:53', text: 'А куртка твоя где?', read: true },
  { mine: false, time: '20:55', text: 'أعطيتها لمن هي أصغر منّي' },
];

async function fontFace(family: string, file: string, range: string): Promise<string> {
  const bytes = await readFile(new URL(`../../node_modules/${file}`, import.meta.url));
  return `@font-face{font-family:'${family}';font-weight:100 700;unicode-range:${range};src:url(data:font/woff2;base64,${bytes.toString('base64')})}`;
}

function bubble({ mine, time, text, read }: Message): string {
  const ticks = mine
    ? `<svg width="15" height="9" viewBox="0 0 15 9" fill="none" stroke="${read === true ? '#2b8a8f' : '#8d9a92'}" stroke-width="1.5"><path d="M1 5l3 3 6-7"/>${read === true ? '<path d="M6.5 7l1 1 6-7"/>' : ''}</svg>`
    : '';
  return `<div class="row ${mine ? 'mine' : ''}"><div class="bubble"><span dir="auto">${text}</span><small>${time}${ticks}</small></div></div>`;
}

/** A screenshot of 1200 × 1599: 400 × 533 points at three pixels each. */
export async function chat(): Promise<Picture> {
  const sans = '@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans';
  const faces = await Promise.all([
    fontFace('Plex', `${sans}-latin-wght-normal.woff2`, 'U+0000-00FF,U+2000-206F'),
    fontFace('Plex', `${sans}-cyrillic-wght-normal.woff2`, 'U+0400-045F,U+0490-0491'),
    fontFace(
      'Plex',
      '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal.woff2',
      'U+0600-06FF',
    ),
  ]);
  const html = `<!DOCTYPE html><meta charset="utf-8"><style>${faces.join('')}
*{margin:0;box-sizing:border-box}body{width:${WIDTH}px;height:${HEIGHT}px;overflow:hidden;font:14.5px/1.35 Plex,sans-serif;background:#e9e4d8;color:#1d2522;display:flex;flex-direction:column}
.status{height:24px;background:#24504a;color:#fff;display:flex;justify-content:space-between;align-items:center;padding:0 14px;font-size:12px}
.status svg{vertical-align:-1px;margin-left:5px}
.head{height:52px;background:#2c5f58;color:#fff;display:flex;align-items:center;gap:11px;padding:0 12px}
.face{width:36px;height:36px;border-radius:50%;background:#d9a441;color:#4b3306;display:grid;place-items:center;font-size:17px;font-weight:600}
.head b{display:block;font-size:15.5px;line-height:1.2;font-weight:600}.head i{font-style:normal;font-size:12px;opacity:.8}
.talk{flex:1;padding:8px 11px;display:flex;flex-direction:column;gap:5px;justify-content:flex-end}
.day{align-self:center;background:#cfd8d0;border-radius:10px;padding:2px 11px;font-size:11.5px;color:#42524b;margin:3px 0}
.row{display:flex}.row.mine{justify-content:flex-end}
.bubble{max-width:292px;background:#fff;border-radius:4px 13px 13px 13px;padding:6px 10px 5px;box-shadow:0 1px 1px #0002;display:flex;flex-wrap:wrap;gap:2px 12px;align-items:end}
.mine .bubble{background:#d8efd2;border-radius:13px 4px 13px 13px}
[dir]{unicode-bidi:isolate}.bubble small{font-size:10.5px;color:#7c8782;margin-inline-start:auto;display:flex;gap:4px;align-items:center}
.write{height:50px;display:flex;align-items:center;gap:9px;padding:0 10px;background:#f4f1ea}
.write div{flex:1;height:35px;border-radius:18px;background:#fff;color:#98a09b;padding:7px 14px;font-size:14px}
.write span{width:35px;height:35px;border-radius:50%;background:#2c5f58;display:grid;place-items:center}
</style><div class="status"><span>21:04</span><span>Zara-Tel<svg width="15" height="11" viewBox="0 0 15 11" fill="#fff"><path d="M0 8h3v3H0zM4 5.500h3V11H4zM8 3h3v8H8z"/><path d="M12 0h3v11h-3z" opacity=".4"/></svg><svg width="22" height="11" viewBox="0 0 22 11" fill="none" stroke="#fff"><rect x=".5" y=".5" width="18" height="10" rx="2.500"/><path d="M20.500 3.500v4"/><rect x="2" y="2" width="5" height="7" fill="#fff" stroke="none"/></svg></span></div>
<div class="head"><svg width="11" height="19" viewBox="0 0 11 19" fill="none" stroke="#fff" stroke-width="2.200"><path d="M9.500 1.500l-8 8 8 8"/></svg><div class="face">Б</div><div><b>Бас-2</b><i>был в сети 8 мин назад</i></div></div>
<div class="talk"><div class="day">понедельник, 9 марта</div>${EVENING.map(bubble).join('')}<div class="day">вторник, 10 марта</div>${NEXT_DAY.map(bubble).join('')}</div>
<div class="write"><div>Сообщение</div><span><svg width="17" height="17" viewBox="0 0 17 17" fill="#fff"><path d="M1 1l15 7.500-15 7.500 2.500-7.500z"/></svg></span></div>`;
  return { width: WIDTH, height: HEIGHT, scale: 3, html };
}
