/**
 * The script of the checking page, for a browser alone. Plain, without a library: it is read by whoever doubts it.
 * Digests are made by the browser's own cryptography where a page from the disk may use it, and else, and of files too
 * large to be held, here.
 */

/** Data inside of a page: nothing in it ends the element. */
export function inJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** SHA-256 and SHA-512 (FIPS 180-4), fed piece by piece. Numbers of 64 bits are two halves. */
export const hashing = `
function primes(count) {
  const found = [];
  for (let n = 2; found.length < count; n++) if (found.every((p) => n % p !== 0)) found.push(n);
  return found;
}

/* The first 64 bits of the fraction of a root, exactly: the integer root of a number made so much larger. */
function fraction(prime, root) {
  const scaled = BigInt(prime) << BigInt(64 * root);
  let low = 0n;
  let high = 1n << 70n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** BigInt(root) <= scaled) low = middle;
    else high = middle;
  }
  return low & 0xffffffffffffffffn;
}

const halves = (numbers) =>
  numbers.flatMap((n) => [Number(n >> 32n) | 0, Number(n & 0xffffffffn) | 0]);
const starts = Int32Array.from(halves(primes(8).map((p) => fraction(p, 2))));
const rounds = Int32Array.from(halves(primes(80).map((p) => fraction(p, 3))));

class Blocks {
  constructor(size) {
    this.block = new Uint8Array(size);
    this.view = new DataView(this.block.buffer);
    this.held = 0;
    this.length = 0;
  }
  update(bytes) {
    this.length += bytes.length;
    for (let at = 0; at < bytes.length; ) {
      const take = Math.min(this.block.length - this.held, bytes.length - at);
      this.block.set(bytes.subarray(at, at + take), this.held);
      this.held += take;
      at += take;
      if (this.held === this.block.length) {
        this.compress();
        this.held = 0;
      }
    }
  }
  /* A one, zeros, and the length in bits. */
  finish() {
    const bits = this.length * 8;
    const size = this.block.length;
    const pad = new Uint8Array(((this.held < size - size / 8 ? size : 2 * size) - this.held));
    pad[0] = 0x80;
    const end = new DataView(pad.buffer);
    end.setUint32(pad.length - 8, Math.floor(bits / 0x100000000));
    end.setUint32(pad.length - 4, bits >>> 0);
    this.update(pad);
    return Array.from(this.state, (n) => (n >>> 0).toString(16).padStart(8, '0')).join('');
  }
}

class Sha256 extends Blocks {
  constructor() {
    super(64);
    this.state = Int32Array.from({ length: 8 }, (_, i) => starts[2 * i]);
    this.words = new Int32Array(64);
  }
  compress() {
    const w = this.words;
    const k = rounds;
    for (let i = 0; i < 16; i++) w[i] = this.view.getInt32(4 * i);
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15];
      const y = w[i - 2];
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
    }
    let [a, b, c, d, e, f, g, h] = this.state;
    for (let i = 0; i < 64; i++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + k[2 * i] + w[i]) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((n, i) => { this.state[i] += n; });
  }
}

class Sha512 extends Blocks {
  constructor() {
    super(128);
    this.state = Int32Array.from(starts);
    this.words = new Int32Array(160);
    this.turn = new Int32Array(16);
  }
  compress() {
    const w = this.words;
    const k = rounds;
    for (let i = 0; i < 32; i++) w[i] = this.view.getInt32(4 * i);
    for (let i = 32; i < 160; i += 2) {
      const xh = w[i - 30], xl = w[i - 29], yh = w[i - 4], yl = w[i - 3];
      const s0h = ((xh >>> 1) | (xl << 31)) ^ ((xh >>> 8) | (xl << 24)) ^ (xh >>> 7);
      const s0l = ((xl >>> 1) | (xh << 31)) ^ ((xl >>> 8) | (xh << 24)) ^ ((xl >>> 7) | (xh << 25));
      const s1h = ((yh >>> 19) | (yl << 13)) ^ ((yl >>> 29) | (yh << 3)) ^ (yh >>> 6);
      const s1l = ((yl >>> 19) | (yh << 13)) ^ ((yh >>> 29) | (yl << 3)) ^ ((yl >>> 6) | (yh << 26));
      const low = (w[i - 31] >>> 0) + (s0l >>> 0) + (w[i - 13] >>> 0) + (s1l >>> 0);
      w[i + 1] = low | 0;
      w[i] = (w[i - 32] + s0h + w[i - 14] + s1h + ((low / 0x100000000) | 0)) | 0;
    }
    let [ah, al, bh, bl, ch, cl, dh, dl, eh, el, fh, fl, gh, gl, hh, hl] = this.state;
    for (let i = 0; i < 160; i += 2) {
      const s1h = ((eh >>> 14) | (el << 18)) ^ ((eh >>> 18) | (el << 14)) ^ ((el >>> 9) | (eh << 23));
      const s1l = ((el >>> 14) | (eh << 18)) ^ ((el >>> 18) | (eh << 14)) ^ ((eh >>> 9) | (el << 23));
      const t1 = (hl >>> 0) + (s1l >>> 0) + (((el & fl) ^ (~el & gl)) >>> 0) + (k[i + 1] >>> 0) + (w[i + 1] >>> 0);
      const t1h = (hh + s1h + ((eh & fh) ^ (~eh & gh)) + k[i] + w[i] + ((t1 / 0x100000000) | 0)) | 0;
      const s0h = ((ah >>> 28) | (al << 4)) ^ ((al >>> 2) | (ah << 30)) ^ ((al >>> 7) | (ah << 25));
      const s0l = ((al >>> 28) | (ah << 4)) ^ ((ah >>> 2) | (al << 30)) ^ ((ah >>> 7) | (al << 25));
      const t2 = (s0l >>> 0) + (((al & bl) ^ (al & cl) ^ (bl & cl)) >>> 0);
      const t2h = (s0h + ((ah & bh) ^ (ah & ch) ^ (bh & ch)) + ((t2 / 0x100000000) | 0)) | 0;
      hh = gh; hl = gl; gh = fh; gl = fl; fh = eh; fl = el;
      const e = (dl >>> 0) + (t1 >>> 0);
      el = e | 0;
      eh = (dh + t1h + ((e / 0x100000000) | 0)) | 0;
      dh = ch; dl = cl; ch = bh; cl = bl; bh = ah; bl = al;
      const a = (t1 >>> 0) + (t2 >>> 0);
      al = a | 0;
      ah = (t1h + t2h + ((a / 0x100000000) | 0)) | 0;
    }
    const now = [ah, al, bh, bl, ch, cl, dh, dl, eh, el, fh, fl, gh, gl, hh, hl];
    for (let i = 0; i < 16; i += 2) {
      const low = (this.state[i + 1] >>> 0) + (now[i + 1] >>> 0);
      this.state[i + 1] = low | 0;
      this.state[i] = (this.state[i] + now[i] + ((low / 0x100000000) | 0)) | 0;
    }
  }
}
`;

