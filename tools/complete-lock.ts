/**
 * Completes package-lock.json with the binaries for other systems. A registry that lacks some of them leaves them out
 * of the lock, and `npm ci` then refuses everywhere. They are named with version and system; each system still checks
 * what it installs against its own registry. Run after every change of dependencies.
 */
import { readFileSync, writeFileSync } from 'node:fs';

interface Locked {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
interface Stub {
  version: string;
  cpu: string[];
  dev?: true;
  libc?: string[];
  optional: true;
  os: string[];
}

const systems = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'openharmony',
  'win32',
  'aix',
  'netbsd',
  'openbsd',
  'sunos',
];
const processors = [
  'arm64',
  'arm',
  'ia32',
  'x64',
  'riscv64',
  'ppc64',
  's390x',
  'loong64',
  'mips64el',
  'wasm32',
];

function stubFor(name: string, version: string, dev: boolean): Stub | null {
  const parts = name.split(/[-/]/);
  const os = systems.find((system) => parts.includes(system));
  const cpu = processors.find((processor) => parts.includes(processor));
  if (os === undefined || cpu === undefined || !/^\d/.test(version)) return null;
  const libc = parts.includes('musl') ? 'musl' : /(?:^|-)gnu/.test(name) ? 'glibc' : null;
  return {
    version,
    cpu: [cpu],
    ...(dev && { dev: true }),
    ...(libc !== null && os === 'linux' && { libc: [libc] }),
    optional: true,
    os: [os],
  };
}

const path = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(path, 'utf8')) as { packages: Record<string, Locked> };
const added: Record<string, Stub> = {};
for (const [at, { optionalDependencies = {}, dev = false }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const places = [`${at === '' ? '' : `${at}/`}node_modules/${name}`, `node_modules/${name}`];
    if (places.some((place) => place in lock.packages || place in added)) continue;
    const stub = stubFor(name, version, dev);
    if (stub) added[`node_modules/${name}`] = stub;
  }
}
const [root, ...rest] = Object.entries({ ...lock.packages, ...added }).sort(([a], [b]) =>
  a < b ? -1 : 1,
);
const packages = Object.fromEntries([...(root ? [root] : []), ...rest]);
writeFileSync(path, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
process.stdout.write(`${Object.keys(added).length} packages for other systems added.\n`);
