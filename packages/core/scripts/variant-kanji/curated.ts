/**
 * Forms that registers and charts write for one another and that neither source has: forms of CP932 and of family
 * registers (M). The common form stands first. 斎 and 斉 are two characters, but the desk meets them for one another so
 * often that they stand together.
 */
export const curatedGroups: readonly string[] = (
  "高髙 崎﨑嵜 辺邊邉 斎齋斉齊 浜濱濵 島嶋嶌 宝寶寳 渕淵渊 柳栁桺 吉𠮷 土圡𡈽 富冨 野埜 桧檜 館舘 船舩 桑桒 藪薮籔 " +
  "瑶瑤 熙煕凞 靱靭 橋𣘺槗 諌諫 鴬鶯 栃杤 鎌鐮 剣劍劔劒 卯夘 裏裡 峰峯 砺礪 蛍螢 清淸 青靑 教敎 昂昻 磯礒 鶴靏靍 " +
  "厩廐廏 喜㐂 岳嶽 萌萠 頴穎 増增 寛寬 横橫 緒緖 悦悅 彦彥 歩步 渉涉 芦蘆 凛凜 曽曾 晋晉 祢禰 桝枡 蝉蟬 繋繫 鴎鷗"
).split(" ");
