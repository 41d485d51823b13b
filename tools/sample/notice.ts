/** Picture: a handwritten notice on the door of the cannery, with a line of music below it. */
import { writeLine, type Hand } from './hand.ts';
import { drawingPage, type Picture } from './picture.ts';
import { seeded } from './random.ts';

const WIDTH = 1200;
const HEIGHT = 1600;

function planks(): string {
  const random = seeded(11);
  let drawn = '';
  for (let index = 0; index < 6; index += 1) {
    const x = index * 212 - 40;
    const light = random.between(30, 36);
    drawn += `<rect x="${x}" y="0" width="208" height="${HEIGHT}" fill="hsl(${random.between(168, 178)} 24% ${light}%)"/>`;
    drawn += `<rect x="${x + 208}" y="0" width="5" height="${HEIGHT}" fill="#10201d" opacity=".8"/>`;
    drawn += `<rect x="${x + 1}" y="0" width="4" height="${HEIGHT}" fill="#fff" opacity=".09"/>`;
  }
  return drawn;
}

function chips(): string {
  const random = seeded(23);
  let drawn = '';
  for (let index = 0; index < 46; index += 1) {
    const x = (Math.floor(random.between(0, 6)) + 1) * 212 - 36 + random.between(-26, 22);
    const y = random.between(0, HEIGHT);
    const long = random.between(10, 70);
    const wide = random.between(3, 13);
    drawn += `<path d="M${x} ${y}q${wide} ${long * 0.2} ${wide * 0.6} ${long * 0.5}q${wide * 0.4} ${long * 0.3} ${-wide * 0.5} ${long * 0.5}q${-wide} ${-long * 0.3} ${-wide * 0.7} ${-long * 0.6}z" fill="hsl(28 22% ${random.between(38, 56)}%)" stroke="#132622" stroke-opacity=".5" stroke-width="1.5"/>`;
  }
  return drawn;
}

function squares(width: number, height: number): string {
  let lines = '';
  for (let x = 24; x < width; x += 24) lines += `M${x} 0V${height}`;
  for (let y = 24; y < height; y += 24) lines += `M0 ${y}H${width}`;
  return `<path d="${lines}" stroke="#7d9cc4" stroke-opacity=".38" stroke-width="1.2" fill="none"/><path d="M${width - 72} 0V${height}" stroke="#c4525c" stroke-opacity=".5" stroke-width="2"/>`;
}

function words(): string {
  const hand: Hand = { size: 76, unrest: 0.035, random: seeded(5) };
  const small: Hand = { ...hand, size: 52 };
  const path =
    writeLine('РЭПЕТЫЦЫЙ', 62, 170, hand) +
    writeLine('НЕ БУДЗЕ,', 92, 300, hand) +
    writeLine('ПАКУЛЬ НЕ СКАЖУЦЬ.', 62, 418, { ...small, size: 42 }) +
    writeLine('КЛЮЧЫ', 64, 538, small) +
    writeLine('Ў ВАРТАЎНІКА', 64, 634, small) +
    writeLine('10.03', 470, 730, { ...small, size: 40 });
  return `<path d="${path}" fill="none" stroke="#1d2a52" stroke-width="9" stroke-linecap="round" stroke-linejoin="round" filter="url(#ink)"/>
<path d="M66 192c130-9 380 6 530-9" fill="none" stroke="#1d2a52" stroke-width="7" stroke-linecap="round" filter="url(#ink)"/>`;
}

/** Five lines and eleven notes in pencil, in another hand. */
function music(): string {
  let drawn = '';
  for (let line = 0; line < 5; line += 1) {
    const y = 812 + line * 17;
    drawn += `<path d="M70 ${y}C200 ${y - 4} 420 ${y + 5} 640 ${y - 6}"/>`;
  }
  drawn += `<path d="M104 906c-20 6-24-18-6-20 20-2 26 24 4 30-30 6-40-26-20-46 22-22 34-40 26-66-4-14-16-8-18 8-2 24 8 60 12 96 2 18-14 24-20 12"/>`;
  const notes = [5, 4, 2, 3, 1, 2, 4, 3, 5, 4, 6];
  notes.forEach((step, index) => {
    const x = 176 + index * 42;
    const y = 812 + step * 8.5 + 17;
    const stem = step > 3 ? `M${x + 9} ${y - 3}v-56` : `M${x - 9} ${y + 3}v54`;
    drawn += `<ellipse cx="${x}" cy="${y}" rx="10.5" ry="7" transform="rotate(-22 ${x} ${y})" fill="#3d3a38" stroke="none"/><path d="${stem}"/>`;
    if (index === 4 || index === 5)
      drawn += `<path d="${index === 4 ? `M${x - 9} ${y + 57}q22 10 42-4` : ''}" stroke-width="7"/>`;
  });
  drawn += '<path d="M636 806v66M646 805v66" stroke-width="5"/>';
  return `<g fill="none" stroke="#3d3a38" stroke-width="3.4" stroke-linecap="round" opacity=".86" filter="url(#pencil)">${drawn}</g>`;
}

function tape(x: number, y: number, turn: number): string {
  return `<g transform="translate(${x} ${y}) rotate(${turn})"><rect x="-74" y="-24" width="148" height="48" fill="#e8d9a4" opacity=".78"/><path d="M-74-24l5 6-5 6 5 6-5 6 5 6-5 6 5 6-5 6M74-24l-5 6 5 6-5 6 5 6-5 6 5 6-5 6 5 6" stroke="#cdbb80" stroke-width="2" fill="none"/><path d="M-60-8h112M-48 9h96" stroke="#fff" stroke-opacity=".35" stroke-width="6"/></g>`;
}

