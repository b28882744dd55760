/** Sees that many households report one cause from one place, and links their cases: each keeps its own customer, clocks and answer. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { householdsOf } from '../../rules/incidents.ts';
import type { Db } from '../db/connect.ts';
import { incidentRules } from '../incident_rules.ts';
import type { Actor, Case } from './case.ts';
import { isSharedMailbox } from './identity.ts';
import type { House } from './perform.ts';
import { parseCase, type Tx } from './project.ts';
import { append } from './write.ts';

/** More reports of one place and kind than this at once need no finer count. */
const LOOKED_AT = 300;
const BOT: Actor = { kind: 'bot', id: 'incidents' };

interface Near {
  case_id: string;
  incident: string | null;
  home: string | null;
  district: string | null;
  sender: string | null;
  place_name: string;
}

/**
 * Links a case to the incident that it reports, and the others with it where it makes the number full. Called with the case's row
 * written in this transaction. Never waits for another case's row: one that a colleague holds just now is linked by the next tick.
 * @returns the case as it now stands
 */
export async function linkIncident(tx: Tx, house: House, c: Case): Promise<Case> {
  if (c.incident !== null || c.merged_into !== null || c.is_automated) return c;
  const own = await tx
    .selectFrom('case_reports')
    .select(['place', 'kind', 'district', 'received_at'])
    .where('case_id', '=', c.id)
    .orderBy('place')
    .orderBy('kind')
    .execute();
  if (own.length === 0) return c;
  // Of two workers at one place the second counts the first one's report. In one order, so that neither waits for the other.
  await sql`
    select pg_advisory_xact_lock(number) from (
      select distinct hashtextextended(key, 2) as number
      from unnest(${own.map(({ place, kind }) => `${kind} ${place}`)}::text[]) as keys (key) order by 1) as numbers`.execute(tx);
  for (const report of own) {
    const near = await reportsNear(tx, report);
    const incident = near.find((one) => one.incident !== null)?.incident ?? null;
    if (incident === null && householdsOf(near).length < incidentRules().households) continue;
    return link(tx, house, c, { incident: incident ?? randomUUID(), kind: report.kind, place: nameOf(near), near });
  }
  return c;
}

/** Reports of the same kind from the same place about the same time, each case once; the case's own among them. */
async function reportsNear(
  tx: Tx,
  { place, kind, district, received_at }: { place: string; kind: string; district: string | null; received_at: Date },
): Promise<Near[]> {
  const span = `${incidentRules().hours} hours`;
  const { rows } = await sql<Near>`
    select r.case_id, c.incident, r.home, r.district, r.place_name, customer.sender_key as sender
    from case_reports r
    join cases c on c.id = r.case_id
    join case_customers customer on customer.case_id = c.id
    where r.place = ${place} and r.kind = ${kind}
      and r.received_at between ${received_at}::timestamptz - ${span}::interval and ${received_at}::timestamptz + ${span}::interval
      and c.merged_into is null and not c.is_automated
      -- A burst main may be another organisation's, and is one cause all the same; a compliment or a withdrawal reports nothing.
      and (c.outcome is distinct from 'other' or c.topic = 'elected_member')
    order by r.received_at desc, r.case_id limit ${LOOKED_AT}`.execute(tx);
  // A street of the same name in another town.
  return rows.filter((one) => district === null || one.district === null || one.district === district).map(asHousehold);
}

/** An office that names several homes writes for several households. */
function asHousehold<T extends { home: string | null; sender: string | null }>(report: T): T {
  const { home, sender } = report;
  const is_office = sender !== null && sender.startsWith('email:') && isSharedMailbox(sender.slice('email:'.length));
  return is_office && home !== null ? { ...report, sender: null } : report;
}

/** As most of them write it. */
function nameOf(near: readonly Near[]): string {
  const times = new Map<string, number>();
  for (const { place_name } of near) times.set(place_name, (times.get(place_name) ?? 0) + 1);
  const capital = (name: string): number => (/^\p{Lu}.*\p{Ll}/u.test(name) ? 1 : 0);
  return [...times].toSorted(([a, n], [b, m]) => capital(b) - capital(a) || m - n || a.localeCompare(b))[0]?.[0] ?? '';
}

