/** Reads the sample case and its files from the project's `sample` folder. For tests and development. */
import { readFile } from 'node:fs/promises';
import { SampleCase, type SampleFile } from '../../src/sample/case.ts';

const SAMPLE = new URL('../../sample/', import.meta.url);

/** The case as written; throws when it has not the shape of `SampleCase`. */
export async function readCase(): Promise<SampleCase> {
  return SampleCase.parse(JSON.parse(await readFile(new URL('case.json', SAMPLE), 'utf8')));
}

/** The bytes of one file of the case. */
export function readSampleFile(file: Pick<SampleFile, 'file'>): Promise<Buffer> {
  return readFile(new URL(`files/${file.file}`, SAMPLE));
}
