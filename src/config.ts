/** The environment as one frozen configuration: the only reader of it, and everything that is wrong with it at once. */
import { z } from 'zod';

/** One thing that is wrong with the configuration. Never holds a secret. */
export interface Fault {
  path: string;
  expected: string;
  got: string;
  example: string;
}

const whole = (least: number, most: number) =>
  z.coerce.number(`a whole number from ${least} to ${most}`).int().min(least).max(most);
const yes = z.enum(['true', 'false'], 'true or false').transform((text) => text === 'true');
const pairs = z.string().transform((text, context) => {
  const found: Record<string, string> = {};
  for (const part of text.split(',').map((one) => one.trim())) {
    if (part === '') continue;
    const at = part.lastIndexOf('=');
    if (at < 1 || at === part.length - 1) context.addIssue({ code: 'custom', message: 'pairs such as value=role, comma between' });
    else found[part.slice(0, at).trim()] = part.slice(at + 1).trim();
  }
  return found;
});

interface Setting {
  schema: z.ZodType;
  /** One sentence, with the unit. */
  says: string;
  default: string | null;
  example: string;
  secret?: true;
}

/** Every variable of the house; those of channels are theirs. `.env.example` is held against this table. */
export const SETTINGS = {
  DATABASE_URL: {
    schema: z.url({ protocol: /^postgres(ql)?$/, error: 'a URL that begins with postgres://' }),
    says: 'PostgreSQL 15 or later, for several processes or a managed server. Unset: an embedded PostgreSQL 18 in DATA_DIR, for one process.',
    default: null,
    example: 'postgres://triage:secret@db.connexus.example:5432/triage',
    secret: true,
  },
  DATA_DIR: { schema: z.string(), says: 'Folder of the embedded PostgreSQL.', default: '.data', example: '.data' },
  ROLE: {
    schema: z.enum(['all', 'web', 'worker'], 'all, web or worker'),
    says: 'What this process does: the desk (web), mail and jobs (worker), or both (all). Several processes need DATABASE_URL.',
    default: 'all',
    example: 'worker',
  },
  SECRET: {
    schema: z.string().min(32, 'at least 32 characters'),
    says: 'At least 32 random characters that sign the marks in our letters; changing it orphans the answers to letters already sent.',
    default: null,
    example: 'a-long-random-text-of-32-characters-or-more',
    secret: true,
  },
  POLICY_PACK: {
    schema: z.string().regex(/^[a-z0-9_-]{1,60}$/),
    says: 'Policy pack to decide by, whatever its dates. Unset: the one in force on the day of receipt.',
    default: null,
    example: 'connexus-2024',
  },
  REFERENCE_PREFIX: {
    schema: z.string().regex(/^[A-Z]{2,6}$/, 'two to six capital letters'),
    says: 'Letters before the number in every case reference.',
    default: 'CX',
    example: 'CX',
  },
  DUTY_EMAIL: {
    schema: z.email('a mail address'),
    says: 'Address that is told of danger at once, day and night. Unset: danger shows only at the desk.',
    default: null,
    example: 'duty@connexus.example',
  },
  PUBLIC_URL: {
    schema: z.url({ protocol: /^https?$/, error: 'a URL that begins with https:// or http://' }),
    says: 'Address under which colleagues reach the desk; https makes its cookies secure. Unset: where the desk listens.',
    default: null,
    example: 'https://desk.connexus.example',
  },
  HOST: { schema: z.string().min(1), says: 'Address on which the desk listens.', default: '127.0.0.1', example: '0.0.0.0' },
  PORT: { schema: whole(0, 65_535), says: 'Port of the desk; 0 lets the machine choose.', default: '3000', example: '3000' },
  INTERNAL_HOST: {
    schema: z.string().min(1),
    says: 'Address on which health and metrics listen; nobody outside the house should reach it.',
    default: '127.0.0.1',
    example: '10.0.0.5',
  },
  INTERNAL_PORT: {
    schema: whole(0, 65_535),
    says: 'Port of health and metrics; 0 lets the machine choose.',
    default: '9464',
    example: '9464',
  },
  TRUSTED_PROXIES: { schema: whole(0, 10), says: 'Exact number of proxies in front of the desk.', default: '0', example: '1' },
  SESSION_IDLE_MINUTES: {
    schema: whole(1, 1_440),
    says: 'Minutes without a page after which a colleague must sign in again.',
    default: '60',
    example: '30',
  },
  SESSION_TOTAL_HOURS: {
    schema: whole(1, 168),
    says: 'Hours after which a colleague must sign in again in any case.',
    default: '12',
    example: '10',
  },
  SANDBOX_SIGN_IN: {
    schema: yes,
    says: 'true prints a one-time sign-in link of an administrator at every start. Unset: only while no OpenID Connect is configured.',
    default: null,
    example: 'false',
  },
  OIDC_ISSUER: {
    schema: z.url({ protocol: /^https?$/, error: 'a URL that begins with https:// or http://' }),
    says: "OpenID Connect issuer for sign-in (Entra ID, Google, Slack); for Entra ID the tenant's own.",
    default: null,
    example: 'https://login.microsoftonline.com/TENANT/v2.0',
  },
  OIDC_NAME: {
    schema: z.string().min(1).max(60),
    says: 'What the sign-in button says.',
    default: 'Sign in with your organisation',
    example: 'Sign in with Microsoft',
  },
  OIDC_CLIENT_ID: {
    schema: z.string().min(1),
    says: 'Id of the registered application.',
    default: null,
    example: '00000000-0000-0000-0000-000000000000',
  },
  OIDC_CLIENT_SECRET: {
    schema: z.string().min(1),
    says: 'Secret of the registered application.',
    default: null,
    example: 'secret',
    secret: true,
  },
  OIDC_SCOPE: {
    schema: z.string().min(1),
    says: 'Scopes to ask for.',
    default: 'openid profile email',
    example: 'openid profile email',
  },
  OIDC_REQUIRED_CLAIMS: {
    schema: pairs,
    says: 'Claims that must have exactly this value, as claim=value, comma between; for Google hd=your domain.',
    default: '',
    example: 'hd=connexus.example',
  },
  OIDC_ROLES_CLAIM: {
    schema: z.string().min(1),
    says: 'Claim that names roles; email only counts when it is verified.',
    default: 'roles',
    example: 'roles',
  },
  OIDC_ROLES: {
    schema: pairs,
    says: 'Value of that claim to role at the desk (reader, officer, manager, admin), as value=role, comma between; others get no role.',
    default: '',
    example: 'Complaints.Officer=officer,Complaints.Manager=manager',
  },
  WORKER_CONCURRENCY: { schema: whole(1, 50), says: 'Jobs at the same time in one process.', default: '6', example: '6' },
  TICK_SECONDS: {
    schema: whole(1, 600),
    says: 'Seconds between two looks at clocks, lost jobs and ended processes.',
    default: '15',
    example: '15',
  },
  SOURCE_POLL_SECONDS: {
    schema: whole(1, 3_600),
    says: 'Seconds between two polls of a source whose channel names no interval of its own.',
    default: '60',
    example: '60',
  },
  LOG_LEVEL: {
    schema: z.enum(['error', 'warn', 'info', 'debug', 'silent'], 'error, warn, info, debug or silent'),
    says: 'error: somebody must act now; warn: it healed itself; info: one line per event.',
    default: 'info',
    example: 'info',
  },
} as const satisfies Record<string, Setting>;

