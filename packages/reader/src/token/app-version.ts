/** Name and version of this package, as a token states them; a test compares them with package.json. */
export const appVersion: string = "@onshi/reader/0.1.0";
