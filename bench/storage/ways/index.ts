/** All ways, by the name under which the table tells them. Each brings only what it needs into its process. */
import type { Way } from './way.ts';

const ways = {
  kuferak: async () => (await import('./kuferak.ts')).vault,
  'with its log': async () => (await import('./kuferak.ts')).store,
  sqlcipher: async () => (await import('./sqlcipher.ts')).sqlcipher,
  'whole file': async () => (await import('./whole-file.ts')).wholeFile,
};
export type WayName = keyof typeof ways;

export function wayOf(name: string): Promise<Way> {
  if (!Object.hasOwn(ways, name)) throw new Error(`no way of this name: ${name}`);
  return ways[name as WayName]();
}