type Values = {
  [K in keyof typeof SETTINGS]:
    | z.output<(typeof SETTINGS)[K]['schema']>
    | ((typeof SETTINGS)[K]['default'] extends null ? null : never);
};
export type Config = Readonly<Values>;

/** Reads the house's variables; an empty value counts as unset. @returns config null when there are faults; faults lists all of them */
export function readConfig(env: NodeJS.ProcessEnv): { config: Config | null; faults: Fault[] } {
  const faults: Fault[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries(SETTINGS) as [string, Setting][]) {
    const given = env[name]?.trim();
    const text = given === undefined || given === '' ? setting.default : given;
    if (text === null) {
      values[name] = null;
      continue;
    }
    const parsed = setting.schema.safeParse(text);
    if (parsed.success) values[name] = parsed.data;
    else
      faults.push({
        path: name,
        expected: parsed.error.issues.map((issue) => issue.message).join('; '),
        got: setting.secret ? 'something else' : JSON.stringify(text.slice(0, 80)),
        example: setting.example,
      });
  }
  faults.push(...together(values));
  return { config: faults.length === 0 ? (Object.freeze(values) as Config) : null, faults };
}

/** What only shows when variables are seen together. */
function together(values: Record<string, unknown>): Fault[] {
  const faults: Fault[] = [];
  const need = (path: keyof typeof SETTINGS, expected: string): void => {
    faults.push({ path, expected, got: 'nothing', example: SETTINGS[path].example });
  };
  if ((values.ROLE === 'web' || values.ROLE === 'worker') && values.DATABASE_URL === null)
    need('DATABASE_URL', `a server that several processes share, since ROLE is ${values.ROLE}`);
  if (values.OIDC_ISSUER !== null && values.OIDC_ISSUER !== undefined) {
    if (values.OIDC_CLIENT_ID === null) need('OIDC_CLIENT_ID', "the application's id, since OIDC_ISSUER is set");
    if (values.OIDC_CLIENT_SECRET === null) need('OIDC_CLIENT_SECRET', "the application's secret, since OIDC_ISSUER is set");
    if (Object.keys((values.OIDC_ROLES ?? {}) as object).length === 0)
      need('OIDC_ROLES', 'at least one value=role, or nobody could do anything');
  }
  const roles = ['reader', 'officer', 'manager', 'admin'];
  for (const [value, role] of Object.entries((values.OIDC_ROLES ?? {}) as Record<string, string>)) {
    if (!roles.includes(role))
      faults.push({
        path: 'OIDC_ROLES',
        expected: `one of ${roles.join(', ')} for ${value}`,
        got: JSON.stringify(role),
        example: SETTINGS.OIDC_ROLES.example,
      });
  }
  return faults;
}

/** The list that stops a start: one line each. */
export function faultLines(faults: readonly Fault[]): string {
  return faults
    .map(({ path, expected, got, example }) => `${path}: expected ${expected}; got ${got}; example: ${example}`)
    .join('\n');
}
