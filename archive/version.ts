/** The version of this program, as it is written into logs and documents. A test holds it to package.json. */
export const VERSION = '0.1.0';
export const TOOL = { name: 'kuferak', version: VERSION } as const;
