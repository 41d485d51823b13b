/** No form of a hidden name is left in what a redactor gives back, and a text without one comes back as it was. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Entity,
  newEntityId,
  type Sharing,
  shareProfiles,
  type Treatment,
} from '../../../archive/model/index.ts';
import { Redactor } from '../../../archive/redact/index.ts';

const words = {
  withheld: 'withheld',
  kinds: { person: 'Person', organisation: 'Organisation', place: 'Place' },
};
const hide = (entities: readonly Entity[], sharing?: Partial<Sharing>) =>
  new Redactor(entities, { levels: shareProfiles.protect, entities: [], ...sharing }, words);

function entity(name: string, rest: Partial<Entity> = {}): Entity {
  return {
    id: newEntityId(),
    kind: 'person',
    name,
    spellings: [],
    role: '',
    protection: 'must-not-be-named',
    note: '',
    ...rest,
  };
}

describe('marks', () => {
  const marta = entity('Marta Vesna', { spellings: ['Марта Вясна'], role: 'a witness' });

  it('says what the profile says', () => {
    const said = (treatment: Treatment) =>
      hide([marta], {
        levels: { ...shareProfiles.protect, 'must-not-be-named': treatment },
      }).text('Marta Vesna’s door; Марту Вясну');
    expect(said('pseudonym')).toBe('[Person A]’s door; [Person A]');
    expect(said('role')).toBe('[a witness]’s door; [a witness]');
    expect(said('initials')).toBe('[M. V.]’s door; [M. V.]');
    expect(said('bar')).toBe('[withheld]’s door; [withheld]');
    expect(said('keep')).toBe('Marta Vesna’s door; Марту Вясну');
  });

  it('never gives a pseudonym to somebody else that is retired', () => {
    const retired = [
      { kind: 'person' as const, number: 1 },
      { kind: 'place' as const, number: 2 },
    ];
    expect(hide([marta], { retired }).text('Marta Vesna')).toBe('[Person B]');
  });

  it('lets the choice for one go before its level, and keeps the pseudonym that it had', () => {
    const other = entity('Ilmar Tamm');
    const redactor = hide([marta, other, entity('Hanna Kruk')], {
      entities: [
        { entity: marta.id, treatment: 'keep', pseudonym: '', number: null },
        { entity: other.id, treatment: null, pseudonym: '', number: 1 },
      ],
    });
    expect(redactor.text('Hanna Kruk, Ilmar Tamm, Marta Vesna')).toBe(
      '[Person B], [Person A], Marta Vesna',
    );
    expect(redactor.marks.map(({ number }) => number)).toEqual([2, 1]);
  });

  it('does not print a role or a pseudonym that names somebody', () => {
    const brother = entity('Ihar Vesna', { role: 'brother of Marta Vesna' });
    expect(
      hide([marta, brother], {
        levels: { ...shareProfiles.protect, 'must-not-be-named': 'role' },
      }).text('Ihar Vesna'),
    ).toBe('[withheld]');
  });

  it('never says of a part of a name whose it is', () => {
    expect(hide([marta]).text('Vesna and Marta Kovach')).toBe('[withheld] and [withheld] Kovach');
  });

  it('tells where each place of the text has gone', () => {
    const edited = hide([marta]).edit('So Marta Vesna said.');
    expect(edited.text).toBe('So [Person A] said.');
    expect([edited.start(3), edited.end(14), edited.start(8), edited.end(8)]).toEqual([
      3, 13, 3, 13,
    ]);
    expect([edited.start(0), edited.end(20)]).toEqual([0, 19]);
  });

  it('leaves paragraphs apart', () => {
    const org = entity('Blue Door', { kind: 'organisation' });
    expect(hide([org]).text('the Blue\n\nDoor opened')).toBe('the [Organisation A]\n\n opened');
  });
});

/** Written anew, so that a fault of the finder is not shared: everything that is no letter or digit is a space. */
function naive(text: string): string {
  const bare = Array.from(text.normalize('NFKD')).filter(
    (c) => !/[\p{M}\p{Cf}'’ʼ`´\u0640]/u.test(c),
  );
  return ` ${bare
    .join('')
    .toLowerCase()
    .replace(/ς/g, 'σ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

const alphabets = [
  'abeghiklmnorstuvyz',
  'абвгдежзiклмнопрстуўыэюя',
  'ابتثجحدرسعفقكلمنهوي',
  'אבגדהוזחטיכלמנסעפצקרשת',
];
const plainWord = fc
  .constantFrom(...alphabets)
  .chain((letters) =>
    fc
      .array(fc.constantFrom(...Array.from(letters)), { minLength: 3, maxLength: 9 })
      .map((all) => all.join('')),
  );
const nameWord = plainWord.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
const name = fc.array(nameWord, { minLength: 1, maxLength: 3 }).map((all) => all.join(' '));
const people = fc.array(
  fc.record({
    name,
    spellings: fc.array(name, { maxLength: 2 }),
    kind: fc.constantFrom('person' as const, 'organisation' as const, 'place' as const),
    treatment: fc.constantFrom(
      'pseudonym' as const,
      'initials' as const,
      'role' as const,
      'bar' as const,
    ),
    role: fc.oneof(fc.constant(''), plainWord, name),
  }),
  { minLength: 1, maxLength: 4 },
);
const disguises: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.normalize('NFD'),
  (text) => text.replace(/ /g, '\u00a0'),
  (text) => text.replace(/ /g, '-'),
  (text) => text.replace(/ /g, '_'),
  (text) => text.replace(/ /g, '\n\n'),
  (text) => Array.from(text).join('\u200b'),
  (text) => Array.from(text).join('\u00ad'),
  (text) => text.replace(/(.)(.)/u, '$1\u202e$2'),
  (text) => text.replace(/^(.)/u, '$1\u0301'),
  (text) => `“${text}”,`,
  (text) => `https://example.org/${text.replace(/ /g, '-')}?x=1`,
];
const separators = [' ', ' ', ' ', ', ', '. ', '\n', '\n\n', '-', '/'];

const runs = process.env.SLOW === '1' ? 5_000 : 500;

describe('a random text', () => {
  it('holds no form of a hidden name any more', () => {
    let hits = 0;
    fc.assert(
      fc.property(
        people,
        fc.array(
          fc.record({
            which: fc.nat(99),
            word: plainWord,
            named: fc.boolean(),
            disguise: fc.constantFrom(...disguises),
            separator: fc.constantFrom(...separators),
          }),
          { maxLength: 30 },
        ),
        (persons, pieces) => {
          const entities = persons.map((person) => entity(person.name, person));
          const spellings = entities.flatMap((one) => [one.name, ...one.spellings]);
          const text = pieces
            .map(({ which, word, named, disguise, separator }) => {
              const piece = named ? disguise(spellings[which % spellings.length] ?? '') : word;
              return piece + separator;
            })
            .join('');
          const redactor = hide(entities, {
            entities: entities.map(({ id }, at) => ({
              entity: id,
              treatment: persons[at]?.treatment ?? 'bar',
              pseudonym: '',
              number: null,
            })),
          });
          const out = redactor.text(text);
          for (const spelling of spellings) {
            if (naive(text).includes(naive(spelling))) hits++;
            expect(naive(out)).not.toContain(naive(spelling));
          }
          expect(redactor.text(out)).toBe(out);
        },
      ),
      { numRuns: runs },
    );
    // The texts did hold names: else nothing was shown.
    expect(hits).toBeGreaterThan(runs);
  });

  it('comes back unit for unit when nobody is named in it', () => {
    const redactor = hide([entity('Qwixqa Zzyvvzy'), entity('Жжыццяў Ўўжжэ')]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(redactor.text(text)).toBe(text);
      }),
      { numRuns: runs },
    );
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }), (units) => {
        const text = String.fromCharCode(...units);
        expect(redactor.text(text)).toBe(text);
      }),
      { numRuns: runs },
    );
  });
});
