import type { Chance } from "./chance.ts";

type Choices = readonly [string, ...string[]];

const tags: Choices = [
  "A",
  "Name",
  "InsurerNumber",
  "Unit",
  "B.c-d_1",
  "新項目",
  "toString",
  "XmlMsg",
  "MessageBody",
  "_",
];
const words: Choices = [
  "1",
  "  990010",
  "試験　花子",
  "髙﨑①",
  "ｼｹﾝ ﾊﾅｺ",
  "ソ表ポ",
  "\u{20BB7}野家",
  "a > b",
  "]]",
  "]] >",
  "\"'",
  "&lt;",
  "&amp;lt;",
  "&gt;&quot;&apos;",
  "&#35430;",
  "&#x9A13;",
  "&#13;",
  "&#x20BB7;",
  "&#9;&#10;",
  " ",
  "\t",
  "\n",
  "\r\n",
  "\r",
  "\u00a0",
  "\u0085",
  "\u2028",
];
/** Parts that a message never has, and parts that no document may have. */
const strange: Choices = [
  "<![CDATA[x]]>",
  "<?x y?>",
  "<!DOCTYPE a>",
  "<a:b/>",
  "<A a='1'/>",
  "<A xmlns='urn:x'/>",
  "<!-- a -- b -->",
  "<!---->",
  "]]>",
  "&nbsp;",
  "&a;",
  "&",
  "<",
  "&#0;",
  "&#xFFFE;",
  "&#xD800;",
  "&#x110000;",
  "&#;",
  "&#x;",
  "&amp",
  "</A>",
  "<A>",
  "<A",
  "</",
  "<__proto__/>",
  "<1/>",
  "< A/>",
  "<A/ >",
  "</ A>",
  "<A//>",
  "<A></A x>",
  "\u0000",
  "\u0001",
  "\u007f",
  "\ufffe",
  "\uffff",
  "\ufeff",
  "\ud800",
  '<?xml version="1.0"?>',
];
const declarations: Choices = [
  "",
  "",
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\r\n',
  "<?xml version='1.0'\n encoding = 'utf-8' ?>",
  '<?xml version="1.0"?>',
  "\ufeff",
  '\ufeff<?xml version="1.0"?>',
];
const strangeDeclarations: Choices = [
  '<?xml version="1.1"?>',
  '<?xml encoding="UTF-8"?>',
  '<?xml version="1.0" standalone="maybe"?>',
  ' <?xml version="1.0"?>',
  "<?xml?>",
  '<?xml version="1.0" encoding="EUC-JP"?>',
  "<?xml version=1.0?>",
  '<?xml version="1.0"encoding="UTF-8"?>',
  "<?XML?>",
  '<?xml version="1.0" encoding="UTF-8" standalone="yes" ?>',
  '<?xml version="1.0" encoding="UTF-8" x="y"?>',
  "<?xml version='1.0\"?>",
];

/** The tag of the blocks in a bulk result made here. */
export const unit = "Unit";

/** A well-formed document such as a terminal could send, in all the ways of writing one. */
export function randomDocument(chance: Chance): string {
  const between = (): string => blank(chance) + (chance.oneIn(12) ? comment(chance) + blank(chance) : "");
  const outside = (): string => (chance.oneIn(3) ? between() : "");
  const element = (name: string, depth: number): string => {
    const [before, after] = [chance.oneIn(12) ? " " : "", chance.oneIn(12) ? "\n" : ""];
    const end = `</${name}${after}>`;
    if (chance.oneIn(8)) return `<${name}${before}/>`;
    if (depth > 4 || (depth > 0 && chance.oneIn(2))) return `<${name}${before}>${value(chance)}${end}`;
    let inside = between();
    for (let count = chance.below(5); count > 0; count--) inside += element(chance.pick(tags), depth + 1) + between();
    return `<${name}${before}>${inside}${end}`;
  };
  const block = (depth: number): string => {
    // Blocks after the first are read without the parser where they are plain, so most of them are.
    if (chance.oneIn(10)) return element(unit, depth) + between();
    const plain = `<Name>${chance.pick(words)}</Name>\n<A><InsurerNumber>${value(chance)}</InsurerNumber><A/></A>`;
    return `<${unit}>${plain}</${unit}>${blank(chance)}`;
  };
  const root = (): string => {
    if (!chance.oneIn(3)) return element("XmlMsg", 0);
    let blocks = between();
    for (let count = chance.below(30); count > 0; count--) blocks += block(2);
    return `<XmlMsg><MessageHeader>${element("A", 2)}</MessageHeader><MessageBody>${blocks}</MessageBody></XmlMsg>`;
  };
  return chance.pick(declarations) + outside() + root() + outside();
}

function blank(chance: Chance): string {
  return chance.pick(["", "", "\n", "\r\n", "  ", "\n\t", " \r"]);
}

function comment(chance: Chance): string {
  return chance.pick(["<!-- a -->", "<!---->", "<!-- <B>&x;</B> -->", "<!-- 試験 - > -->"]);
}

function value(chance: Chance): string {
  let text = "";
  for (let count = chance.below(4); count > 0; count--) text += chance.pick(words);
  return text;
}

/** Ways to spoil a document: what programs, lines and disks do, and what people who mean harm write. */
const mutations: readonly [Mutation, ...Mutation[]] = [
  (text, chance) => insert(text, chance.pick(strange), chance),
  (text, chance) => insert(text, chance.pick(strange), chance),
  (text, chance) => insert(text, value(chance), chance),
  (text, chance) => insert(text, comment(chance), chance),
  (text, chance) =>
    insert(text, chance.pick(["<", ">", "/", "&", ";", "!", "?", "-", "]", "'", '"', "=", ":", "x", " ", "#"]), chance),
  (text, chance) => insert(text, String.fromCharCode(chance.below(0x10000)), chance),
  (text, chance) => insert(text, String.fromCharCode(chance.below(0x100)), chance),
  (text, chance) => text.slice(0, chance.below(text.length + 1)),
  (text, chance) => cut(text, chance, 1),
  (text, chance) => cut(text, chance, 1 + chance.below(12)),
  (text, chance) => insert(text, piece(text, chance), chance),
  (text) => text + text,
  (text, chance) => chance.pick(strangeDeclarations) + text.replace(/^\ufeff?(<\?.*?\?>)?/s, ""),
  (text, chance) => swapCase(text, chance),
];

type Mutation = (text: string, chance: Chance) => string;

/** A document with one to three faults; some of them make no difference. */
export function spoiltDocument(chance: Chance): string {
  return spoil(randomDocument(chance), chance);
}

/** The document with one to three faults; some of them make no difference. */
export function spoil(document: string, chance: Chance): string {
  let text = document;
  for (let count = 1 + chance.below(3); count > 0; count--) text = chance.pick(mutations)(text, chance);
  return text;
}

function insert(text: string, part: string, chance: Chance): string {
  const at = chance.below(text.length + 1);
  return text.slice(0, at) + part + text.slice(at);
}

function cut(text: string, chance: Chance, length: number): string {
  const at = chance.below(text.length + 1);
  return text.slice(0, at) + text.slice(at + length);
}

function piece(text: string, chance: Chance): string {
  const at = chance.below(text.length + 1);
  return text.slice(at, at + chance.below(40));
}

function swapCase(text: string, chance: Chance): string {
  const at = chance.below(text.length + 1);
  const letter = text.charAt(at);
  return (
    text.slice(0, at) +
    (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()) +
    text.slice(at + 1)
  );
}