async function link(
  tx: Tx,
  house: House,
  c: Case,
  what: { incident: string; kind: string; place: string; near: readonly Near[] },
): Promise<Case> {
  const { incident, kind, place, near } = what;
  const body = { type: 'incident_linked' as const, incident, kind, place };
  const at = house.now();
  const how = { actor: BOT, at, key: `incident:${incident}`, letters: house.letters };
  const { after } = await append(tx, c.id, c, [body], { ...how, pack: house.letters.packFor(c.pack) });
  const others = near.filter((one) => one.case_id !== c.id && one.incident === null).map(({ case_id }) => case_id);
  if (others.length === 0) return after;
  const { rows } = await sql<{ state: unknown }>`
    select state from cases where id = any(${others}::uuid[]) and incident is null order by id for update skip locked`.execute(tx);
  for (const row of rows) {
    const other = parseCase(row.state);
    await append(tx, other.id, other, [body], { ...how, pack: house.letters.packFor(other.pack) });
  }
  return after;
}

/** Job of every tick: links what a colleague held, or what a killed worker left. Safe in any number of processes at once. */
export async function linkOverlooked(house: House): Promise<number> {
  const { rows } = await sql<{ case_id: string }>`
    select distinct mine.case_id from cases linked
    join case_reports theirs on theirs.case_id = linked.id
    join case_reports mine on mine.place = theirs.place and mine.kind = theirs.kind
      and mine.received_at between theirs.received_at - ${`${incidentRules().hours} hours`}::interval
        and theirs.received_at + ${`${incidentRules().hours} hours`}::interval
    join cases on cases.id = mine.case_id and cases.incident is null and cases.merged_into is null and not cases.is_automated
    where linked.incident is not null and linked.received_at > now() - interval '7 days'
    limit 200`.execute(house.db);
  let linked = 0;
  for (const { case_id } of rows) {
    await house.db.transaction().execute(async (tx) => {
      const row = await sql<{ state: unknown }>`select state from cases where id = ${case_id}::uuid for update skip locked`.execute(
        tx,
      );
      const [found] = row.rows;
      if (!found) return;
      const after = await linkIncident(tx, house, parseCase(found.state));
      if (after.incident !== null) linked += 1;
    });
  }
  return linked;
}

export interface IncidentView {
  /** As staff read it: `the heating or hot water`. */
  says: string;
  place: string;
  /** When the first of them was received. */
  since: Date;
  /** Households other than the one of this case. */
  other_households: number;
  /** Newest first, at most 50. */
  others: { reference: string; status: Case['status']; received_at: Date }[];
}

/** The incident of a case and the other cases of it; null where there is none. */
export async function incidentOf(db: Db, c: Case): Promise<IncidentView | null> {
  const { incident } = c;
  if (incident === null) return null;
  const { rows } = await sql<{
    id: string;
    reference: string;
    status: Case['status'];
    received_at: Date;
    home: string | null;
    sender: string | null;
  }>`
    select c.id, c.reference, c.status, c.received_at, report.home, customer.sender_key as sender
    from cases c
    left join case_customers customer on customer.case_id = c.id
    left join lateral (
      select max(home) as home from case_reports where case_id = c.id and kind = ${incident.kind}) as report on true
    where c.incident = ${incident.id}::uuid and c.merged_into is null
    order by c.received_at desc, c.id limit ${LOOKED_AT}`.execute(db);
  const mine = rows.findIndex(({ id }) => id === c.id);
  const groups = householdsOf(rows.map(asHousehold));
  return {
    says: incidentRules().kinds[incident.kind]?.says ?? incident.kind.replaceAll('_', ' '),
    place: incident.place,
    since: rows.at(-1)?.received_at ?? c.received_at,
    other_households: groups.filter((group) => !group.includes(mine)).length,
    others: rows
      .filter(({ id }) => id !== c.id)
      .slice(0, 50)
      .map(({ reference, status, received_at }) => ({ reference, status, received_at })),
  };
}
