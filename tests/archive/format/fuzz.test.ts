import { createHash, createHmac, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seal } from '../../../archive/crypto/aead.ts';
import { DamageError, TooNewError } from '../../../archive/format/damage.ts';
import { readFrame, startsFrame } from '../../../archive/format/frame.ts';
import { readHead } from '../../../archive/format/head.ts';
import { readHeader, idOfNumber } from '../../../archive/format/header.ts';
import { makeKeyFile, makeSlot, openRing, readKeyFile } from '../../../archive/format/keyfile.ts';
import { dataLength, openBody } from '../../../archive/format/sealed.ts';
import { mostAllocated } from '../../helpers/allocated.ts';

/** A failing run says its seed; `fc.assert(…, { seed })` has it again. */
const numRuns = process.env.SLOW === undefined ? 400 : 50_000;
const keys = { key: randomBytes(32), check: randomBytes(32) };
const chain = randomBytes(32);
const SPARE = 128 * 1024;

/** Whatever is read, it is read, refused as damaged or refused as too new. Answers which. */
function outcomeOf(read: () => unknown): 'read' | 'damaged' | 'too-new' {
  try {
    read();
    return 'read';
  } catch (error) {
    if (error instanceof DamageError) return 'damaged';
    if (error instanceof TooNewError) return 'too-new';
    throw error;
  }
}

async function expectFrugal(input: Uint8Array, read: () => unknown): Promise<void> {
  const most = await mostAllocated(() => outcomeOf(read));
  expect(most).toBeLessThanOrEqual(input.length + SPARE);
}

const bytes = (maxLength: number) =>
  fc.uint8Array({ maxLength, size: 'max' }).map((array) => Buffer.from(array));

/** As a writer's frame begins, whatever it claims. */
function withPrefix(length: number, index: number, rest: Buffer): Buffer {
  const prefix = Buffer.alloc(12);
  prefix.writeUInt32BE(length, 0);
  prefix.writeUInt32BE(index, 4);
  createHmac('sha256', keys.check).update(prefix.subarray(0, 8)).digest().copy(prefix, 8, 0, 4);
  return Buffer.concat([prefix, rest]);
}

describe('every reader of the format, given anything', () => {
  it('[J2] [J3] a frame', async () => {
    const claimed = fc.record({
      length: fc.oneof(
        fc.nat(0xffffffff),
        fc.nat(16).map((steps) => steps * 256),
      ),
      index: fc.nat(3),
      rest: bytes(1_000),
    });
    const any = fc.oneof(
      bytes(1_000),
      claimed.map(({ length, index, rest }) => withPrefix(length, index, rest)),
    );
    await fc.assert(
      fc.asyncProperty(any, fc.nat(1_100), async (input, at) => {
        await expectFrugal(input, () => readFrame(keys, 0, chain, input, at));
        startsFrame(keys, input, at);
      }),
      { numRuns },
    );
  });

  it('[J3] what a frame holds, sealed by one who has the keys', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(8), bytes(1_000), async (steps, plain) => {
        const length = (steps + 1) * 256;
        const inner = Buffer.alloc(length - 28);
        plain.copy(inner);
        const prefix = withPrefix(length, 0, Buffer.alloc(0));
        const aad = Buffer.concat([prefix, chain]);
        const frame = Buffer.concat([prefix, seal(keys.key, Buffer.alloc(12), inner, aad)]);
        await expectFrugal(frame, () => readFrame(keys, 0, chain, frame, 0));
      }),
      { numRuns },
    );
  });

  it('[S1] [S2] a sealed body', async () => {
    await fc.assert(
      fc.asyncProperty(bytes(140_000), async (body) => {
        await expectFrugal(body, () => openBody(keys.key, body));
      }),
      { numRuns: numRuns / 4 },
    );
  });

  it('[S3] [S4] [S5] what a sealed body holds, sealed by one who has the key', async () => {
    const nonce = Buffer.alloc(12);
    nonce[11] = 1;
    const plain = fc.oneof(
      bytes(300),
      fc.tuple(bytes(300), fc.nat(400)).map(([data, length]) => {
        const end = Buffer.alloc(8);
        end.writeBigUInt64BE(BigInt(length));
        return Buffer.concat([data, end]);
      }),
    );
    await fc.assert(
      fc.asyncProperty(plain, fc.nat(1_000_000), async (inner, size) => {
        const body = seal(keys.key, nonce, inner);
        await expectFrugal(body, () => openBody(keys.key, body));
        outcomeOf(() => dataLength(inner, size));
      }),
      { numRuns },
    );
  });

  it('[D1] a head', () => {
    const head = {
      seq: 1,
      history: 'ab'.repeat(32),
      keyGeneration: 1,
      snapshot: 0,
      segments: [{ number: 1, closed: null }],
    };
    const changed = fc
      .tuple(fc.constantFrom(...Object.keys(head), '__proto__', 'more'), fc.jsonValue())
      .map(([name, value]) => JSON.stringify({ ...head, [name]: value }));
    const cut = fc.nat(200).map((end) => JSON.stringify(head).slice(0, end));
    const text = fc.oneof(changed, cut, fc.json(), fc.string());
    fc.assert(
      fc.property(
        fc.oneof(
          bytes(300),
          text.map((said) => Buffer.from(said)),
        ),
        (data) => {
          expect(['read', 'damaged']).toContain(outcomeOf(() => readHead(data)));
        },
      ),
      { numRuns },
    );
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(outcomeOf(() => readHead(Buffer.from(deep)))).toBe('damaged');
  });

  it('[K1] [K3] [K4] [K5] a key file whose sum is right', async () => {
    const holder = randomBytes(32);
    const archiveId = randomBytes(16);
    const kdf = { memory: 65_536, passes: 3 };
    const salt = randomBytes(32);
    const slot = makeSlot({ kind: 'passphrase', kdf, salt }, holder, archiveId, holder);
    const shares = { needed: 2, made: 3 };
    const divided = makeSlot({ kind: 'shares', shares, salt }, holder, archiveId, holder);
    const ring = { dataKeys: [randomBytes(32)], epoch: 1, naming: null } as const;
    const whole = makeKeyFile(1, archiveId, [slot, divided], holder, ring);
    await fc.assert(
      fc.asyncProperty(bytes(200), fc.nat(4_063), async (patch, at) => {
        const file = Buffer.from(whole);
        patch.copy(file, at, 0, Math.max(0, 4_064 - at));
        createHash('sha256').update(file.subarray(0, 4_064)).digest().copy(file, 4_064);
        await expectFrugal(file, () => openRing(readKeyFile(file), holder));
      }),
      { numRuns },
    );
  });

  it('[H1] [H2] [H8] a header', async () => {
    const named = { type: 'journal', archiveId: randomBytes(16), id: idOfNumber(1) } as const;
    await fc.assert(
      fc.asyncProperty(bytes(300), fc.boolean(), async (header, plausible) => {
        if (plausible) Buffer.from('KUFERAK1\u0003\u0001\u0000\u0001').copy(header);
        await expectFrugal(header, () => readHeader(header, named, [{ epoch: 1, key: keys.key }]));
      }),
      { numRuns },
    );
  });
});
