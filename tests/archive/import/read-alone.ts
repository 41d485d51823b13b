/** Reads one picture by machine in a process of its own and prints what it says. */
import { readFileSync } from 'node:fs';
import { createRecogniser } from '../../../archive/import/ocr/recogniser.ts';
import { quietJob } from '../../../archive/lib/job.ts';

const recogniser = createRecogniser();
const bytes = readFileSync(process.argv[2] ?? '');
const request = {
  bytes,
  mediaType: 'image/png',
  orientation: 1,
  languages: ['en' as const],
  known: null,
};
const read = await recogniser.read(request, quietJob);
process.stdout.write(read.ok ? read.value.document.text : read.error.code);
await recogniser.close();
