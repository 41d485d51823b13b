/**
 * A time stamp by RFC 3161: an authority signed a digest together with a moment. Checked without a network: that the
 * signature is over this digest and moment, and by the certificate in the token. Whom that certificate may be believed
 * from, and whether it was withdrawn, cannot be.
 */
import { X509Certificate } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import { TSTInfo } from '@peculiar/asn1-tsp';
import { plainLine } from '../lib/plain-line.ts';
import type { StampCertificate, StampReading } from '../model/index.ts';
import { digestName, digestOfBytes, isSignedBy } from './algorithms.ts';
import {
  type Der,
  encodedOf,
  hasTag,
  membersOf,
  octetsOf,
  oidOf,
  parseDer,
  tagged,
} from './der.ts';
import { imprintOf, type StampFailure } from './imprint.ts';

type Token = Extract<StampReading, { readonly kind: 'rfc3161' }>;

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
/** Certificates that are looked at, and steps of a chain that are followed. */
const CERTIFICATES = 20;
const STEPS = 10;

/**
 * An answer of an authority (`.tsr`) or the token alone (`.tst`). `beside` holds certificates, as PEM, that are not in
 * the token itself.
 */
export function readToken(bytes: Uint8Array, beside = ''): Token | StampFailure {
  const parsed = parseDer(bytes);
  const content = parsed && (contentOf(parsed) ?? contentOf(membersOf(parsed)[1]));
  if (!content) return 'stamp-unreadable';
  const info = infoOf(content);
  if (info === null) return 'stamp-unreadable';
  let read: TSTInfo;
  try {
    read = AsnConvert.parse(info, TSTInfo);
  } catch {
    return 'stamp-unreadable';
  }
  const imprint = imprintOf(
    digestName(read.messageImprint.hashAlgorithm.algorithm),
    new Uint8Array(read.messageImprint.hashedMessage.buffer),
  );
  if (typeof imprint === 'string') return imprint;
  if (Number.isNaN(read.genTime.getTime())) return 'stamp-unreadable';
  const certificates = [...certificatesOf(content), ...certificatesIn(beside)];
  const signer = signerOf(content, certificates);
  return {
    kind: 'rfc3161',
    imprint,
    at: read.genTime.toISOString(),
    policy: read.policy.slice(0, 200),
    serial: Buffer.from(read.serialNumber).toString('hex').slice(0, 100),
    signature: signatureOf(content, info, signer),
    certificate: signer && describe(signer, certificates, read.genTime),
  };
}

/** What an authority answers holds the token second; a token is such a content itself. */
function contentOf(value: Der | undefined): Der | null {
  const [type, content] = membersOf(value);
  return oidOf(type) === SIGNED_DATA ? (membersOf(content)[0] ?? null) : null;
}

/** The signed words themselves: digest, moment, number. */
function infoOf(content: Der): Uint8Array | null {
  const [type, wrapped] = membersOf(membersOf(content)[2]);
  return oidOf(type) === TST_INFO ? octetsOf(membersOf(wrapped)[0]) : null;
}

function certificatesOf(content: Der): readonly X509Certificate[] {
  return membersOf(tagged(content, 0))
    .slice(0, CERTIFICATES)
    .flatMap((encoded) => {
      try {
        return [new X509Certificate(encodedOf(encoded))];
      } catch {
        return [];
      }
    });
}

function certificatesIn(pem: string): readonly X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.slice(0, CERTIFICATES).flatMap((block) => {
    try {
      return [new X509Certificate(block)];
    } catch {
      return [];
    }
  });
}

interface SignerInfo {
  readonly digest: string | null;
  /** Signed in the place of the content: they hold its digest. */
  readonly attributes: Der | undefined;
  readonly algorithm: string | null;
  readonly signature: Uint8Array | null;
}