function sealStrip(): string {
  return `<g transform="translate(588 1392) rotate(3.5)"><rect x="-560" y="-62" width="1260" height="124" fill="#000" opacity=".3" transform="translate(5 9)" filter="url(#soft)"/>
<rect x="-560" y="-62" width="1260" height="124" fill="#efe9dc"/><rect x="-560" y="-50" width="1260" height="5" fill="#9a3030" opacity=".75"/><rect x="-560" y="45" width="1260" height="5" fill="#9a3030" opacity=".75"/>
<text x="-340" y="20" font-family="Liberation Serif" font-weight="700" font-size="60" letter-spacing="16" fill="#74262a">АПЯЧАТАНА</text>
<g transform="translate(378 4) rotate(-14)" fill="none" stroke="#4d3f9a" stroke-width="4" opacity=".85" filter="url(#stamp)"><circle r="84"/><circle r="58"/><path id="ring" d="M-66 0a66 66 0 1 1 0 .1" stroke="none"/><text font-family="Liberation Sans" font-weight="700" font-size="16" fill="#4d3f9a" stroke="none" letter-spacing="1.5"><textPath href="#ring">ЛАСТАВІЦКІ РАЁННЫ АДДЗЕЛ • ЗАРЭВІЯ • </textPath></text><path d="M-30 10q30-44 60 0q-30 34-60 0m60 0l20-16v32z" stroke-width="3.5"/></g></g>`;
}

/** A photograph-like picture, 1200 × 1600. */
export function notice(): Picture {
  return drawingPage(
    WIDTH,
    HEIGHT,
    `<defs>
<filter id="wood" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".09 .004" numOctaves="4" seed="8"/><feColorMatrix values="0 0 0 0 .04  0 0 0 0 .09  0 0 0 0 .08  1.6 0 0 0 -.62"/></filter>
<filter id="grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".75" numOctaves="2" seed="3"/><feColorMatrix values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  .55 0 0 0 -.2"/></filter>
<filter id="paper" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".014 .02" numOctaves="4" seed="21"/><feDiffuseLighting lighting-color="#fff" surfaceScale="2.6"><feDistantLight azimuth="225" elevation="58"/></feDiffuseLighting></filter>
<filter id="ink"><feTurbulence type="fractalNoise" baseFrequency=".035" numOctaves="2" seed="4" result="n"/><feDisplacementMap in="SourceGraphic" in2="n" scale="5"/></filter>
<filter id="pencil"><feTurbulence type="fractalNoise" baseFrequency=".5" numOctaves="2" seed="7" result="n"/><feDisplacementMap in="SourceGraphic" in2="n" scale="4"/></filter>
<filter id="stamp" x="-20%" y="-20%" width="140%" height="140%"><feTurbulence type="fractalNoise" baseFrequency=".05" numOctaves="3" seed="12"/><feColorMatrix values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  0 -5 0 0 3.4"/><feComposite in="SourceGraphic" operator="in"/></filter>
<filter id="soft" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="14"/></filter>
<radialGradient id="light" cx=".42" cy=".36" r=".85"><stop offset=".35" stop-color="#fff6e0" stop-opacity=".16"/><stop offset="1" stop-color="#00080a" stop-opacity=".62"/></radialGradient>
<linearGradient id="fold" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="#000" stop-opacity="0"/><stop offset=".49" stop-color="#000" stop-opacity=".09"/><stop offset=".5" stop-color="#fff" stop-opacity=".5"/><stop offset=".53" stop-color="#fff" stop-opacity="0"/></linearGradient>
</defs>
${planks()}<rect width="${WIDTH}" height="${HEIGHT}" filter="url(#wood)"/>${chips()}
<g transform="translate(1110 900)"><rect x="-8" y="-150" width="66" height="300" rx="8" fill="#2a2b2a"/><rect x="-4" y="-146" width="58" height="292" rx="6" fill="#4a4a46"/><circle cx="25" cy="70" r="11" fill="#0b0b0b"/><path d="M20 72h10l5 38h-20z" fill="#0b0b0b"/><path d="M-60-72q50-26 84 0" stroke="#1d1d1c" stroke-width="30" stroke-linecap="round" fill="none"/><path d="M-58-77q50-24 80-2" stroke="#8b8b84" stroke-width="7" stroke-linecap="round" fill="none"/></g>
<g transform="translate(196 196) rotate(-2.4)">
<path d="M6 14L716 20L728 1012L14 1004z" fill="#000" opacity=".55" filter="url(#soft)"/>
<clipPath id="sheet"><path d="M0 4L706 0Q712 500 714 992Q640 996 600 988T300 994T4 990z"/></clipPath>
<g clip-path="url(#sheet)"><rect width="716" height="1000" fill="#f1eee3"/>${squares(716, 1000)}<rect width="716" height="1000" filter="url(#paper)" style="mix-blend-mode:multiply" opacity=".8"/><rect width="716" height="1000" fill="url(#fold)"/>${words()}${music()}</g></g>
${tape(232, 210, -38)}${tape(868, 178, 40)}${tape(264, 1176, 30)}${tape(934, 1150, -36)}
${sealStrip()}
<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#light)"/><rect width="${WIDTH}" height="${HEIGHT}" filter="url(#grain)" opacity=".5"/>`,
  );
}
