/** The names of the archive that stand in two texts, beside each other. */
import type { Account } from './account.ts';
import type { Fact, FactPair } from './comparison.ts';
import { grouped } from './fact-mentions.ts';
import type { NamedEntity } from './names.ts';

export function namePairs(a: Account, b: Account, entities: readonly NamedEntity[]): FactPair[] {
  const factsOf = (account: Account) => {
    const inside = account.names.filter(({ first }) => (account.passageOf[first] ?? -1) >= 0);
    return new Map(
      grouped(inside, ({ entity }) => String(entity)).flatMap((group): [number, Fact][] => {
        const [first] = group;
        if (first === undefined) return [];
        const fact: Fact = {
          start: first.range[0],
          end: first.range[1],
          text: account.text.slice(first.range[0], first.range[1]),
          value: entities[first.entity]?.name ?? '',
          mentions: group.slice(1).map(({ range }) => range),
          passage: account.passageOf[first.first] ?? -1,
        };
        return [[first.entity, fact]];
      }),
    );
  };
  const left = factsOf(a);
  const right = factsOf(b);
  return entities.flatMap((entity, number): FactPair[] => {
    const factA = left.get(number) ?? null;
    const factB = right.get(number) ?? null;
    if (factA === null && factB === null) return [];
    const both = factA !== null && factB !== null;
    return [
      {
        kind: entity.kind,
        a: factA,
        b: factB,
        verdict: both ? 'same' : factB === null ? 'only-a' : 'only-b',
        label: entity.name,
        reasons: both ? [{ kind: 'same-name', a: factA.text, b: factB.text }] : [],
      },
    ];
  });
}
