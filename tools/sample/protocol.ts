/** Picture: the first sheet of a protocol of seizure, as a crooked scan with a stamp and a date written over. */
import { scribble, writeLine, type Hand } from './hand.ts';
import { drawingPage, type Picture } from './picture.ts';
import { seeded } from './random.ts';

const WIDTH = 1200;
const HEIGHT = 1600;

const pen: Hand = { size: 25, unrest: 0.04, random: seeded(77) };

const printed = (x: number, y: number, size: number, text: string, more = '') =>
  `<text x="${x}" y="${y}" font-size="${size}" ${more}>${text}</text>`;
const rule = (x: number, y: number, width: number) => `<path d="M${x} ${y}h${width}"/>`;

const ROWS = [
  ['1', 'СБОРНИКИ ПЕСЕН В ОБЛОЖКЕ', '143'],
  ['2', 'ЖУРНАЛ ПОСЕЩЕНИЙ, ОБЩАЯ ТЕТРАДЬ', '1'],
  ['3', 'КАМЕРТОН МЕТАЛЛ.', '1'],
  ['4', 'ЧАЙНИК (ВОЗВРАЩЕН)', '1'],
] as const;

function form(): string {
  return `<g font-family="Liberation Serif" fill="#262626">
${printed(600, 118, 25, 'ДЕПАРТАМЕНТ ОБЩЕСТВЕННОГО ПОРЯДКА', 'text-anchor="middle" letter-spacing="1"')}
${printed(600, 152, 23, 'Ластовицкий районный отдел', 'text-anchor="middle"')}
${printed(1080, 88, 17, 'Форма 8-И', 'text-anchor="end"')}
${printed(600, 252, 40, 'ПРОТОКОЛ № 17', 'text-anchor="middle" font-weight="700" letter-spacing="3"')}
${printed(600, 292, 26, 'изъятия вещей и документов', 'text-anchor="middle"')}
${printed(120, 366, 24, 'г. Ластовицк')}
${printed(640, 366, 24, '«')}${printed(718, 366, 24, '»')}${printed(914, 366, 24, '20')}${printed(992, 366, 24, 'г.')}
${printed(120, 436, 24, 'Время: с')}${printed(370, 436, 24, 'до')}
${printed(120, 500, 24, 'Мною,')}${printed(600, 530, 15, '(должность, звание, фамилия)', 'text-anchor="middle"')}
${printed(120, 584, 24, 'в помещении по адресу')}
${printed(120, 646, 24, 'у гр.')}
${printed(120, 706, 24, 'в присутствии понятых')}
${printed(120, 762, 24, 'изъято нижеследующее:')}
${printed(155, 830, 21, '№', 'text-anchor="middle"')}${printed(540, 830, 21, 'Наименование', 'text-anchor="middle"')}${printed(980, 830, 21, 'Кол-во', 'text-anchor="middle"')}
${printed(120, 1196, 24, 'Замечания к протоколу:')}
${printed(120, 1316, 24, 'Изъял')}${printed(660, 1316, 24, 'Присутствовал')}
${printed(330, 1340, 15, '(подпись)', 'text-anchor="middle"')}${printed(960, 1340, 15, '(подпись)', 'text-anchor="middle"')}
${printed(120, 1476, 19, 'Лист 1 из 2. Копия вручается лицу, у которого произведено изъятие.')}
</g><g stroke="#333" stroke-width="1.5" fill="none">
${rule(656, 371, 58)}${rule(734, 371, 170)}${rule(940, 371, 44)}${rule(230, 441, 130)}${rule(404, 441, 130)}
${rule(206, 506, 874)}${rule(382, 590, 698)}${rule(186, 652, 894)}${rule(382, 712, 698)}${rule(390, 1202, 690)}${rule(120, 1252, 960)}${rule(204, 1322, 260)}${rule(840, 1322, 240)}
<path d="M120 792h960v348h-960zM120 846h960M190 792v348M880 792v348M120 905h960M120 964h960M120 1023h960M120 1081h960"/></g>`;
}

function filledIn(): string {
  const blue =
    writeLine('МАРТА', 744, 364, pen) +
    writeLine('26', 942, 364, pen) +
    writeLine('19.40', 236, 434, pen) +
    writeLine('23.15', 414, 434, pen) +
    writeLine('СТ. ИНСПЕКТОРОМ, КАПИТАНОМ ДРОЗДОВИЧЕМ', 212, 500, { ...pen, size: 23 }) +
    writeLine('НАБЕРЕЖНАЯ, БЫВШ. КОНСЕРВНЫЙ', 390, 582, { ...pen, size: 23 }) +
    writeLine('ЖАЛЕЙКО Ю.', 196, 645, pen) +
    writeLine('(НЕ ЯВИЛИСЬ)', 392, 704, pen) +
    ROWS.map(
      ([number, name, count], row) =>
        writeLine(number, 148, 892 + row * 59, pen) +
        writeLine(name, 208, 892 + row * 59, { ...pen, size: 23 }) +
        writeLine(count, 950, 892 + row * 59, pen),
    ).join('') +
    writeLine('ПОДПИСЫВАТЬ ОТКАЗАЛСЯ. ПОЯСНИЛ: НЕЧЕМ', 400, 1195, { ...pen, size: 20 }) +
    writeLine('(РУКА)', 128, 1245, { ...pen, size: 20 }) +
    'M196 1112C400 1094 640 1126 872 1100' +
    scribble(226, 1308, 170, seeded(9));
  // The day: a 9 under a 10 that was written over it with a harder hand.
  const under = writeLine('9', 682, 364, { ...pen, size: 30 });
  const over = writeLine('10', 664, 365, { ...pen, size: 28 });
  return `<g fill="none" stroke-linecap="round" stroke-linejoin="round" filter="url(#ink)"><path d="${blue}" stroke="#27418f" stroke-width="3"/><path d="${under}" stroke="#27418f" stroke-width="3.2"/><path d="${over}${over}" stroke="#1a2350" stroke-width="4.6"/></g>`;
}