/** What is a file, what should be there, and what is: pure, over names and digests. */
export const comparing = `
const MANIFESTS = [
  ['manifest-sha256.txt', 'sha256', true],
  ['manifest-sha512.txt', 'sha512', true],
  ['tagmanifest-sha256.txt', 'sha256', false],
  ['tagmanifest-sha512.txt', 'sha512', false],
];
const SIGNED = ['tagmanifest-sha256.txt', 'tagmanifest-sha512.txt'];
const KEY = 'signature/key.pem';
const signatureOf = (name) => 'signature/' + name + '.sig';

/* null when it is no manifest. */
function readManifest(text) {
  const listed = new Map();
  for (const line of text.split('\\n')) {
    if (line === '') continue;
    const found = /^([0-9a-f]{64}|[0-9a-f]{128})  (.+)$/.exec(line);
    if (!found || listed.has(found[2])) return null;
    listed.set(found[2], found[1]);
  }
  return listed;
}

/* manifests: by name, as read; digests: by path, of every file there is. */
function compare(manifests, digests) {
  const states = new Map();
  const worse = (path, state) => {
    if (states.get(path) === undefined || states.get(path) === 'same') states.set(path, state);
  };
  for (const [name, algorithm] of MANIFESTS)
    for (const [path, want] of manifests.get(name)) {
      const have = digests.get(path);
      worse(path, !have ? 'missing' : have[algorithm] === want ? 'same' : 'changed');
    }
  const unlisted = new Set([...SIGNED, ...SIGNED.map(signatureOf)]);
  for (const path of digests.keys()) {
    if (unlisted.has(path)) continue;
    const inData = path.startsWith('data/');
    const lists = MANIFESTS.filter(([, , payload]) => payload === inData);
    if (!lists.every(([name]) => manifests.get(name).has(path))) states.set(path, 'extra');
  }
  return states;
}
`;

