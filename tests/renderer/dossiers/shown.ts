/** What the material says of a quote, for tests that look for it. */
import { entities, quotes } from '../material.ts';

export const material = {
  speakerOf: (id: string): string | undefined => {
    const quote = quotes.find((one) => one.id === id);
    return entities.find((entity) => entity.id === quote?.speaker)?.name;
  },
};
