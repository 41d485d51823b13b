/** Picture: the cannery on the quay by night, with a bus and two vans, as a drawing. */
import { drawingPage, type Picture } from './picture.ts';
import { seeded } from './random.ts';

const WIDTH = 1600;
const HEIGHT = 1067;
const QUAY = 742;

function stars(): string {
  const random = seeded(3);
  let drawn = '';
  for (let index = 0; index < 150; index += 1) {
    drawn += `<circle cx="${random.between(0, WIDTH).toFixed(0)}" cy="${random.between(0, 430).toFixed(0)}" r="${random.between(0.5, 1.9).toFixed(1)}" opacity="${random.between(0.15, 0.8).toFixed(2)}"/>`;
  }
  return `<g fill="#dfe8ff">${drawn}</g>`;
}

/** An arched window of four panes, `bright` from 0 (dark) to 1. */
function arch(x: number, y: number, width: number, height: number, bright: number): string {
  const shape = `M${x} ${y + height}V${y + width / 2}a${width / 2} ${width / 2} 0 0 1 ${width} 0V${y + height}z`;
  const glow =
    bright > 0
      ? `<path d="${shape}" fill="#ffb84d" opacity="${bright * 0.5}" filter="url(#glow)"/>`
      : '';
  const pane =
    bright > 0 ? `<path d="${shape}" fill="url(#pane)" opacity="${0.35 + bright * 0.65}"/>` : '';
  return `<path d="${shape}" fill="#141a26" stroke="#241a1c" stroke-width="9"/>${glow}${pane}
<path d="M${x + width / 2} ${y}V${y + height}M${x} ${y + height * 0.42}h${width}M${x} ${y + height * 0.71}h${width}" stroke="#241a1c" stroke-width="5"/>`;
}

const singer = (x: number, y: number, tall: number) =>
  `<path d="M${x - 19} ${y}v${-tall * 0.55}q0-17 19-18q19 1 19 18v${tall * 0.55}z"/><circle cx="${x}" cy="${y - tall * 0.55 - 30}" r="13"/>`;

function bricks(): string {
  const random = seeded(31);
  let drawn = '';
  for (let row = 0; row < 29; row += 1) {
    for (let column = 0; column < 42; column += 1) {
      if (random.next() > 0.3) continue;
      const x = 452 + column * 23 + (row % 2) * 11;
      drawn += `<rect x="${x}" y="${352 + row * 13}" width="20" height="10" fill="${random.next() > 0.5 ? '#7d4a42' : '#2c1d22'}" opacity="${random.between(0.12, 0.4).toFixed(2)}"/>`;
    }
  }
  return drawn;
}

function cannery(): string {
  const windows = [492, 612, 732, 1012, 1132, 1252]
    .map((x, index) =>
      arch(x, 492, 78, 168, index < 2 ? 1 : index === 2 ? 0.9 : index === 4 ? 0.25 : 0),
    )
    .join('');
  const upper = [492, 612, 732, 872, 1012, 1132, 1252].map((x) => arch(x, 388, 62, 66, 0)).join('');
  return `<g><path d="M1304 742V128l14-18h44l14 18v614z" fill="url(#brick)"/><path d="M1310 170h60M1308 232h64" stroke="#1f1518" stroke-width="9"/><path d="M1300 120h80v16h-80z" fill="#2a1b1e"/>
<path d="M440 742V344h980v398z" fill="url(#brick)"/><path d="M424 350l64-62h884l64 62z" fill="#1b1a24"/><path d="M424 350l64-62h884l64 62-64-48H488z" fill="#d7e2f2" opacity=".8"/>
${bricks()}${upper}${windows}
<g fill="#3a2016" opacity=".88">${singer(512, 660, 96)}${singer(548, 660, 84)}${singer(636, 660, 92)}${singer(668, 660, 104)}${singer(770, 660, 88)}</g>
<path d="M846 742V524h108v218z" fill="#0e0d12" stroke="#241a1c" stroke-width="10"/><path d="M852 742V530h70l-22 26v186z" fill="#ffcf7a" opacity=".92"/><path d="M852 742V530h70l-22 26v186z" fill="#ffb84d" opacity=".6" filter="url(#glow)"/>
<path d="M836 516q64-64 128 0" fill="none" stroke="#2a1b1e" stroke-width="12"/>
<text x="900" y="376" text-anchor="middle" font-family="Liberation Sans Narrow" font-weight="700" font-size="34" letter-spacing="15" fill="#e7d9bd" opacity=".5">РЫБАКАНСЕРВАВЫ ЦЭХ</text></g>`;
}

