/** Where our own page lives: a scheme of ours, never a file or a web address. */
export const SCHEME = 'app';
export const ORIGIN = `${SCHEME}://kuferak`;
