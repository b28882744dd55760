/** The case side of the product on a real database: messages go in as raw mail, actions are performed, nothing is faked but the clock. */
import { createHash } from 'node:crypto';
import { openEmail } from '../../channels/email/index.ts';
import type { Channel, ChannelName } from '../../channels/contact.ts';
import { triage } from '../../rules/triage.ts';
import type { Actor, Case } from '../../src/cases/case.ts';
import type { Role } from '../../src/cases/actions/action.ts';
import type { House, Performed } from '../../src/cases/perform.ts';
import { perform } from '../../src/cases/perform.ts';
import { propose, type Triage } from '../../src/cases/propose.ts';
import { parseCase } from '../../src/cases/project.ts';
import { openIntake } from '../../src/cases/receive.ts';
import { openTokens } from '../../src/cases/tokens.ts';
import type { Connection } from '../../src/db/connect.ts';
import { loadModel } from '../../src/model.ts';
import { loadPack, packInForce } from '../../src/packs.ts';

export const OWN_ADDRESS = 'hello@connexus.example';
export const SECRET = 'a secret for tests only, thirty-two or more';

export interface TestHouse {
  house: House;
  deps: Triage;
  /** Faults that would reach somebody's log. */
  faults: unknown[];
  setNow(at: Date): void;
  /** Takes in a mail and triages it at once. @returns its contact and case */
  arrive(mail: MailParts): Promise<{ contact_id: string; case: Case }>;
  caseOf(contact_id: string): Promise<Case>;
  press(c: Case, action: string, input: unknown, by?: Partial<Press>): Promise<Performed>;
}

export interface MailParts {
  from?: string;
  to?: string;
  subject?: string;
  text: string;
  received_at?: Date;
  headers?: Record<string, string>;
  message_id?: string;
}

interface Press {
  actor: Actor;
  roles: Role[];
  key: string;
  version: number;
}

export function rawMail({ from, to, subject, text, headers, message_id, received_at }: MailParts): Buffer {
  const lines = [
    `From: ${from ?? 'Ann Example <ann@mail.example>'}`,
    `To: ${to ?? OWN_ADDRESS}`,
    `Subject: ${subject ?? 'Boiler'}`,
    `Date: ${(received_at ?? new Date('2026-11-24T09:00:00Z')).toUTCString()}`,
    `Message-ID: <${message_id ?? createHash('sha256').update(`${subject}${text}${from}${received_at?.toISOString()}`).digest('hex').slice(0, 24)}@mail.example>`,
    ...(headers?.['Content-Type'] ? [] : ['Content-Type: text/plain; charset=utf-8']),
    ...Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`),
    '',
    text,
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}

let presses = 0;

export function openTestHouse(connection: Connection, options: { duty_address?: string } = {}): TestHouse {
  let now = new Date('2026-11-24T10:00:00Z');
  const { db } = connection;
  const house: House = {
    db,
    letters: {
      tokens: openTokens(SECRET, OWN_ADDRESS),
      packFor: ({ pack }) => loadPack(pack),
      own_addresses: [OWN_ADDRESS],
      duty_address: options.duty_address ?? null,
      public_url: 'https://desk.connexus.example',
    },
    now: () => now,
  };
  const email = openEmail({ mailboxes: [], smtp: null, poll_seconds: 60, sweep_seconds: 3600, max_bytes: 40_000_000 });
  const channels = new Map<ChannelName, Channel>([['email', email]]);
  const faults: unknown[] = [];
  const deps: Triage = {
    house,
    channels,
    packInForce: (received_at) => packInForce(received_at),
    triage: (input, pack) => triage(input, pack, loadModel(pack.pack)),
    reference_prefix: 'CX',
    onFault: (error) => faults.push(error),
  };
  const intake = openIntake(db);
  const caseOf = async (contact_id: string): Promise<Case> => {
    const row = await db
      .selectFrom('contacts')
      .innerJoin('cases', 'cases.id', 'contacts.case_id')
      .select('cases.state')
      .where('contacts.id', '=', contact_id)
      .executeTakeFirstOrThrow();
    return parseCase(row.state);
  };
  return {
    house,
    deps,
    faults,
    setNow: (at) => {
      now = at;
    },
    caseOf,
    async arrive(mail) {
      const raw = rawMail(mail);
      const { contact_id } = await intake({
        channel: 'email',
        external_id: createHash('sha256').update(raw).digest('hex'),
        received_at: mail.received_at ?? new Date('2026-11-24T09:00:00Z'),
        raw,
        sha256: null,
        source: 'hello@connexus.example/INBOX',
        meta: null,
      });
      await propose(deps, contact_id);
      return { contact_id, case: await caseOf(contact_id) };
    },
    press(c, action, input, by = {}) {
      presses += 1;
      return perform(house, {
        case_id: c.id,
        action,
        input,
        actor: by.actor ?? { kind: 'staff', id: 'ann' },
        roles: by.roles ?? ['officer'],
        key: by.key ?? `press:${presses}`,
        version: by.version ?? c.version,
      });
    },
  };
}