function bus(): string {
  return `<g transform="translate(952 598)"><ellipse cx="190" cy="152" rx="226" ry="15" fill="#000" opacity=".55"/>
<path d="M0 28q0-26 26-26h310q34 0 40 34l10 62v40H0z" fill="#c9a227"/><path d="M0 88h384l2 22v28H0z" fill="#8c2f2b"/><path d="M0 28q0-26 26-26h310q22 0 32 14H16z" fill="#fff" opacity=".25"/>
<g fill="#182233"><path d="M18 26h60v46H18zM86 26h60v46H86zM154 26h60v46h-60zM222 26h46v46h-46z"/><path d="M330 24h24q12 0 16 22l5 34h-45z"/></g><path d="M276 24h44v110h-44z" fill="#10141d"/><path d="M298 24v110" stroke="#c9a227" stroke-width="4"/>
<g fill="#0a0e16"><path d="M30 72v-14q0-10 10-10t10 10v14zM52 72v-16q0-10 10-10t10 10v16zM102 72v-14q0-10 10-10t10 10v14zM168 72v-18q0-10 10-10t10 10v18zM190 72v-14q0-9 9-9t9 9v14z"/></g>
<rect x="196" y="3" width="88" height="17" rx="3" fill="#0d1117"/><text x="240" y="17" text-anchor="middle" font-family="DejaVu Sans Mono" font-weight="700" font-size="15" fill="#ffcc4d">7</text>
<g fill="#0c0d11"><circle cx="82" cy="138" r="25"/><circle cx="312" cy="138" r="25"/></g><g fill="#5c6068"><circle cx="82" cy="138" r="11"/><circle cx="312" cy="138" r="11"/></g><path d="M380 104h7v14h-7z" fill="#fff3c9"/><path d="M386 111l250 60v70L386 118z" fill="#fff3c9" opacity=".13" filter="url(#haze)"/></g>`;
}

function van(x: number, y: number, size: number): string {
  return `<g transform="translate(${x} ${y}) scale(${size})"><ellipse cx="120" cy="122" rx="150" ry="12" fill="#000" opacity=".6"/>
<path d="M0 20Q0 0 20 0h136q16 0 26 14l26 38 30 10q12 4 12 18v34H0z" fill="#141821"/><path d="M160 14h6q9 0 14 8l18 30h-38z" fill="#2b3a52"/><path d="M4 12q4-9 16-9h134" stroke="#5e6f8e" stroke-width="3" fill="none" opacity=".7"/>
<g fill="#07080b"><circle cx="52" cy="114" r="22"/><circle cx="196" cy="114" r="22"/></g><g fill="#363b45"><circle cx="52" cy="114" r="9"/><circle cx="196" cy="114" r="9"/></g>
<g><circle cx="88" cy="-6" r="90" fill="#2d6bff" opacity=".55" filter="url(#blue)"/><rect x="66" y="-13" width="44" height="14" rx="6" fill="#7fb0ff"/><circle cx="88" cy="-7" r="9" fill="#eaf3ff"/></g></g>`;
}

function figure(x: number, y: number, size: number): string {
  return `<g transform="translate(${x} ${y}) scale(${size})"><path d="M-13 0l2-46q-9-4-9-16l3-30q2-13 17-13t17 13l3 30q0 12-9 16l2 46h-9l-4-42-4 42z"/><circle cx="0" cy="-117" r="12"/></g>`;
}

function lamp(x: number): string {
  return `<path d="M${x} 760V470q0-26 30-26h22" stroke="#0c0f16" stroke-width="8" fill="none"/><path d="M${x + 34} 440h44l-9 16h-26z" fill="#0c0f16"/><circle cx="${x + 56}" cy="462" r="76" fill="#ffd68a" opacity=".5" filter="url(#blue)"/><ellipse cx="${x + 56}" cy="458" rx="14" ry="6" fill="#fff4d6"/><path d="M${x + 44} 462l-96 300h220l-96-300z" fill="#ffd68a" opacity=".09"/>`;
}

function ice(): string {
  const random = seeded(58);
  let cracks = '';
  for (let index = 0; index < 26; index += 1) {
    const x = random.between(-50, WIDTH);
    const y = random.between(QUAY + 130, HEIGHT);
    cracks += `M${x.toFixed(0)} ${y.toFixed(0)}l${random.between(40, 150).toFixed(0)} ${random.between(-12, 12).toFixed(0)}l${random.between(20, 90).toFixed(0)} ${random.between(-14, 14).toFixed(0)}`;
  }
  const reflections = [
    [530, '#ffb84d', 0.5],
    [650, '#ffb84d', 0.5],
    [770, '#ffb84d', 0.4],
    [886, '#ffcf7a', 0.7],
    [306, '#4d86ff', 0.8],
    [1444, '#4d86ff', 0.7],
    [206, '#ffd68a', 0.5],
  ]
    .map(
      ([x, colour, strength]) =>
        `<rect x="${Number(x) - 26}" y="880" width="52" height="187" fill="${colour ?? ''}" opacity="${Number(strength) * 0.8}" filter="url(#reflect)"/>`,
    )
    .join('');
  return `<rect y="868" width="${WIDTH}" height="200" fill="url(#ice)"/>${reflections}<path d="${cracks}" stroke="#cfe0f5" stroke-opacity=".3" stroke-width="2" fill="none"/>`;
}

