/** The catalogue in the window's language. */
import { failureText } from '../../messages/failure-text.ts';
import { en } from '../../messages/en.ts';
import { translator } from '../../messages/translate.ts';
import type { Failure } from '../../../archive/lib/result.ts';

export const t = translator('en', en);

export const sayFailure = (failure: Failure): string => failureText(t, failure);