function stamp(): string {
  return `<g transform="translate(452 1352) rotate(-19)" fill="none" stroke="#5a4aa8" stroke-width="5" opacity=".78" filter="url(#stamp)"><circle r="122"/><circle r="114" stroke-width="2"/><circle r="80" stroke-width="3"/>
<path id="ring" d="M-90 0a90 90 0 1 1 0 .1" stroke="none"/><text font-family="Liberation Sans" font-weight="700" font-size="18.5" letter-spacing="1" fill="#5a4aa8" stroke="none"><textPath href="#ring">ДЕПАРТАМЕНТ ОБЩЕСТВЕННОГО ПОРЯДКА • ЗАРЕВИЯ •</textPath></text>
<path d="M-46 8q44-58 86-2q-42 52-86 2m86-2l28-24q-6 24 0 46z" stroke-width="4.5"/><circle cx="-22" cy="-1" r="4" fill="#5a4aa8"/><text y="58" text-anchor="middle" font-family="Liberation Sans" font-weight="700" font-size="20" fill="#5a4aa8" stroke="none">№ 3</text></g>`;
}

function dirt(): string {
  const random = seeded(40);
  let drawn = '';
  for (let index = 0; index < 130; index += 1) {
    drawn += `<circle cx="${random.between(20, 1180).toFixed(0)}" cy="${random.between(20, 1580).toFixed(0)}" r="${random.between(0.6, 2.2).toFixed(1)}" opacity="${random.between(0.25, 0.8).toFixed(2)}"/>`;
  }
  return `<g fill="#333">${drawn}</g><path d="M300 40q6 90-3 180" stroke="#555" stroke-width="1.2" fill="none" opacity=".6"/>`;
}

/** A scan-like picture, 1200 × 1600. */
export function protocol(): Picture {
  return drawingPage(
    WIDTH,
    HEIGHT,
    `<defs>
<filter id="ink"><feTurbulence type="fractalNoise" baseFrequency=".3" numOctaves="2" seed="4" result="n"/><feDisplacementMap in="SourceGraphic" in2="n" scale="2.2"/></filter>
<filter id="toner"><feTurbulence type="fractalNoise" baseFrequency=".6" numOctaves="2" seed="2" result="n"/><feDisplacementMap in="SourceGraphic" in2="n" scale="2"/></filter>
<filter id="stamp" x="-20%" y="-20%" width="140%" height="140%"><feTurbulence type="fractalNoise" baseFrequency=".05" numOctaves="3" seed="16"/><feColorMatrix values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  0 -5 0 0 3.2"/><feComposite in="SourceGraphic" operator="in"/></filter>
<filter id="grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".8" numOctaves="1" seed="5"/><feColorMatrix values="0 0 0 0 .2  0 0 0 0 .18  0 0 0 0 .15  .5 0 0 0 -.2"/></filter>
<filter id="soft" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="9"/></filter>
<linearGradient id="lid" x1="0" x2="1" y1="0" y2="0"><stop offset="0" stop-color="#3b3936"/><stop offset=".035" stop-color="#8d8983"/><stop offset=".07" stop-color="#d9d6cf"/><stop offset="1" stop-color="#e4e2dc"/></linearGradient>
<linearGradient id="crease" x1="0" x2="0" y1="0" y2="1"><stop offset=".325" stop-color="#000" stop-opacity="0"/><stop offset=".333" stop-color="#000" stop-opacity=".13"/><stop offset=".336" stop-color="#fff" stop-opacity=".6"/><stop offset=".342" stop-color="#000" stop-opacity="0"/><stop offset=".658" stop-color="#000" stop-opacity="0"/><stop offset=".666" stop-color="#000" stop-opacity=".11"/><stop offset=".669" stop-color="#fff" stop-opacity=".6"/><stop offset=".676" stop-color="#000" stop-opacity="0"/></linearGradient>
</defs>
<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#lid)"/>
<g transform="translate(14 -6) rotate(1.35 600 800)">
<path d="M34 32H1150V1580H34z" fill="#000" opacity=".5" filter="url(#soft)"/>
<path d="M30 26H1146V1514L1088 1572H30z" fill="#f4f2ea"/><path d="M1146 1514L1088 1572L1096 1522z" fill="#d2cec2"/>
<path d="M30 26H1146V1514L1088 1572H30z" fill="url(#crease)"/>
<g filter="url(#toner)">${form()}</g>${filledIn()}${stamp()}
<g fill="#2b2a28"><circle cx="70" cy="560" r="13"/><circle cx="70" cy="1010" r="13"/></g><path d="M64 60l52-22" stroke="#77736c" stroke-width="5" stroke-linecap="round"/>
</g>${dirt()}<rect width="${WIDTH}" height="${HEIGHT}" filter="url(#grain)" opacity=".42"/>`,
  );
}