const browser = `
const words = JSON.parse(document.getElementById('words').textContent);
const byId = (id) => document.getElementById(id);
const say = (text, values) => text.replace(/\\{(\\w+)\\}/g, (hole, name) => String(values[name] ?? hole));
/* Larger files are read in pieces. */
const HELD = 256 * 1024 * 1024;
const PIECE = 4 * 1024 * 1024;
const hexOf = (buffer) =>
  Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
const subtle = () => (globalThis.crypto && globalThis.crypto.subtle) || null;
let run = 0;

async function digestsOf(file) {
  if (subtle() && file.size <= HELD) {
    const bytes = await file.arrayBuffer();
    const [sha256, sha512] = await Promise.all([
      subtle().digest('SHA-256', bytes),
      subtle().digest('SHA-512', bytes),
    ]);
    return { sha256: hexOf(sha256), sha512: hexOf(sha512) };
  }
  const hashes = [new Sha256(), new Sha512()];
  for (let at = 0; at < file.size; at += PIECE) {
    const piece = new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer());
    for (const hash of hashes) hash.update(piece);
  }
  return { sha256: hashes[0].finish(), sha512: hashes[1].finish() };
}

/* Files by their paths inside of the package; the highest folder that holds bagit.txt is its root. */
function rooted(found) {
  const depth = (path) => path.split('/').length;
  const roots = found.map(([path]) => path).filter((path) => /(^|\\/)bagit\\.txt$/.test(path));
  const tops = roots.filter((path) => depth(path) === Math.min(...roots.map(depth)));
  if (tops.length !== 1) return tops.length === 0 ? 'noPackage' : 'twoPackages';
  const root = tops[0].slice(0, -'bagit.txt'.length);
  return new Map(
    found.map(([path, file]) => [path.startsWith(root) ? path.slice(root.length) : '../' + path, file]),
  );
}

/* What is checked is what openssl would read: exactly one key. */
function keyBytes(pem) {
  const found = /^-----BEGIN PUBLIC KEY-----\\r?\\n([A-Za-z0-9+/]+=*)\\r?\\n-----END PUBLIC KEY-----\\r?\\n?$/.exec(pem);
  return found && Uint8Array.from(atob(found[1]), (c) => c.charCodeAt(0));
}

async function checkSignature(files) {
  const pem = files.get(KEY);
  const der = pem ? keyBytes(await pem.text()) : null;
  if (!der || !SIGNED.every((name) => files.has(signatureOf(name)))) return { state: 'unsigned', fingerprint: '' };
  const hash = new Sha256();
  hash.update(der);
  const fingerprint = hash.finish();
  let key;
  try {
    key = await subtle().importKey('spki', der, { name: 'Ed25519' }, false, ['verify']);
  } catch {
    return { state: 'unchecked', fingerprint };
  }
  for (const name of SIGNED) {
    const [signature, bytes] = await Promise.all(
      [signatureOf(name), name].map((path) => files.get(path).arrayBuffer()),
    );
    if (!(await subtle().verify({ name: 'Ed25519' }, key, signature, bytes)))
      return { state: 'broken', fingerprint };
  }
  return { state: 'signed', fingerprint };
}

function verdict(text, look) {
  const place = byId('verdict');
  place.textContent = text;
  place.className = look;
}

function fail(code) {
  byId('result').hidden = true;
  verdict(words[code], 'bad');
}

async function check(found) {
  const mine = ++run;
  byId('result').hidden = true;
  const files = rooted(found);
  if (typeof files === 'string') return fail(files);
  try {
    const manifests = new Map();
    for (const [name] of MANIFESTS) {
      const listed = files.has(name) ? readManifest(await files.get(name).text()) : null;
      if (!listed) return fail('noPackage');
      manifests.set(name, listed);
    }
    const digests = new Map();
    for (const [path, file] of files) {
      verdict(say(words.working, { done: digests.size, total: files.size }), '');
      digests.set(path, await digestsOf(file));
      if (mine !== run) return;
    }
    show(compare(manifests, digests), await checkSignature(files));
  } catch {
    fail('unreadable');
  }
}

function show(states, { state, fingerprint }) {
  const counts = byId('counts');
  const rows = byId('findings').tBodies[0];
  counts.replaceChildren();
  rows.replaceChildren();
  for (const one of ['same', 'changed', 'missing', 'extra']) {
    const paths = [...states].filter(([, its]) => its === one).map(([path]) => path).sort();
    const line = document.createElement('li');
    line.textContent = say(words[one], { count: paths.length });
    if (one !== 'same' && paths.length > 0) line.className = 'bad';
    counts.append(line);
    if (one === 'same') continue;
    for (const path of paths) {
      const row = rows.insertRow();
      row.insertCell().textContent = say(words[one], { count: '' }).replace(/:\\s*$/, '');
      row.insertCell().textContent = path;
    }
  }
  byId('findings').hidden = rows.rows.length === 0;
  byId('signature').textContent = words[state];
  byId('signature').className = state === 'signed' ? '' : 'bad';
  byId('fingerprint').textContent = fingerprint.replace(/(.{4})(?=.)/g, '$1 ');
  byId('fingerprint').hidden = byId('compare').hidden = fingerprint === '';
  byId('told').value = '';
  byId('told-says').textContent = '';
  byId('result').hidden = false;
  const sound = rows.rows.length === 0 && state !== 'broken' && state !== 'unsigned';
  if (!sound) verdict(words.unsound, 'bad');
  else if (state === 'unchecked') verdict(words.soundUnsigned, '');
  else verdict(words.sound, 'good');
  byId('verdict').focus();
}

byId('told').addEventListener('input', () => {
  const told = byId('told').value.toLowerCase().replace(/[^0-9a-f]/g, '');
  const key = byId('fingerprint').textContent.replaceAll(' ', '');
  const says = byId('told-says');
  says.textContent = told.length < 64 ? '' : told === key ? words.compareSame : words.compareOther;
  says.className = told === key ? 'good' : 'bad';
});

byId('folder').addEventListener('change', (event) => {
  const files = [...event.target.files];
  if (files.length > 0) check(files.map((file) => [file.webkitRelativePath || file.name, file]));
});

/* A handle, where there is one: entries cannot be read by pages from the disk in every browser. */
async function* filesIn(item, path) {
  if (item.kind === 'file') yield [path + item.name, await item.getFile()];
  else if (item.kind === 'directory')
    for await (const child of item.values()) yield* filesIn(child, path + item.name + '/');
  else if (item.isFile) yield [path + item.name, await new Promise((done, no) => item.file(done, no))];
  else {
    const reader = item.createReader();
    for (;;) {
      const children = await new Promise((done, no) => reader.readEntries(done, no));
      if (children.length === 0) return;
      for (const child of children) yield* filesIn(child, path + item.name + '/');
    }
  }
}

document.addEventListener('dragover', (event) => {
  event.preventDefault();
  byId('place').className = 'over';
});
document.addEventListener('dragleave', () => { byId('place').className = ''; });
document.addEventListener('drop', async (event) => {
  event.preventDefault();
  byId('place').className = '';
  try {
    const items = [...event.dataTransfer.items].filter(({ kind }) => kind === 'file').map((item) =>
      item.getAsFileSystemHandle ? item.getAsFileSystemHandle() : item.webkitGetAsEntry(),
    );
    const found = [];
    for (const item of await Promise.all(items))
      for await (const file of filesIn(item, '')) found.push(file);
    await check(found);
  } catch {
    fail('dropFailed');
  }
});
`;

export const script = `'use strict';\n${hashing}${comparing}${browser}`;