/** A time stamp has one signer. */
function signerInfoOf(content: Der): SignerInfo | null {
  const infos = membersOf(membersOf(content).at(-1));
  const [info] = infos;
  if (infos.length !== 1 || !info) return null;
  const parts = membersOf(info);
  // The signer may be named by a value with the same tag: attributes come fourth.
  const attributes = hasTag(parts[3], 0) ? parts[3] : undefined;
  const after = attributes ? 4 : 3;
  return {
    digest: digestName(oidOf(membersOf(parts[2])[0])),
    attributes,
    algorithm: oidOf(membersOf(parts[after])[0]),
    signature: octetsOf(parts[after + 1]),
  };
}

function attribute(attributes: Der | undefined, type: string): Der | undefined {
  const found = membersOf(attributes).find((one) => oidOf(membersOf(one)[0]) === type);
  return membersOf(membersOf(found)[1])[0];
}

/** The certificate whose digest was signed along: no other may be put in its place. */
function signerOf(content: Der, certificates: readonly X509Certificate[]): X509Certificate | null {
  const attributes = signerInfoOf(content)?.attributes;
  for (const [type, usual] of [
    [SIGNING_CERTIFICATE_V2, 'sha256'],
    [SIGNING_CERTIFICATE, 'sha1'],
  ] as const) {
    const [first, ...more] = membersOf(membersOf(membersOf(attribute(attributes, type))[0])[0]);
    const other = digestName(oidOf(membersOf(first)[0]));
    const wanted = other === null ? octetsOf(first) : octetsOf(more[0]);
    if (wanted === null) continue;
    const found = certificates.find(({ raw }) =>
      digestOfBytes(other ?? usual, raw).equals(Buffer.from(wanted)),
    );
    if (found) return found;
  }
  return null;
}

function signatureOf(
  content: Der,
  info: Uint8Array,
  signer: X509Certificate | null,
): Token['signature'] {
  const said = signerInfoOf(content);
  if (!said?.attributes || said.signature === null) return 'broken';
  if (said.digest === null) return 'unchecked';
  const digest = octetsOf(attribute(said.attributes, MESSAGE_DIGEST));
  const type = oidOf(attribute(said.attributes, CONTENT_TYPE));
  const fits = digest !== null && digestOfBytes(said.digest, info).equals(Buffer.from(digest));
  if (!fits || type !== TST_INFO) return 'broken';
  if (signer === null) return 'unchecked';
  // In the file they carry a tag of their own; signed was the plain set.
  const bytes = new Uint8Array(encodedOf(said.attributes));
  bytes[0] = 0x31;
  const holds = isSignedBy(signer.publicKey, { ...said, bytes, signature: said.signature });
  return holds === null ? 'unchecked' : holds ? 'holds' : 'broken';
}

function describe(
  signer: X509Certificate,
  certificates: readonly X509Certificate[],
  at: Date,
): StampCertificate {
  return {
    subject: nameIn(signer.subject),
    issuer: nameIn(signer.issuer),
    sha256: digestOfBytes('sha256', signer.raw).toString('hex'),
    validThen: new Date(signer.validFrom) <= at && at <= new Date(signer.validTo),
    forStamping:
      (signer.keyUsage as readonly string[] | undefined)?.includes(TIME_STAMPING) ?? false,
    chain: chainOf(signer, certificates).map(({ subject }) => nameIn(subject)),
  };
}

function chainOf(
  signer: X509Certificate,
  certificates: readonly X509Certificate[],
): readonly X509Certificate[] {
  const chain: X509Certificate[] = [];
  for (let at = signer; chain.length < STEPS;) {
    const next = certificates.find(
      (one) => one !== at && !chain.includes(one) && one !== signer && isIssuer(one, at),
    );
    if (!next) break;
    chain.push(next);
    at = next;
  }
  return chain;
}

function isIssuer(issuer: X509Certificate, of: X509Certificate): boolean {
  try {
    return of.checkIssued(issuer) && of.verify(issuer.publicKey);
  } catch {
    return false;
  }
}

/** `O=…` and `CN=…` of a name, on one line. */
function nameIn(name: string): string {
  const parts = name.split('\n').flatMap((line) => /^(?:O|CN)=(.*)$/.exec(line)?.[1] ?? []);
  return plainLine((parts.length > 0 ? parts.join(', ') : name).slice(0, 200));
}
