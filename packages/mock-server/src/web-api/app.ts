import { timingSafeEqual } from "node:crypto";
import type { TLSSocket } from "node:tls";
import type { HttpBindings } from "@hono/node-server";
import { type Clock, OnshiError } from "@onshi/core/base";
import { checkInId, numberOrigin } from "@onshi/core/messages";
import { fromMirror, toMirror } from "@onshi/core/wire";
import { Hono } from "hono";
import { answerIdOf, answerMessage } from "../centre/answer-message.ts";
import { notices } from "../centre/notices.ts";
import { ApiError, toApiError } from "./api-error.ts";
import { type CardDoorOptions, checkInByToken, issueChallenge } from "./card-door.ts";
import { loginThrottle } from "./login-throttle.ts";
import { readBody, readObject } from "./request-body.ts";
import type { Session, Sessions } from "./sessions.ts";

/** What the HTTPS door is built from. */
export interface AppOptions extends CardDoorOptions {
  readonly sessions: Sessions;
  readonly password: string;
  /** The centre's time, for the pauses between wrong passwords. */
  readonly clock: Clock;
  /** Waits as long as the centre takes to answer. */
  readonly rest: () => Promise<void>;
}

/** The calls of the HTTPS profile (`docs/en/https-profile.md`). */
export function webApp(options: AppOptions): Hono<{ Bindings: HttpBindings }> {
  const { centre, codec, sessions, rest } = options;
  const app = new Hono<{ Bindings: HttpBindings }>();
  const throttle = loginThrottle(options.clock);

  const sessionOf = (idToken: string | undefined): Session => {
    const session = sessions.find(idToken);
    if (session) return session;
    throw new ApiError(
      401,
      "http.authenticationFailed",
      "idTokenがないか、期限が切れています / no idToken, or it has expired",
    );
  };

  app.post("/auth", async (context) => {
    const certified = certifiedInstitution(context.env.incoming.socket as TLSSocket);
    const waitMs = throttle.waitMs(certified ?? "");
    if (waitMs > 0) {
      context.header("retry-after", String(Math.ceil(waitMs / 1000)));
      throw new ApiError(
        429,
        "http.authenticationFailed",
        "ログインの失敗が続いたため、しばらく受け付けません / too many wrong passwords: wait before the next try",
      );
    }
    const { institutionCode, password } = await readObject(context.req);
    if (typeof institutionCode === "string" && numberOrigin("institutionCode", institutionCode) === "real") {
      throw new ApiError(
        400,
        "request.invalid",
        "institutionCode: 実在しうる医療機関コードです / could be a real code; the simulated centre takes prefecture 99 only",
      );
    }
    const isKnown = institutionCode === centre.institutionCode && sameText(password, options.password);
    const isRight = isKnown && certified === institutionCode;
    throttle.note(certified ?? "", isRight);
    if (!isRight) {
      throw new ApiError(
        401,
        "http.authenticationFailed",
        "医療機関コード・パスワード・機関認証証明書が一致しません / account, password and client certificate do not match",
      );
    }
    return context.json({ status: "200", result: sessions.open(centre.institutionCode) });
  });

  app.post("/messages/:id", async (context) => {
    sessionOf(context.req.header("authorization"));
    const id = context.req.param("id");
    const answerId = answerIdOf(codec, id);
    if (answerId === undefined) {
      throw new ApiError(404, "wire.unexpectedMessage", "この電文は模擬していません / this message is not simulated");
    }
    const root = fromMirror(await readBody(context.req), codec.layout(id));
    const answered = answerMessage(centre, codec, id, root);
    if (!answered.accepted) throw new ApiError(400, answered.code, answered.reasons.join("\n"));
    // How PDFs travel there is not known (oqs-exchange §7.2).
    if (answered.file) throw new ApiError(400, "request.invalid", notices.pdfNotSimulated.text);
    await rest();
    return context.json(toMirror(answered.document, codec.layout(answerId)));
  });

  app.post("/card/challenge", async (context) =>
    context.json(await issueChallenge(options, sessionOf(context.req.header("authorization")))),
  );

  app.post("/card/check-in", async (context) => {
    const session = sessionOf(context.req.header("authorization"));
    const document = await checkInByToken(options, session, await readObject(context.req));
    await rest();
    return context.json(toMirror(document, codec.layout(checkInId)));
  });

  app.notFound((context) =>
    context.json({ code: "notFound", message: "この呼び出しはありません / no such call" }, 404),
  );
  app.onError((error, context) => {
    const { status, fault } = toApiError(error);
    return context.json(fault, status);
  });
  return app;
}

/** The institution code that the client certificate names (its common name). */
function certifiedInstitution(socket: TLSSocket): string | undefined {
  const name: unknown = socket.getPeerCertificate().subject?.CN;
  return typeof name === "string" ? name : undefined;
}

function sameText(given: unknown, expected: string): boolean {
  if (typeof given !== "string") return false;
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Refuses a configuration that nobody could log in with. */
export function requirePassword(password: string): void {
  if (password !== "") return;
  const expected = { ja: "空でない文字列", en: "text that is not empty" };
  throw new OnshiError("config.invalid", { field: "password", expected });
}
