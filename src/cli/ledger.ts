/** `triage ledger export` and `triage ledger raw ID`: every contact with what became of it, and its bytes as kept. */
import { sql } from 'kysely';
import { rawOf } from '../cases/views.ts';
import type { Db } from '../db/connect.ts';
import { contactId, withCore } from './core.ts';
import { InputError, type Io, type Verb } from './verb.ts';

const PAGE = 1000;

export const ledger: Verb = {
  usage: 'ledger export | ledger raw ID',
  async run(args, io) {
    const [what, id] = args;
    const most = what === 'raw' ? 2 : 1;
    if (args.length > most)
      throw new InputError(`expected nothing after ${args.slice(0, most).join(' ')}; got ${JSON.stringify(args[most])}`);
    if (what === 'export') return withCore(io, ({ connection }) => exportAll(connection.db, io));
    if (what === 'raw') {
      const wanted = contactId(id);
      return withCore(io, async ({ connection }) => {
        const raw = await rawOf(connection.db, wanted);
        if (raw === null) throw new InputError(`expected the id of a kept contact; got ${wanted}`);
        await write(io, raw);
        return 0;
      });
    }
    throw new InputError(`expected export or raw; got ${what === undefined ? 'nothing' : JSON.stringify(what)}`);
  },
};

async function write(io: Io, chunk: string | Uint8Array): Promise<void> {
  await new Promise<void>((done, failed) => {
    io.stdout.write(chunk, (error) => (error ? failed(error) : done()));
  });
}

/** In the order of keeping, a page at a time, so that a million contacts need little memory. */
async function exportAll(db: Db, io: Io): Promise<number> {
  let after: { recorded_at: string; id: string } | null = null;
  for (;;) {
    const rows: LedgerRow[] = await page(db, after);
    for (const { id, at, ...row } of rows) {
      await write(io, `${JSON.stringify(row)}\n`);
      after = { recorded_at: at, id };
    }
    if (rows.length < PAGE) return 0;
  }
}

interface LedgerRow {
  id: string;
  /** Position with the database's own precision, which a JavaScript date would cut. */
  at: string;
  channel: string;
  key: string;
  contact: string;
  sha256: string;
  received_at: string;
  state: string;
  /** The person's; null while nobody has decided. */
  decision: unknown;
  /** The newest proposal's decision; null where nothing could be proposed. */
  proposed: unknown;
  case: string | null;
  cards: unknown[];
  letters: unknown[];
}

async function page(db: Db, after: { recorded_at: string; id: string } | null): Promise<LedgerRow[]> {
  const { rows } = await sql<LedgerRow>`
    select c.id, c.recorded_at::text as at, c.channel, c.external_key as key, c.id as contact, c.sha256,
      to_char(c.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as received_at,
      case when c.held_because is not null then 'held' else c.state end as state,
      decided.body->'decision' as decision,
      proposal.body->'proposal'->'decision' as proposed,
      cases.reference as "case",
      '[]'::json as cards,
      coalesce((select json_agg(json_build_object('message_id', l.message_id, 'kind', l.kind, 'status', l.status) order by l.created_at)
        from letters l where l.contact_id = c.id), '[]'::json) as letters
    from contacts c
    left join cases on cases.id = c.case_id
    left join lateral (
      select body from case_events e
      where e.case_id = c.case_id and e.body->>'type' in ('confirmed', 'corrected') and e.body->>'contact_id' = c.id::text
      order by seq desc limit 1) decided on true
    left join lateral (
      select body from case_events e
      where e.case_id = any(array[c.case_id] || array(select merged.id from cases merged where merged.merged_into = c.case_id))
        and e.body->>'type' = 'triaged' and e.body->>'contact_id' = c.id::text
      order by at desc, seq desc limit 1) proposal on true
    where ${after === null ? sql`true` : sql`(c.recorded_at, c.id) > (${after.recorded_at}::timestamptz, ${after.id}::uuid)`}
    order by c.recorded_at, c.id
    limit ${PAGE}`.execute(db);
  return rows;
}
