/** A tag as it is chosen in a field: one that is there, or a new name. */
import type { Input } from '../../../preload/contract.ts';

export type TagChoice = Input<'quotes.add'>['tags'][number];
