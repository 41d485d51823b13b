/** The whole template, and the order of the parts. A constant: nothing of a dossier is ever put into it. */
import { annex } from './annex.ts';
import { exhibit } from './exhibit.ts';
import { front } from './front.ts';
import { page } from './page.ts';

const order = String.raw`
#metadata(D.shortDigest)<digest>
#cover
#pagebreak()
#contents
#pagebreak()
#method
#if D.sections.len() > 0 { pagebreak() + account }
#pagebreak()
#exhibit-list
#for value in D.exhibits { printed-exhibit(value) }
#if D.comparisons.len() > 0 { pagebreak(weak: true) + comparisons }
#if D.claims.len() > 0 { pagebreak(weak: true) + claims }
#pagebreak(weak: true)
#custody
#pagebreak(weak: true)
#check
#if D.redactions.len() > 0 { pagebreak(weak: true) + redactions }
#if D.replaced.len() > 0 { pagebreak(weak: true) + replaced }
`;

export const template = [page, front, exhibit, annex, order].join('\n');
