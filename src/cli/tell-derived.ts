/** What became of a source whose text was replaced, as the command line says it. */
import type { DerivedText } from '../../archive/index.ts';
import { print, printJson, t } from './output.ts';

export function tellDerived({ source, quotes }: DerivedText, json: boolean): null {
  if (json) printJson({ source, quotes });
  else print(t('command.derived', { shelfmark: source.shelfmark, ...quotes }));
  return null;
}
