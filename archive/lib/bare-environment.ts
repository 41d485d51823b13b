/** The environment of a process that needs none: nothing of ours is told to it, and nothing there changes what it does. */

/** With `more`. Windows starts nothing without knowing where it lies. */
export function bareEnvironment(
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const { SystemRoot } = process.env;
  return SystemRoot === undefined ? { ...more } : { SystemRoot, ...more };
}
