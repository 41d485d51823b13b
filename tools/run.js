// Runs one of the tools, on a Node that can run them, or says in one sentence which Node is needed.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const [name = '', ...rest] = process.argv.slice(2);

if (major < 22 || (major === 22 && minor < 22)) {
  process.stderr.write(
    `Kuferak needs Node 22.22 or newer here; this is ${process.versions.node}. On Linux and Windows "npm ci" brings one along.\n`,
  );
  process.exitCode = 1;
} else {
  const tool = new URL(`./${name}.ts`, import.meta.url);
  process.argv.splice(1, process.argv.length - 1, tool.pathname, ...rest);
  await import(tool.href);
}
