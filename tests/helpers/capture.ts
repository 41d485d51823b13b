/** How a file was collected, when nothing of it is known. */
import { type Capture, unknown } from '../../archive/model/index.ts';

export const capture: Capture = {
  collectedBy: unknown,
  collectedAt: unknown,
  place: unknown,
  method: unknown,
  device: unknown,
  consent: unknown,
};
