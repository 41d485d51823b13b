/** Time stamps as authorities and calendars make them: by OpenSSL with an authority of our own, and by hand. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CONFIG = `
[tsa]
default_tsa = one
[one]
serial = serial
default_policy = 1.2.3.4.1
digests = sha1, sha256, sha384, sha512
accuracy = secs:1
ess_cert_id_alg = sha256
signer_digest = sha256
[stamping]
extendedKeyUsage = critical,timeStamping
[other]
extendedKeyUsage = clientAuth
`;

export interface Authority {
  /** The answer to a question for a stamp of these bytes. */
  stamp(
    bytes: Uint8Array | string,
    options?: { readonly digest?: string; readonly certificate?: boolean },
  ): Buffer;
  /** What `openssl ts -verify` says of a token and a file. */
  verifies(token: string, file: string): boolean;
  clear(): void;
}

/** An authority with a root and a unit that signs. `use` names what its certificate is for. */
export function makeAuthority(
  key: readonly string[] = ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  use: 'stamping' | 'other' = 'stamping',
): Authority {
  const folder = mkdtempSync(join(tmpdir(), 'kuferak-authority-'));
  const openssl = (...args: string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
  writeFileSync(join(folder, 'tsa.cnf'), CONFIG);
  writeFileSync(join(folder, 'serial'), '01\n');
  const subject = (name: string) => ['-subj', `/O=Invented Authority/CN=${name}`];
  const made = ['-newkey', ...key, '-nodes'];
  openssl('req', '-x509', ...made, '-keyout', 'root.key', '-out', 'root.pem', ...subject('Root'));
  openssl('req', ...made, '-keyout', 'unit.key', '-out', 'unit.csr', ...subject('Unit 1'));
  openssl(
    ...['x509', '-req', '-in', 'unit.csr', '-CA', 'root.pem', '-CAkey', 'root.key'],
    ...['-CAcreateserial', '-extfile', 'tsa.cnf', '-extensions', use, '-out', 'unit.pem'],
  );
  return {
    stamp: (bytes, { digest = 'sha256', certificate = true } = {}) => {
      writeFileSync(join(folder, 'data'), bytes);
      const cert = certificate ? ['-cert'] : [];
      openssl('ts', '-query', '-data', 'data', `-${digest}`, ...cert, '-out', 'question');
      openssl(
        ...['ts', '-reply', '-config', 'tsa.cnf', '-section', 'one', '-queryfile', 'question'],
        ...['-signer', 'unit.pem', '-inkey', 'unit.key', '-chain', 'root.pem', '-out', 'answer'],
      );
      return readFileSync(join(folder, 'answer'));
    },
    verifies: (token, file) => {
      try {
        openssl('ts', '-verify', '-data', file, '-in', token, '-CAfile', 'root.pem');
        return true;
      } catch {
        return false;
      }
    },
    clear: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A certificate of a domain, signed by itself, and its key. */
export function makeCertificate(domain: string): { certificate: string; key: string } {
  const folder = mkdtempSync(join(tmpdir(), 'kuferak-domain-'));
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  const name = ['-subj', `/CN=${domain}`, '-addext', `subjectAltName=DNS:${domain}`];
  execFileSync(
    'openssl',
    ['req', '-x509', ...curve, '-keyout', 'key.pem', '-out', 'domain.pem', ...name],
    { cwd: folder, stdio: 'ignore' },
  );
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const made = { certificate: read('domain.pem'), key: read('key.pem') };
  rmSync(folder, { recursive: true });
  return made;
}

const MAGIC = Buffer.concat([
  Buffer.from('\0OpenTimestamps\0\0Proof\0', 'latin1'),
  Buffer.from('bf89e2e884e89294', 'hex'),
]);

export const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();

/** Seven bits a byte, the lowest first. */
export function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest % 128) | 0x80);
  }
}

const sized = (bytes: Uint8Array) => Buffer.concat([varint(bytes.length), bytes]);

/** Steps of a proof, as bytes. */
export const step = {
  append: (bytes: Uint8Array) => Buffer.concat([Buffer.from([0xf0]), sized(bytes)]),
  prepend: (bytes: Uint8Array) => Buffer.concat([Buffer.from([0xf1]), sized(bytes)]),
  sha256: () => Buffer.from([0x08]),
  fork: (branch: Uint8Array) => Buffer.concat([Buffer.from([0xff]), branch]),
  bitcoin: (height: number) =>
    Buffer.concat([Buffer.from('000588960d73d71901', 'hex'), sized(varint(height))]),
  pending: (address: string) =>
    Buffer.concat([Buffer.from('0083dfe30d2ef90c8e', 'hex'), sized(sized(Buffer.from(address)))]),
};

/** A proof of these bytes, from the digest on. */
export function makeProof(bytes: Uint8Array | string, ...steps: readonly Uint8Array[]): Buffer {
  return Buffer.concat([MAGIC, Buffer.from([1, 0x08]), sha256(bytes), ...steps]);
}
