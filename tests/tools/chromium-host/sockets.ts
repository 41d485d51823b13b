/** The network sockets that processes hold, as the Linux kernel lists them. */
import { readdir, readFile, readlink } from 'node:fs/promises';

const tables = ['tcp', 'tcp6', 'udp', 'udp6'];

/** The ids of all processes whose command line holds `text`. */
export async function processesWith(text: string): Promise<number[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(
    ids.map(async (id) => {
      const line = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
      return line.includes(text);
    }),
  );
  return ids.filter((_id, index) => found[index]);
}

/** The browser's profile folder under the host with process id `host`. */
export async function profileOf(host: number): Promise<string> {
  const children = await readFile(`/proc/${host}/task/${host}/children`, 'utf8');
  const lines = await Promise.all(
    children
      .trim()
      .split(' ')
      .map((id) => readFile(`/proc/${id}/cmdline`, 'utf8')),
  );
  const folder = lines.flatMap((line) => /--user-data-dir=([^\0]+)/.exec(line)?.[1] ?? [])[0];
  if (folder === undefined) throw new Error('the host has no browser');
  return folder;
}

async function socketsOf(id: number): Promise<string[]> {
  const names = await readdir(`/proc/${id}/fd`).catch(() => []);
  const links = await Promise.all(
    names.map((name) => readlink(`/proc/${id}/fd/${name}`).catch(() => '')),
  );
  return links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []);
}

/** The lines of the kernel's TCP and UDP tables that belong to these processes. */
export async function networkSockets(ids: readonly number[]): Promise<string[]> {
  const held = new Set((await Promise.all(ids.map(socketsOf))).flat());
  const lines = await Promise.all(
    tables.map(async (table) => (await readFile(`/proc/net/${table}`, 'utf8')).split('\n')),
  );
  return lines.flat().filter((line) => held.has(line.trim().split(/\s+/)[9] ?? ''));
}