/** A drawing of 1600 × 1067. */
export function canneryByNight(): Picture {
  return drawingPage(
    WIDTH,
    HEIGHT,
    `<defs>
<linearGradient id="sky" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="#070c1c"/><stop offset=".55" stop-color="#14213d"/><stop offset="1" stop-color="#2f3c57"/></linearGradient>
<linearGradient id="brick" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="#3a2529"/><stop offset="1" stop-color="#5a3833"/></linearGradient>
<linearGradient id="pane" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="#ffdf9a"/><stop offset="1" stop-color="#f59d2c"/></linearGradient>
<linearGradient id="ground" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="#8d9cb8"/><stop offset=".35" stop-color="#5c6b88"/><stop offset="1" stop-color="#3b4763"/></linearGradient>
<linearGradient id="ice" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="#17223a"/><stop offset="1" stop-color="#2c3d5c"/></linearGradient>
<filter id="glow" x="-80%" y="-80%" width="260%" height="260%"><feGaussianBlur stdDeviation="22"/></filter>
<filter id="blue" x="-100%" y="-100%" width="300%" height="300%"><feGaussianBlur stdDeviation="30"/></filter>
<filter id="haze" x="-20%" y="-40%" width="140%" height="180%"><feGaussianBlur stdDeviation="7"/></filter>
<filter id="reflect" x="-150%" y="-10%" width="400%" height="120%"><feGaussianBlur stdDeviation="13 4" result="b"/><feTurbulence type="fractalNoise" baseFrequency=".004 .09" numOctaves="2" seed="6" result="n"/><feDisplacementMap in="b" in2="n" scale="46" xChannelSelector="R" yChannelSelector="G"/></filter>
<filter id="grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".65" numOctaves="2" seed="9"/><feColorMatrix values="0 0 0 0 .8  0 0 0 0 .85  0 0 0 0 1  .5 0 0 0 -.24"/></filter>
<radialGradient id="edge" cx=".5" cy=".55" r=".75"><stop offset=".55" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#00030a" stop-opacity=".7"/></radialGradient>
</defs>
<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#sky)"/>${stars()}
<g fill="#8ea2c8" opacity=".13" filter="url(#blue)"><ellipse cx="300" cy="210" rx="330" ry="26"/><ellipse cx="620" cy="120" rx="260" ry="18"/><ellipse cx="1180" cy="90" rx="300" ry="22"/><ellipse cx="70" cy="330" rx="210" ry="18"/></g>
<path d="M0 700q150-34 300-18t420-12 420 8 460-14v90H0z" fill="#111a2d"/><path d="M40 742V610h44v-30l24-22 24 22v30h54v132zM236 742V640l40-30 40 30v102z" fill="#0d1422"/><rect x="268" y="664" width="17" height="22" fill="#ffcf7a" opacity=".7"/><path d="M0 650h38v92H0z" fill="#0b111e"/>
${cannery()}
<rect y="${QUAY}" width="${WIDTH}" height="130" fill="url(#ground)"/><path d="M852 742h96l80 130H700z" fill="#ffcf7a" opacity=".3" filter="url(#haze)"/><path d="M0 742h1600v10H0z" fill="#e6eefb" opacity=".35"/>
<path d="M0 866h1600v22H0z" fill="#232a38"/><path d="M0 862h1600v9H0z" fill="#dbe6f6" opacity=".75"/>
${ice()}${lamp(150)}
${bus()}${van(206, 690, 0.92)}${van(1344, 672, 0.98)}
<g fill="#0a0c12">${figure(846, 806, 0.86)}${figure(950, 800, 0.8)}${figure(700, 822, 0.92)}${figure(560, 800, 0.82)}${figure(1302, 820, 0.9)}${figure(482, 826, 0.94)}</g>
<g fill="#2a1c16">${figure(894, 776, 0.7)}${figure(914, 790, 0.74)}</g>
<g fill="#0c0f16">${[90, 420, 780, 1130, 1480].map((x) => `<path d="M${x - 16} 866v-30q-7-12 16-12t16 12v30z"/>`).join('')}</g>
<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#edge)"/><rect width="${WIDTH}" height="${HEIGHT}" filter="url(#grain)" opacity=".5"/>`,
  );
}
