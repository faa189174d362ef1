/**
 * What a terminal obeys instead of showing: C0 and DEL, C1 (U+009B opens a command in one character), and the marks that
 * change the direction of text.
 */
// oxlint-disable-next-line no-control-regex -- control characters are the point here
const orders = /[\0-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
// oxlint-disable-next-line no-control-regex -- control characters are the point here
const exceptLines = /[\0-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** Text of several lines, made harmless to a terminal: line feeds and tabs stay. JSON keeps its meaning. */
export const terminalText = (text: string): string => text.replace(exceptLines, escaped);

/** A value inside a line, e.g. a reader's name: a line feed in it must not start a line that looks like ours. */
export const terminalValue = (text: string): string => text.replace(orders, escaped);
