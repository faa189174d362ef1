import { everywhere, commonOptions } from "@onshi/core/base";
import type { ProgramHelp } from "@onshi/core/base";
import { consentQuestions } from "../centre/patient-choices.ts";

const own = {
  folder: {
    type: "string",
    value: "DIR",
    help: {
      ja: "req・res・face と証明書を置くフォルダ（既定：一時フォルダ）",
      en: "where req, res, face and the certificate files are created; default: a temporary folder",
    },
  },
  port: {
    type: "string",
    value: "N",
    help: {
      ja: "HTTPS のポート（127.0.0.1、既定：空きポート）",
      en: "port of the HTTPS door on 127.0.0.1; default: a free one",
    },
  },
  seed: {
    type: "string",
    value: "N",
    help: { ja: "同じ値と時刻なら同じ回答", en: "the same seed and time give the same answers" },
  },
  delay: {
    type: "string",
    value: "MS",
    help: { ja: "回答までのミリ秒（既定：0）", en: "how many milliseconds the centre takes to answer; default: 0" },
  },
  personas: {
    type: "string",
    value: "FILE",
    help: { ja: "自作の模擬患者（YAML）", en: "your own patients (YAML) instead of the shipped ones" },
  },
  overlay: {
    type: "string",
    multiple: true,
    value: "FILE",
    help: {
      ja: "電文定義の補正ファイル。複数指定可（ベンダー、施設の順）",
      en: "corrections of the layout; may be given several times: first the vendor's, then the site's",
    },
  },
  present: {
    type: "string",
    multiple: true,
    value: "WHO",
    help: {
      ja: "起動後すぐの受付。WHO は 模擬患者 または 模擬患者:同意（,区切り）。複数指定可",
      en: "a check-in once the centre runs: PERSONA or PERSONA:CONSENTS (separated by commas); can be repeated",
    },
  },
  vpcd: {
    type: "string",
    value: "HOST:PORT",
    help: {
      ja: "仮想リーダーの場所（既定：127.0.0.1:35963）",
      en: "where the virtual reader listens; default: 127.0.0.1:35963",
    },
  },
  persona: {
    type: "string",
    value: "ID",
    help: { ja: "だれのカードか（既定：insured-valid）", en: "whose card it is; default: insured-valid" },
  },
} as const;

/** Every option of `onshi-mock`, once: the parser and the help follow from it. */
export const optionTable: typeof commonOptions & typeof own = { ...commonOptions, ...own };

/** Name of a command. */
export type CommandName = "serve" | "card" | "personas";

/** `onshi-mock` as data. */
export const program: ProgramHelp = {
  name: "onshi-mock",
  commands: {
    serve: {
      help: {
        ja: `模擬センターを起動（Ctrl+C まで）。同意：${consentQuestions.join(",")}`,
        en: `runs the simulated centre until Ctrl+C. CONSENTS: ${consentQuestions.join(",")}`,
      },
      options: ["folder", "port", "seed", "delay", "personas", "present", "overlay"],
    },
    card: {
      help: {
        ja: "仮想カードを仮想リーダー（vpcd）に置く。insert・remove を入力すると動く",
        en: "puts a virtual My Number Card on a virtual PC/SC reader (vpcd); type insert or remove to move it",
      },
      options: ["persona", "vpcd", "personas"],
    },
    personas: { help: { ja: "模擬患者の一覧", en: "lists the synthetic patients" }, options: ["personas"] },
  },
  options: optionTable,
  everywhere,
};
