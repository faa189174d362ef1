const t = (n, f) => {
  const s = process.cpuUsage();
  f();
  const e = process.cpuUsage(s);
  console.log(n, ((e.user + e.system) / 1000) | 0);
};
const marks = "a" + "\u0301\u0327".repeat(30000);
t("nfkc marks", () => marks.normalize("NFKC"));
t("nfkc half dakuten", () => ("ｶ" + "ﾞ".repeat(60000)).normalize("NFKC"));
t("nfkc hyphens", () => "-".repeat(60000).normalize("NFKC"));
t("tag", () => /(?:Institution\w*Code|HCd)$/.test("Institution".repeat(6000)));
t("path", () => /[^.]+\[\d+\].*$/.exec("a".repeat(60000)));
t("plan", () => [..."a".repeat(60000).matchAll(/(\w+)\[\d+\]/g)]);
t("token info", () =>
  " "
    .repeat(60000)
    .concat("x")
    .replace(/[\s\0]+$/, ""),
);
