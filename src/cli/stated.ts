/** Something stated as it is typed on the command line: a value, or one of the words `unknown` and `withheld` in any case. */
import { type Stated, stated, unknown, withheld } from '../../archive/model/index.ts';
import { t } from './output.ts';

export function statedAs(typed: string): Stated {
  const value = typed.trim();
  const word = value.toLowerCase();
  if (word === '' || word === 'unknown') return unknown;
  return word === 'withheld' ? withheld : stated(value);
}

export function shown(said: Stated = unknown): string {
  return said.state === 'value' ? said.value : t(`stated.${said.state}`);
}
