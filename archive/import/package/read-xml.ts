/** One file of a package as XML. */
import { parseXml, type XmlElement } from './xml.ts';
import type { Package } from './open-package.ts';

/** `null` when it is not there or cannot be read. */
export async function xmlIn(file: Package, name: string): Promise<XmlElement | null> {
  const bytes = await file.read(name);
  return bytes.ok && bytes.value ? parseXml(bytes.value) : null;
}
