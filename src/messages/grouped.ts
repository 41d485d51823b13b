/** A fingerprint as it is read out: `4f2a 09c1 …`. */
export function grouped(fingerprint: string): string {
  return fingerprint.replace(/(.{4})(?=.)/g, '$1 ');
}
