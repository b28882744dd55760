/** Clocks against the worked dates of the Code, the Connexus policy, the hazard rules and data protection law. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockSchema, clocksFor, findDue, isLate, missedBy, type Clock, type ClockFacts } from '../../rules/clocks.ts';
import { londonDay } from '../../rules/days.ts';
import { parsePack } from '../../rules/pack.ts';
import { packFiles } from '../support/packs.ts';

const pack = parsePack(packFiles());
const noon = (day: string) => new Date(`${day}T12:00:00Z`);

function clocks(facts: ClockFacts): Record<string, Clock> {
  return Object.fromEntries(clocksFor(facts, pack).map((clock) => [clock.id, clockSchema.parse(clock)]));
}
const dueOn = (id: string, from: string) => findDue(id, from, pack)?.due_on;

describe('worked dates of the Code', () => {
  test.each([
    ['2026-12-11', '2026-12-18', '2027-01-06', '2027-01-20', '2027-01-20', '2027-02-17'],
    ['2026-12-18', '2026-12-29', '2027-01-13', '2027-01-27', '2027-01-27', '2027-02-24'],
    ['2026-12-19', '2026-12-29', '2027-01-13', '2027-01-27', '2027-01-27', '2027-02-24'],
    ['2026-12-24', '2027-01-05', '2027-01-19', '2027-02-02', '2027-02-02', '2027-03-02'],
    ['2026-12-26', '2027-01-05', '2027-01-19', '2027-02-02', '2027-02-02', '2027-03-02'],
    ['2027-03-18', '2027-03-25', '2027-04-12', '2027-04-26', '2027-04-26', '2027-05-25'],
    ['2027-03-19', '2027-03-30', '2027-04-13', '2027-04-27', '2027-04-27', '2027-05-26'],
    ['2027-03-25', '2027-04-05', '2027-04-19', '2027-05-04', '2027-05-04', '2027-06-02'],
    ['2027-03-27', '2027-04-05', '2027-04-19', '2027-05-04', '2027-05-04', '2027-06-02'],
  ])('received %s: acknowledge by %s, answer by %s', (received, ack, stage1, extended1, stage2, extended2) => {
    expect(dueOn('ack_1', received)).toBe(ack);
    expect(dueOn('resp_1', ack)).toBe(stage1);
    expect(dueOn('ext_1', stage1)).toBe(extended1);
    expect(dueOn('ack_2', received)).toBe(ack);
    expect(dueOn('resp_2', ack)).toBe(stage2);
    expect(dueOn('ext_2', stage2)).toBe(extended2);
  });

  test('an early acknowledgement starts the response clock early (CLK-4)', () => {
    const at = { received: noon('2026-12-18'), ack_1_sent: noon('2026-12-21') };
    expect(clocks({ at, outcome: 'complaint', confirmed: true }).resp_1?.due_on).toBe('2027-01-07');
  });

  test('a late acknowledgement is missed, and the backstop shows what it hides (CLK-4, CLK-5)', () => {
    const at = { received: noon('2026-12-11'), ack_1_sent: noon('2026-12-22') };
    const { ack_1, resp_1, backstop_1 } = clocks({ at, outcome: 'complaint', confirmed: true });
    expect(ack_1).toMatchObject({
      due_on: '2026-12-18',
      met_at: '2026-12-22T12:00:00.000Z',
      missed_at: '2026-12-19T00:00:00.000Z',
    });
    expect(resp_1?.due_on).toBe('2027-01-08');
    expect(backstop_1).toMatchObject({ kind: 'backstop', due_on: '2027-01-06', met_at: null });
  });

  test('contact within 3 working days of 23 December is by the 30th (WEB-S1)', () => {
    const { contact_1 } = clocks({ at: { received: noon('2026-12-23') }, outcome: 'complaint' });
    expect(contact_1).toMatchObject({ kind: 'aim', due_on: '2026-12-30' });
  });

  test('the "3 days" of stage 2 are working days: 24 December gives the 31st (WEB-S2)', () => {
    expect(dueOn('contact_2', '2026-12-24')).toBe('2026-12-31');
  });

  test('receipt late on a summer evening counts by the London day (CLK-2, CLK-3)', () => {
    const received = new Date('2026-07-06T23:30:00Z');
    expect(clocks({ at: { received }, outcome: 'complaint' }).ack_1?.due_on).toBe('2026-07-14');
  });
});

describe('which clocks run', () => {
  const received = noon('2026-11-24');

  test.each(['service_request', 'complaint', 'exclusion', 'other', null] as const)(
    'an unconfirmed proposal of %s already has its acknowledgement clock from receipt (CLK-3)',
    (outcome) => {
      expect(clocks({ at: { received }, outcome }).ack_1?.due_on).toBe('2026-12-01');
    },
  );

  test('a confirmed request has no complaint clock; a confirmed exclusion keeps it until the refusal is sent (CODE-2.1)', () => {
    expect(clocks({ at: { received }, outcome: 'service_request', confirmed: true })).toEqual({});
    expect(clocks({ at: { received, settled: noon('2026-11-25') }, outcome: 'service_request', confirmed: true })).toEqual({});
    expect(Object.keys(clocks({ at: { received }, outcome: 'exclusion', confirmed: true }))).toEqual(['ack_1']);
    const refused = clocks({ at: { received, refusal_sent: noon('2026-11-26') }, outcome: 'exclusion', confirmed: true });
    expect(refused.ack_1).toMatchObject({ met_at: '2026-11-26T12:00:00.000Z', missed_at: null });
  });

  test('a review counts from its request, by the stage 2 clocks (CODE-6.11)', () => {
    const at = { received: noon('2026-09-01'), ack_1_sent: noon('2026-09-03'), resp_1_sent: noon('2026-09-17') };
    const review = clocks({
      at: { ...at, review_requested: received, ack_2_sent: noon('2026-11-30') },
      outcome: 'review',
      confirmed: true,
    });
    expect(review.ack_2).toMatchObject({ started_at: '2026-11-24T12:00:00.000Z', due_on: '2026-12-01' });
    expect(review.resp_2?.due_on).toBe('2026-12-30');
    expect(review.backstop_2?.due_on).toBe('2026-12-31');
    expect(review.ack_1?.met_at).toBe('2026-09-03T12:00:00.000Z');
  });

  test('a review without any stage 1 letter on file counts from receipt (CODE-6.11)', () => {
    expect(clocks({ at: { received }, outcome: 'review' }).ack_2?.due_on).toBe('2026-12-01');
  });

  test('a review of an answered complaint without the day of its request has no made-up clock', () => {
    const at = { received: noon('2026-09-01'), ack_1_sent: noon('2026-09-03'), resp_1_sent: noon('2026-09-17') };
    expect(clocks({ at, outcome: 'review' }).ack_2).toBeUndefined();
  });

  test('what met a clock first counts: a refusal withdrawn by a later acknowledgement was in time', () => {
    const at = { received, refusal_sent: noon('2026-11-26'), ack_1_sent: noon('2026-12-10') };
    expect(clocks({ at, outcome: 'complaint', confirmed: true }).ack_1).toMatchObject({
      met_at: '2026-11-26T12:00:00.000Z',
      missed_at: null,
    });
  });

  test('the final response opens twelve months for the Ombudsman (HOS-REF)', () => {
    const at = { received, review_requested: received, ack_2_sent: received, resp_2_sent: noon('2026-12-10') };
    expect(clocks({ at, outcome: 'review', confirmed: true }).ombudsman_window).toMatchObject({
      kind: 'window',
      due_on: '2027-12-10',
    });
  });
});

describe('extensions (CLK-6)', () => {
  const at = { received: noon('2026-12-11'), ack_1_sent: noon('2026-12-18') };

  test('a letter in time moves the due day, its backstop, and shows the cap from the original day', () => {
    const facts = { at: { ...at, ext_1_sent: noon('2027-01-06') }, ext_1_to_on: '2027-01-13', outcome: 'complaint' } as const;
    const { resp_1, backstop_1, ext_1 } = clocks(facts);
    expect(resp_1).toMatchObject({ due_on: '2027-01-13', original_due_on: '2027-01-06' });
    expect(backstop_1).toMatchObject({ due_on: '2027-01-13', original_due_on: '2027-01-06' });
    expect(ext_1).toMatchObject({ started_at: '2027-01-06', due_on: '2027-01-20' });
    expect(resp_1?.working.at(-1)).toEqual({ on: '2027-01-13', number: 5, why: 'extension: working day' });
  });

  test('a letter after the due day is no extension: the day stands and is missed (CODE-6.4)', () => {
    const late = { at: { ...at, ext_1_sent: noon('2027-01-07') }, ext_1_to_on: '2027-01-13', outcome: 'complaint' } as const;
    const { resp_1, ext_1 } = clocks(late);
    expect(resp_1).toMatchObject({ due_on: '2027-01-06', original_due_on: null });
    expect(ext_1).toBeUndefined();
  });

  test('a letter that names a Saturday is due on that Saturday; the backstop stays on a working day', () => {
    const facts = { at: { ...at, ext_1_sent: noon('2027-01-06') }, ext_1_to_on: '2027-01-16', outcome: 'complaint' } as const;
    const { resp_1, backstop_1 } = clocks(facts);
    expect([resp_1?.due_on, backstop_1?.due_on]).toEqual(['2027-01-16', '2027-01-15']);
    expect(resp_1?.working.at(-1)).toEqual({ on: '2027-01-16', number: null, why: 'the day that the letter names' });
  });

  test('a new day that is no later changes nothing', () => {
    const same = { at: { ...at, ext_1_sent: noon('2027-01-05') }, ext_1_to_on: '2027-01-06', outcome: 'complaint' } as const;
    expect(clocks(same).resp_1?.original_due_on).toBeNull();
  });

  test('stage 2 extends by its own letter (CODE-6.15)', () => {
    const stage2 = { received: noon('2026-11-02'), review_requested: noon('2026-12-11'), ack_2_sent: noon('2026-12-18') };
    const facts = { at: { ...stage2, ext_2_sent: noon('2027-01-19') }, ext_2_to_on: '2027-02-17', outcome: 'review' } as const;
    expect(clocks(facts).resp_2).toMatchObject({ due_on: '2027-02-17', original_due_on: '2027-01-20' });
    expect(clocks(facts).ext_2?.due_on).toBe('2027-02-17');
  });
});

describe('escalation window (POL-2.8)', () => {
  const at = { received: noon('2026-11-02'), ack_1_sent: noon('2026-11-04'), resp_1_sent: noon('2026-11-18') };

  test('actions completed on 31 January 2027 keep it open to 28 February', () => {
    const done = { ...at, last_action_completed: noon('2027-01-31') };
    expect(clocks({ at: done, outcome: 'complaint' }).escalation).toMatchObject({ kind: 'window', due_on: '2027-02-28' });
  });

  test('it has no end while an action is open', () => {
    expect(clocks({ at, outcome: 'complaint', actions_open: true }).escalation).toMatchObject({ due_on: null, working: [] });
  });

  test('without actions, or with actions done before the letter, it is a month from the response', () => {
    expect(clocks({ at, outcome: 'complaint' }).escalation?.due_on).toBe('2026-12-18');
    const before = { ...at, last_action_completed: noon('2026-11-05') };
    expect(clocks({ at: before, outcome: 'complaint' }).escalation?.due_on).toBe('2026-12-18');
  });
});

describe('hazards (AWAAB)', () => {
  test.each([
    ['2026-12-18', '2027-01-06', '2027-01-11', '2027-01-13', '2027-03-31'],
    ['2027-03-25', '2027-04-12', '2027-04-15', '2027-04-19', '2027-07-05'],
  ])('aware %s: investigate by %s, then summary %s, safe %s, on site %s', (aware, investigate, summary, safe, on_site) => {
    const found = clocks({
      at: { received: noon(aware), hazard_concluded: noon(investigate) },
      outcome: 'service_request',
      confirmed: true,
      hazard_category: 'damp_mould',
    });
    const due = Object.fromEntries(Object.values(found).map((clock) => [clock.id, clock.due_on]));
    expect(due).toEqual({
      hazard_investigate: investigate,
      hazard_summary: summary,
      hazard_safe: safe,
      hazard_prevent: safe,
      hazard_prevent_on_site: on_site,
    });
  });

  test('an emergency on Saturday 27 March 2027 at 14:00 runs 24 elapsed hours, to 15:00 BST (AWAAB-24H, CLK-8)', () => {
    const received = new Date('2027-03-27T14:00:00Z');
    const { hazard_emergency } = clocks({ at: { received }, outcome: 'service_request', flags: ['emergency_hazard'] });
    expect(hazard_emergency).toMatchObject({ due_on: null, due_at: '2027-03-28T14:00:00.000Z' });
    expect(new Date('2027-03-28T15:00:00+01:00').toISOString()).toBe(hazard_emergency?.due_at);
  });

  test.each(['service_request', 'complaint', 'review', 'exclusion', 'other'] as const)(
    'a hazard starts its clock at receipt, also in an %s (AWAAB-AWARE)',
    (outcome) => {
      const found = clocks({ at: { received: noon('2026-12-18') }, outcome, confirmed: true, hazard_category: 'damp_mould' });
      expect(found.hazard_investigate?.due_on).toBe('2027-01-06');
    },
  );

  test('a phase 2 hazard already known on 30 November 2026 counts from that day', () => {
    const facts = { outcome: 'service_request', confirmed: true, hazard_category: 'electrical' } as const;
    const known = clocks({ at: { received: noon('2026-11-20') }, ...facts });
    expect(known.hazard_investigate).toMatchObject({ started_at: '2026-11-30', due_on: '2026-12-14' });
    const after = clocks({ at: { received: noon('2026-12-01') }, ...facts });
    expect(after.hazard_investigate).toMatchObject({ started_at: '2026-12-01T12:00:00.000Z', due_on: '2026-12-15' });
  });

  test('a phase 2 hazard put right before 30 November never had the clock; phase 3 has none yet', () => {
    const at = { received: noon('2026-11-20'), hazard_safe_work_done: noon('2026-11-25') };
    expect(clocks({ at, outcome: 'service_request', confirmed: true, hazard_category: 'fire' }).hazard_investigate).toBeUndefined();
    const gas = clocks({
      at: { received: noon('2026-12-01') },
      outcome: 'service_request',
      confirmed: true,
      hazard_category: 'gas_co',
    });
    expect(gas).toEqual({});
  });

  test('before 27 October 2025 there was no emergency clock', () => {
    const facts = { outcome: 'service_request', confirmed: true, flags: ['emergency_hazard'] } satisfies Partial<ClockFacts>;
    expect(clocks({ at: { received: noon('2025-10-26') }, ...facts })).toEqual({});
    expect(Object.keys(clocks({ at: { received: noon('2025-10-27') }, ...facts }))).toEqual(['hazard_emergency']);
  });
});

describe('personal data (GDPR)', () => {
  const facts = { outcome: 'other', topic: 'data_request', confirmed: true } as const;

  test('a data-protection complaint of 25 November 2026 is due on 29 December (GDPR-COMP)', () => {
    const { data_complaint } = clocks({ at: { received: noon('2026-11-25') }, ...facts, data_request_kind: 'data_complaint' });
    expect(data_complaint?.due_on).toBe('2026-12-29');
    expect(data_complaint?.working.slice(-2)).toEqual([
      { on: '2026-12-28', number: null, why: 'Boxing Day (substitute day)' },
      { on: '2026-12-29', number: null, why: 'moved to the next working day' },
    ]);
  });

  test('a subject access request has one calendar month, rolled on, and three at most (GDPR-SAR)', () => {
    const found = clocks({ at: { received: noon('2027-01-31') }, ...facts, data_request_kind: 'subject_access' });
    expect(Object.keys(found)).toEqual(['data_request', 'data_request_complex']);
    expect(found.data_request?.due_on).toBe('2027-03-01');
    expect(found.data_request_complex?.due_on).toBe('2027-04-30');
  });

  test('while nobody has said which it is, all of them run', () => {
    expect(Object.keys(clocks({ at: { received: noon('2026-11-25') }, ...facts }))).toEqual([
      'data_request',
      'data_request_complex',
      'data_complaint',
    ]);
  });

  test('a data part of a complaint has its own clock beside the Code', () => {
    const at = { received: noon('2026-11-25') };
    const found = clocks({ at, outcome: 'complaint', confirmed: true, data_request_kind: 'subject_access' });
    expect(found.ack_1?.due_on).toBe('2026-12-02');
    expect(found.data_request?.due_on).toBe('2026-12-29');
    expect(found.data_complaint).toBeUndefined();
  });

  test('a breach is reported within 72 elapsed hours (GDPR-BREACH)', () => {
    const at = { received: noon('2026-11-25'), breach_known: new Date('2027-03-26T09:00:00Z') };
    expect(clocks({ at, outcome: 'other', topic: 'enquiry', confirmed: true }).data_breach?.due_at).toBe(
      '2027-03-29T09:00:00.000Z',
    );
  });
});

describe('in time or late', () => {
  test('a due day lasts until midnight in London, an hour clock until its instant', () => {
    expect(isLate({ due_on: '2026-07-14', due_at: null }, new Date('2026-07-14T22:59:59.999Z'))).toBe(false);
    expect(isLate({ due_on: '2026-07-14', due_at: null }, new Date('2026-07-14T23:00:00Z'))).toBe(true);
    expect(isLate({ due_on: null, due_at: '2026-07-14T10:00:00Z' }, new Date('2026-07-14T10:00:00Z'))).toBe(false);
    expect(isLate({ due_on: null, due_at: '2026-07-14T10:00:00Z' }, new Date('2026-07-14T10:00:00.001Z'))).toBe(true);
  });

  test('what is unmet past its day is missed; the resident cannot be missed', () => {
    const at = { received: noon('2026-11-02'), ack_1_sent: noon('2026-11-04'), resp_1_sent: noon('2026-11-18') };
    const open = clocksFor({ at, outcome: 'complaint', confirmed: true }, pack);
    const later = missedBy(open, noon('2027-06-01'));
    expect(later.filter((clock) => clock.missed_at !== null).map(({ id }) => id)).toEqual(['contact_1']);
    expect(missedBy(open, noon('2026-11-05')).every((clock) => clock.missed_at === null)).toBe(true);
  });
});

describe('properties', () => {
  const moment = fc.date({ min: new Date('2024-04-01T00:00:00Z'), max: new Date('2090-01-01T00:00:00Z'), noInvalidDate: true });

  test('a later receipt is never due earlier, and every due day follows its start', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 5_000_000_000 }), (received, later) => {
        const facts = {
          outcome: 'complaint',
          flags: ['emergency_hazard'],
          hazard_category: 'damp_mould',
        } satisfies Partial<ClockFacts>;
        const first = clocks({ at: { received }, ...facts });
        const second = clocks({ at: { received: new Date(received.getTime() + later) }, ...facts });
        for (const [id, clock] of Object.entries(first)) {
          const end = (each: Clock | undefined) => each?.due_at ?? each?.due_on ?? '';
          expect(end(second[id]) >= end(clock)).toBe(true);
          expect(end(clock) > clock.started_at.slice(0, 10)).toBe(true);
          expect(clock.working.at(-1)?.on).toBe(clock.due_on ?? londonDay(new Date(clock.due_at ?? '')));
        }
      }),
      { numRuns: 60 },
    );
  });
});
