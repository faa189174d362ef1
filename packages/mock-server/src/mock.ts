import { type Clock, japanDay, type Random, systemClock, systemRandom, toHex } from "@onshi/core/base";
import { onshiLayouts } from "@onshi/core";
import type { Overlay } from "@onshi/core/messages";
import { memoryChallengeStore } from "@onshi/reader/verify";
import { createPersonaCard } from "./card/persona-card.ts";
import type { VirtualCard } from "./card/virtual-card.ts";
import { type Centre, createCentre } from "./centre/centre.ts";
import type { PatientChoices } from "./centre/patient-choices.ts";
import { parsePersonas, shippedPersonas } from "./centre/personas/load-personas.ts";
import type { Persona } from "./centre/personas/persona.ts";
import { seededRandom } from "./centre/seeded-random.ts";
import { authenticationCa, tlsTestCa } from "./pki/index.ts";
import { type FolderPaths, makeFolders } from "./terminal/folders.ts";
import { openTerminal, type TerminalBehaviour } from "./terminal/terminal.ts";
import { requirePassword, webApp } from "./web-api/app.ts";
import { listen } from "./web-api/server.ts";
import { sessionStore } from "./web-api/sessions.ts";

/** How a simulated centre is started; everything has a default. */
export interface MockOptions extends TerminalBehaviour {
  /** The centre's time. TLS and folder polling use the machine's time. Default: the machine's clock. */
  readonly clock?: Clock;
  /** Chance for tokens, challenges and file names. Default: the operating system's generator. */
  readonly random?: Random;
  /** With a seed and a fixed clock the answers are the same, byte for byte. Ignored when `random` is given. */
  readonly seed?: number | string;
  /** Where `req`, `res` and `face` are created; it is kept. Default: a temporary folder, removed by `close`. */
  readonly folder?: string;
  /** Default: a free port. */
  readonly ports?: { readonly web?: number };
  /** Text of a persona file (YAML), or parsed personas. Default: the shipped ones. */
  readonly personas?: string | readonly Persona[];
  /** Corrections of the layouts, the same as the client's; of several, each is applied to the result of those before it. */
  readonly overlay?: Overlay | readonly Overlay[];
  /** 医療機関コード, prefecture 99. Default: `9910000000`. */
  readonly institutionCode?: string;
  /** Password of the institution's account. Default: `onshi-test`. */
  readonly password?: string;
  /** How many times a client that asks for the result of a bulk request is told 処理中 first. Default: 2. */
  readonly processingPolls?: number;
  /** How long an idToken is valid, in milliseconds. Default: an hour. */
  readonly tokenLifetimeMs?: number;
}

/** How the HTTPS door is reached. */
export interface WebDoor {
  /** `https://127.0.0.1:<port>`; also the audience of card tokens. */
  readonly baseUrl: string;
  /** The test CA that issued both sides, PEM. */
  readonly ca: string;
  /** The institution's client certificate, PEM (機関認証用電子証明書). */
  readonly clientCertificate: { readonly cert: string; readonly key: string };
  readonly institutionCode: string;
  readonly password: string;
}

/** Options of `folderTransport` for the simulated terminal. */
export interface MockFolderOptions extends FolderPaths {
  readonly testOnly: true;
}

/** Options of `httpTransport` for the simulated HTTPS door. */
export interface MockWebOptions {
  readonly baseUrl: string;
  readonly institutionCode: string;
  readonly password: string;
  readonly tls: { readonly cert: string; readonly key: string; readonly ca: string };
  readonly testOnly: true;
}

