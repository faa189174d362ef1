/**
 * Characters of names that registers and charts write in several forms (旧字体, 異体字), the common form first. Curated
 * by us from the reform lists and from what family registers hold (M): forms that Unicode itself decomposes are left to
 * NFKC, and characters that only look alike (碕, 刈) are not in it. 斎 and 斉 are two characters, but the desk meets them
 * for one another so often that they stand together.
 */
const groups =
  "高髙 崎﨑嵜 辺邊邉 斎齋斉齊 沢澤 浜濱濵 国國 広廣 島嶋嶌 竜龍 滝瀧 桜櫻 栄榮 恵惠 徳德 瀬瀨 頼賴 条條 関關 円圓 " +
  "与與 万萬 豊豐 礼禮 実實 宝寶寳 寿壽 真眞 慎愼 静靜 浄淨 峰峯 渕淵 柳栁桺 吉𠮷 土𡈽 富冨 野埜 桧檜 館舘 船舩 " +
  "鉄鐵 蔵藏 穂穗 郷鄕鄉 暁曉 涼凉 団團 黒黑 楽樂 薬藥 応應 桑桒 会會 学學 亀龜 旧舊 区區 県縣 参參 児兒 釈釋 将將 " +
  "称稱 証證 乗乘 伝傳 当當 灯燈 独獨 拝拜 麦麥 仏佛 弥彌 訳譯 藪薮籔 来來 覧覽 緑綠 励勵 歴歷 錬鍊 巻卷 渋澁 従從 " +
  "尭堯 槙槇 遥遙 瑶瑤 凛凜 熙煕凞 戸戶 内內 郎郞 黄黃 鴎鷗 曽曾 靱靭 橋𣘺槗 芦蘆 壱壹 砺礪 諌諫 鴬鶯 蛍螢 荘莊 勲勳 " +
  "薫薰 経經 継繼 献獻 検檢 権權 顕顯 厳嚴 恒恆 糸絲 収收 縦縱 処處 奨奬 畳疊 譲讓 図圖 随隨 数數 声聲 摂攝 専專 浅淺 " +
  "潜潛 銭錢 禅禪 双雙 壮壯 争爭 総總 続續 対對 体體 台臺 択擇 断斷 昼晝 聴聽 点點 転轉 稲稻 縄繩 売賣 発發 払拂 並竝 " +
  "変變 弁辨辯 満滿 様樣 謡謠 両兩 霊靈 恋戀 労勞 楼樓 禄祿 湾灣 栃杤 鎌鐮 亘亙 穣穰 巌巖 渓溪 鶏鷄 剣劍劔 弐貳 晋晉 " +
  "祢禰 桝枡 覚覺 気氣 尽盡 済濟 焼燒 写寫 径徑 蝉蟬 繋繫 卯夘 裏裡";

/** Every other form with its common one. */
const common: ReadonlyMap<string, string> = new Map(
  groups.split(" ").flatMap((group) => {
    const [first = "", ...others] = Array.from(group);
    return others.map((other) => [other, first] as const);
  }),
);

/** The groups of the table, each beginning with the common form. */
export const variantGroups: readonly string[] = groups.split(" ");

/** A text with every character in its common form. */
export function commonForms(text: string): string {
  return Array.from(text, (character) => common.get(character) ?? character).join("");
}
