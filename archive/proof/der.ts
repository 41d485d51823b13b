/** Finds one's way in DER: a thin hand over asn1js, which does the parsing. Throws nothing; what is not there is `null`. */
import {
  type BaseBlock,
  Constructed,
  fromBER,
  ObjectIdentifier,
  OctetString,
  Sequence,
  Set,
} from 'asn1js';

export type Der = BaseBlock;

/** `null` when it is no DER, or more than one value. */
export function parseDer(bytes: Uint8Array): Der | null {
  try {
    const { offset, result } = fromBER(bytes);
    return offset === bytes.length ? result : null;
  } catch {
    return null;
  }
}

/** The members of a sequence, a set or a tagged value; none of anything else. */
export function membersOf(value: Der | undefined): readonly Der[] {
  if (value instanceof Sequence || value instanceof Set || value instanceof Constructed)
    return value.valueBlock.value;
  return [];
}

/** The member with this context tag. */
export function tagged(value: Der | undefined, tag: number): Der | undefined {
  return membersOf(value).find((member) => hasTag(member, tag));
}

const CONTEXT = 3;

export function hasTag(value: Der | undefined, tag: number): boolean {
  return value?.idBlock.tagClass === CONTEXT && value.idBlock.tagNumber === tag;
}

export function oidOf(value: Der | undefined): string | null {
  return value instanceof ObjectIdentifier ? value.getValue() : null;
}

export function octetsOf(value: Der | undefined): Uint8Array | null {
  return value instanceof OctetString ? new Uint8Array(value.getValue()) : null;
}

/** The value as it stood in the file, its tag and length before it. */
export function encodedOf(value: Der): Uint8Array {
  return value.valueBeforeDecodeView;
}