/** A running simulated centre. */
export interface Mock {
  readonly centre: Centre;
  readonly personas: readonly Persona[];
  readonly folders: FolderPaths;
  readonly web: WebDoor;
  /** What a client needs for the folder door: `folderTransport(mock.folderOptions)`. */
  readonly folderOptions: MockFolderOptions;
  /** What a client needs for the HTTPS door: `httpTransport(mock.webOptions)`. */
  readonly webOptions: MockWebOptions;
  /**
   * The virtual My Number Card of a persona; the same card at every call, so that PIN counters persist.
   *
   * @throws OnshiError `config.invalid` when there is no such persona
   */
  card(personaId: string): VirtualCard;
  /**
   * A check-in at the face reader of the simulated terminal: records the consents and puts a file into `face`.
   *
   * @throws OnshiError `config.invalid` when there is no such persona
   */
  present(personaId: string, choices?: PatientChoices): Promise<void>;
  /** Stops everything; afterwards no handle and no temporary folder is left. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Starts a whole simulated centre: folder terminal, HTTPS door with client certificates, virtual cards. It listens on
 * the loopback address only and contacts nobody.
 *
 * @throws OnshiError `config.invalid` for personas or numbers that could be real, a port that is taken, or a folder that
 * cannot be written to
 *
 * @example
 * ```ts
 * import { startMock } from "@onshi/mock-server";
 *
 * const mock = await startMock({ seed: 1 });
 * try {
 *   await mock.present("insured-valid", { medication: true });
 *   console.log(mock.web.baseUrl.startsWith("https://127.0.0.1:")); // true
 * } finally {
 *   await mock.close();
 * }
 * ```
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const { clock = systemClock, institutionCode = "9910000000", password = "onshi-test" } = options;
  const random = options.random ?? (options.seed === undefined ? systemRandom : seededRandom(options.seed));
  requirePassword(password);
  const personas = personasOf(options.personas, japanDay(clock.now()));
  // Each has its own stream, so that what happens at one door does not change the bytes of another.
  const [forCentre, forTerminal, forSessions, forChallenges, forCards] = Array.from({ length: 5 }, () =>
    options.random || options.seed === undefined ? random : seededRandom(toHex(random.bytes(16))),
  ) as [Random, Random, Random, Random, Random];
  const { codec } = onshiLayouts(options.overlay ?? []);
  const { processingPolls = 2 } = options;
  const centre = createCentre({ personas, institutionCode, clock, random: forCentre, processingPolls });

  const folders = await makeFolders(options.folder);
  const tls = tlsTestCa();
  const server = tls.issueServer();
  const web = await listen(options.ports?.web ?? 0, {
    ca: tls.certificate,
    certificate: server.certificate,
    key: server.key,
  }).catch(async (error: unknown) => {
    await folders.remove();
    throw error;
  });
  const closing = new AbortController();
  const terminal = openTerminal({ ...options, centre, codec, folders: folders.paths, clock, random: forTerminal });
  const app = webApp({
    centre,
    codec,
    password,
    clock,
    sessions: sessionStore(clock, forSessions, options.tokenLifetimeMs ?? 3_600_000),
    challenges: memoryChallengeStore({ clock, random: forChallenges }),
    trust: ([1, 2, 3] as const).map((generation) => authenticationCa({ generation }).certificate),
    audience: web.origin,
    now: () => clock.now(),
    rest: async () => {
      if (options.answerDelayMs) await clock.sleep(options.answerDelayMs, closing.signal);
    },
  });
  web.serve((request, env) => app.fetch(request, env));

  const client = tls.issueClient({ institutionCode });
  const cards = new Map<string, VirtualCard>();
  let closed: Promise<void> | undefined;
  const clientCertificate = { cert: client.certificate, key: client.key };
  const door = { baseUrl: web.origin, institutionCode, password };
  return {
    centre,
    personas,
    folders: folders.paths,
    web: { ...door, ca: tls.certificate, clientCertificate },
    folderOptions: { ...folders.paths, testOnly: true },
    webOptions: { ...door, tls: { ...clientCertificate, ca: tls.certificate }, testOnly: true },
    card(personaId) {
      const card = cards.get(personaId) ?? createPersonaCard(personaId, { personas, random: forCards });
      cards.set(personaId, card);
      return card;
    },
    async present(personaId, choices) {
      await terminal.present(personaId, choices);
    },
    close() {
      closed ??= (async () => {
        closing.abort();
        await Promise.all([terminal.close(), web.close()]);
        await folders.remove();
      })();
      return closed;
    },
  };
}

function personasOf(given: MockOptions["personas"], today: string): readonly Persona[] {
  if (given === undefined) return shippedPersonas(today);
  return typeof given === "string" ? parsePersonas(given, today) : given;
}
