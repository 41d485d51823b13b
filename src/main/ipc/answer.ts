/** Answers one message of the window: shape, then lock, then the handler. Knows nothing of Electron. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Job } from '../../../archive/lib/job.ts';
import type { Failure, Result } from '../../../archive/lib/result.ts';
import {
  type Answer,
  type CallName,
  calls,
  type Checked,
  type Output,
} from '../../preload/contract.ts';

export type Handlers = {
  readonly [N in CallName]: (input: Checked<N>, job: Job) => Promise<Result<Output<N>>>;
};

export interface Serving {
  readonly handlers: Handlers;
  /** Whether an archive is open. */
  readonly unlocked: () => boolean;
  /** Number of the last change. */
  readonly seq: () => number;
  readonly tell: (progress: { call: number; done: number; total?: number }) => void;
  /** A bug, without any content: the call's name and an identifier that the person can quote. */
  readonly report: (name: string, id: string, error: unknown) => void;
}

const Envelope = z.strictObject({ call: z.int(), name: z.string().max(60), input: z.unknown() });

/** Calls that make sense without an open archive. */
const WITHOUT_ARCHIVE: ReadonlySet<CallName> = new Set<CallName>([
  'app.state',
  'app.changeSettings',
  'archive.chooseFolder',
  'archive.suggestPassphrase',
  'archive.create',
  'archive.open',
  'archive.openSample',
  'archive.lock',
]);

/** Milliseconds between two reports of progress: at most ten a second. */
const PACE = 100;

/** `running` holds the calls of one window. */
export async function answer(
  serving: Serving,
  running: Map<number, AbortController>,
  message: unknown,
): Promise<Answer<unknown>> {
  const envelope = Envelope.safeParse(message);
  if (!envelope.success || !isCall(envelope.data.name)) return refuse('invalid-input');
  const { call, name } = envelope.data;
  if (running.has(call)) return refuse('invalid-input');
  if (!serving.unlocked() && !WITHOUT_ARCHIVE.has(name)) return refuse('locked');
  const input = calls[name].input.safeParse(envelope.data.input);
  if (!input.success) return refuse('invalid-input');
  const control = new AbortController();
  running.set(call, control);
  try {
    const job = { signal: control.signal, progress: paced(call, serving.tell) };
    return withSeq(await handle(serving.handlers, name, input.data, job), serving.seq());
  } catch (error) {
    if (control.signal.aborted) return refuse('cancelled');
    const id = randomBytes(4).toString('hex');
    serving.report(name, id, error);
    return { ok: false, error: { code: 'internal', detail: { id } } };
  } finally {
    running.delete(call);
  }
}

function isCall(name: string): name is CallName {
  return Object.hasOwn(calls, name);
}

/** TypeScript cannot follow a name through the map, so the one cast stands here. */
function handle(
  handlers: Handlers,
  name: CallName,
  input: unknown,
  job: Job,
): Promise<Result<unknown>> {
  const handler = handlers[name] as (input: unknown, job: Job) => Promise<Result<unknown>>;
  return handler(input, job);
}

function withSeq(result: Result<unknown>, seq: number): Answer<unknown> {
  if (result.ok) return { ok: true, value: result.value, seq };
  const { code, detail } = result.error;
  const error: Failure =
    code === 'closed' ? { code: 'locked' } : { code, ...(detail && { detail }) };
  return { ok: false, error };
}

function refuse(code: string): Answer<never> {
  return { ok: false, error: { code } };
}

function paced(call: number, tell: Serving['tell']): Job['progress'] {
  let last = 0;
  return (done, total) => {
    const now = Date.now();
    if (now - last < PACE && done !== total) return;
    last = now;
    tell(total === undefined ? { call, done } : { call, done, total });
  };
}
