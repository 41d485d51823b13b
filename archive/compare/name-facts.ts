/** The names of the archive that stand in two texts, beside each other. */
import type { Account } from './account.ts';
import type { Fact, FactPair } from './comparison.ts';
import { grouped } from './fact-mentions.ts';
import type { NamedEntity } from './names.ts';

/** `linked`: whether two passages were matched. Of versions a name is only paired that matched passages tell. */
export function namePairs(
  a: Account,
  b: Account,
  entities: readonly NamedEntity[],
  linked: ((a: number, b: number) => boolean) | null,
): FactPair[] {
  const namesOf = (account: Account) =>
    account.names.filter(({ first }) => (account.passageOf[first] ?? -1) >= 0);
  const passagesOf = (account: Account, entity: number) =>
    new Set(
      namesOf(account)
        .filter((name) => name.entity === entity)
        .map(({ first }) => account.passageOf[first] ?? -1),
    );
  const isTold = (entity: number): boolean => {
    if (linked === null) return true;
    const right = [...passagesOf(b, entity)];
    return [...passagesOf(a, entity)].some((left) => right.some((other) => linked(left, other)));
  };
  const factsOf = (account: Account) => {
    const inside = namesOf(account);
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
    if (both && !isTold(number)) return [alone(entity, factA, null), alone(entity, null, factB)];
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

const alone = ({ kind, name }: NamedEntity, a: Fact | null, b: Fact | null): FactPair => ({
  kind,
  a,
  b,
  verdict: b === null ? 'only-a' : 'only-b',
  label: name,
  reasons: [],
});
