/** How the checking page looks: plain, in both themes, and on paper. */
export const style = `
:root { color-scheme: light dark; --good: light-dark(#1d6b34, #7fd196); --bad: light-dark(#a5231c, #ff9c91); --line: light-dark(#c9c5bc, #55524c); }
* { box-sizing: border-box; }
body { margin: 0; padding: 2rem 1rem; font: 1rem/1.5 system-ui, sans-serif; background: light-dark(#fbfaf7, #1c1b19); color: light-dark(#23211d, #ece9e2); }
main { max-width: 46rem; margin: auto; display: grid; gap: 1rem; }
h1, h2, p, ul { margin: 0; }
h1 { font-size: 1.5rem; }
h2 { font-size: 1.1rem; }
#place { display: grid; gap: 0.5rem; padding: 1.5rem; border: 2px dashed var(--line); border-radius: 0.5rem; }
#place.over { border-color: currentColor; }
#place > p { font-size: 0.9rem; }
label { font-weight: 600; }
input { font: inherit; max-width: 100%; }
#told { width: 100%; padding: 0.4rem 0.6rem; border: 1px solid var(--line); border-radius: 0.3rem; background: transparent; color: inherit; }
#result, #compare { display: grid; gap: 0.75rem; }
[hidden] { display: none !important; }
#verdict { font-size: 1.2rem; font-weight: 600; }
#verdict:not(:empty) { padding: 0.75rem 1rem; border-inline-start: 4px solid currentColor; }
#verdict:focus-visible, input:focus-visible { outline: 3px solid light-dark(#1a5fb4, #8ab4f8); outline-offset: 2px; }
.good { color: var(--good); }
.bad { color: var(--bad); }
table { width: 100%; border-collapse: collapse; }
td { padding: 0.3rem 0.5rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; vertical-align: top; }
td:first-child { white-space: nowrap; font-weight: 600; }
#fingerprint { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
#told-hint { font-size: 0.9rem; }
`;
