/** The thread in which a key is derived: it blocks nobody, and its memory is gone when it ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { argon2id } from './argon2.ts';
import type { KdfTask } from './kdf-task.ts';

parentPort?.postMessage(await argon2id(workerData as KdfTask));
