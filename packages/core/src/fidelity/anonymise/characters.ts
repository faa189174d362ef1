/** A class of characters that can replace one another. Everything in a pool exists in Windows-31J. */
interface CharacterClass {
  readonly pattern: RegExp;
  readonly pool: readonly string[];
}

const pool = (characters: string): readonly string[] => Array.from(characters);

/**
 * Most specific first. Small and voiced kana, old character forms and characters beyond the first plane have classes
 * of their own, because those are where programs fail.
 */
const classes: readonly CharacterClass[] = [
  { pattern: /[0-9]/, pool: pool("0123456789") },
  { pattern: /[a-z]/, pool: pool("abcdefghijklmnopqrstuvwxyz") },
  { pattern: /[A-Z]/, pool: pool("ABCDEFGHIJKLMNOPQRSTUVWXYZ") },
  { pattern: /[０-９]/, pool: pool("０１２３４５６７８９") },
  { pattern: /[ａ-ｚ]/, pool: pool("ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ") },
  { pattern: /[Ａ-Ｚ]/, pool: pool("ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ") },
  { pattern: /[ｧ-ｯ]/, pool: pool("ｧｨｩｪｫｬｭｮｯ") },
  { pattern: /[ｶ-ﾄ]/, pool: pool("ｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄ") },
  { pattern: /[ﾊ-ﾎ]/, pool: pool("ﾊﾋﾌﾍﾎ") },
  { pattern: /[ｦｱ-ﾝ]/, pool: pool("ｱｲｳｴｵﾅﾆﾇﾈﾉﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ") },
  { pattern: /[ァィゥェォッャュョヮヵヶ]/, pool: pool("ァィゥェォッャュョヮ") },
  {
    pattern: /[ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴ]/,
    pool: pool("ガギグゲゴザジズゼゾダデドバビブベボ"),
  },
  {
    pattern: /[ァ-ヺ]/,
    pool: pool("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ"),
  },
  { pattern: /[ぁぃぅぇぉっゃゅょゎ]/, pool: pool("ぁぃぅぇぉっゃゅょゎ") },
  {
    pattern: /[がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽゔ]/,
    pool: pool("がぎぐげござじずぜぞだでどばびぶべぼ"),
  },
  {
    pattern: /[ぁ-ゖ]/,
    pool: pool("あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわ"),
  },
  // 髙 﨑 德 瀨 and the like: kanji that Windows-31J took over from IBM.
  {
    pattern: /[\uf900-\ufaff\u9ad9\u5fb7\u7028]/,
    pool: pool("\u9ad9\ufa11\u5fb7\u7028\ufa10\ufa19\ufa1a\ufa1b\ufa1e"),
  },
  { pattern: /[\ue000-\uf8ff]/, pool: Array.from({ length: 64 }, (_, at) => String.fromCharCode(0xe000 + at)) },
  { pattern: /[\u{20000}-\u{3ffff}]/u, pool: pool("𠀋𠮟𡈽𡌛𡑮𡢽𠮷𡚴") },
  {
    pattern: /\p{Script=Han}/u,
    pool: pool("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥春夏秋冬東西南北松竹梅桜藤杉柏桐楓椿菊蘭萩葵"),
  },
  { pattern: /\p{Script=Greek}/u, pool: pool("αβγδεζηθικλμνξοπρστυφχψω") },
  { pattern: /\p{Script=Cyrillic}/u, pool: pool("абвгдежзиклмнопрстуфхцчшщ") },
];

/** Letters of all other scripts. */
const otherLetter = /[\p{L}\p{N}\p{S}]/u;
const otherPool = pool("〓◇◆□△▲▽▼");

/** Signs that are structure, not content: separators, brackets, marks that only follow a letter. */
const structure = /[\p{P}\p{Z}\p{M}\p{Cc}\p{Cf}\u30fc\uff70\uff9e\uff9f~～+=<>|^`´¨$¥￥●■]/u;

/** What may replace a character; undefined for one that stays. */
export function standIns(character: string): readonly string[] | undefined {
  if (structure.test(character)) return undefined;
  const found = classes.find(({ pattern }) => pattern.test(character));
  return found?.pool ?? (otherLetter.test(character) ? otherPool : undefined);
}
