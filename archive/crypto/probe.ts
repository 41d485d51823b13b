/** Whether this machine computes what the format is made of, asked before anything depends on it: Electron's cryptography is not Node's. */
import { hkdfSync } from 'node:crypto';
import { open, seal } from './aead.ts';

export type Lack = 'aes-gcm' | 'hkdf' | 'sqlite';

/** What is missing or wrong; empty when all is there. Takes about a millisecond. */
export function lacks(): Lack[] {
  const checks: Readonly<Record<Lack, () => boolean>> = {
    'aes-gcm': gcmWorks,
    hkdf: hkdfWorks,
    sqlite: () => process.getBuiltinModule('node:module').isBuiltin('node:sqlite'),
  };
  return (Object.keys(checks) as Lack[]).filter((lack) => {
    try {
      return !checks[lack]();
    } catch {
      return true;
    }
  });
}

/** With associated data as long as a frame's; the tag was computed by another implementation. */
function gcmWorks(): boolean {
  const key = Buffer.from(Array.from({ length: 32 }, (_, at) => at));
  const nonce = Buffer.alloc(12, 7);
  const aad = Buffer.alloc(48, 9);
  const sealed = seal(key, nonce, Buffer.from('kuferak', 'ascii'), aad);
  return sealed.toString('hex') === GCM_EXPECTED && open(key, nonce, sealed, aad) !== null;
}

const GCM_EXPECTED = '641fc0391d6ebca30ed06bbdfae48c672314018b253269';

/** RFC 5869, test case 3, the first eight bytes. */
function hkdfWorks(): boolean {
  const none = Buffer.alloc(0);
  const key = Buffer.from(hkdfSync('sha256', Buffer.alloc(22, 0x0b), none, none, 42));
  return key.toString('hex').startsWith('8da4e775a563c18f');
}
