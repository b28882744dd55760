/** Every decided case lands with somebody, and nobody judges what they were part of. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXCLUSIONS, FLAGS, HAZARDS, SERVICE_AREAS, TOPICS, type Decision } from '../../rules/decision.ts';
import { parsePack } from '../../rules/pack.ts';
import { INVOLVEMENTS, routeFor } from '../../rules/routing.ts';
import { packFiles } from '../support/packs.ts';

const pack = parsePack(packFiles());
const plain = {
  service_area: 'repairs',
  flags: [],
  themes: [],
  hazard_category: null,
  duplicate_of: null,
  also_service_request: false,
  partial_exclusions: [],
} satisfies Omit<Decision & { outcome: 'complaint' }, 'outcome'>;
const kinds = [
  { outcome: 'service_request' as const },
  { outcome: 'complaint' as const },
  { outcome: 'review' as const },
  ...EXCLUSIONS.map((exclusion) => ({ outcome: 'exclusion' as const, exclusion })),
  ...TOPICS.map((topic) => ({ outcome: 'other' as const, topic })),
];
const decisions: Decision[] = kinds.flatMap((kind) =>
  [...SERVICE_AREAS, null].map((service_area) => ({ ...plain, ...kind, service_area })),
);

describe('the table', () => {
  test('every outcome, ground and topic in every area lands on a role of the pack by a row of the table (R-1)', () => {
    expect(decisions).toHaveLength(19 * 9);
    for (const decision of decisions) {
      const routing = routeFor(decision, pack);
      expect(routing.route).not.toBe('fallback');
      const roles = [
        routing.owner_role,
        routing.deputy,
        routing.fallback,
        ...routing.copies,
        ...(routing.handler_role ? [routing.handler_role] : []),
      ];
      for (const role of roles) expect(Object.keys(pack.roles)).toContain(role);
    }
  });

  test('with one person at work, the last fallback included, nothing lands nowhere (R-1)', () => {
    for (const decision of decisions) {
      expect(routeFor(decision, pack, { holders: { complaints_team: ['staff-1'] } }).owner).toBe('staff-1');
    }
  });

  test('a table without rows still sends everything to the complaints team (R-1)', () => {
    const bare = { ...pack, routing: { ...pack.routing, routes: [] } };
    for (const decision of decisions) {
      expect(routeFor(decision, bare)).toMatchObject({
        route: 'fallback',
        owner_role: 'complaints_team',
        destination: 'complaints',
      });
    }
  });

  test('a complaint is logged by the complaints team and answered by a manager of the area (POL-2.6)', () => {
    expect(routeFor({ ...plain, outcome: 'complaint' }, pack)).toMatchObject({
      owner_role: 'complaints_team',
      handler_role: 'area_manager_repairs',
      copies: ['repairs_complaints_manager'],
      restricted: false,
    });
  });

  test('a review goes to the Complaints Manager (WEB-S2)', () => {
    expect(routeFor({ ...plain, outcome: 'review' }, pack)).toMatchObject({
      owner_role: 'complaints_manager',
      handler_role: 'complaints_manager',
    });
  });

  test('a complaint about how complaints are handled is not logged by the complaints team (C-5)', () => {
    const routing = routeFor({ ...plain, outcome: 'complaint', service_area: 'governance', themes: ['complaint_handling'] }, pack);
    expect([routing.owner_role, routing.handler_role]).toEqual(['company_secretary', 'company_secretary']);
  });

  test.each([
    ['safeguarding', 'safeguarding_lead', true],
    ['staff_conduct', 'hr', true],
    ['emergency_hazard', 'hazard_duty', false],
    ['damp_mould', 'dmc_team', false],
    ['legal_threat', 'legal_lead', false],
    ['insurance_claim', 'insurance_lead', false],
    ['elected_member', 'elected_member_lead', false],
    ['media_threat', 'comms_social', false],
  ] as const)('%s copies %s, restricted: %s', (flag, role, restricted) => {
    const routing = routeFor({ ...plain, outcome: 'complaint', flags: [flag] }, pack);
    expect(routing.copies).toContain(role);
    expect(routing).toMatchObject({ restricted, destination: restricted ? 'complaints_restricted' : 'complaints' });
  });

  test('an allegation of a crime and personal data are out of general sight (S-2)', () => {
    const crime = routeFor({ ...plain, outcome: 'exclusion', exclusion: 'criminal_allegation' }, pack);
    expect(crime).toMatchObject({ restricted: true, destination: 'complaints_restricted', copies: ['hr'] });
    const data = routeFor({ ...plain, outcome: 'other', topic: 'data_request' }, pack);
    expect(data).toMatchObject({ owner_role: 'dpo', restricted: true, destination: 'data_protection' });
  });

  test('a row counts only between its days', () => {
    const summer = { ...pack.routing.routes[0], id: 'summer', match: {}, active_from: '2027-06-01', active_to: '2027-08-31' };
    const dated = { ...pack, routing: { ...pack.routing, routes: [summer, ...pack.routing.routes] } } as typeof pack;
    const on = (day?: string) => routeFor({ ...plain, outcome: 'complaint' }, dated, day === undefined ? {} : { on: day }).route;
    expect([on('2027-05-31'), on('2027-06-01'), on('2027-08-31'), on('2027-09-01'), on()]).toEqual([
      'complaint',
      'summer',
      'summer',
      'complaint',
      'complaint',
    ]);
  });
});

describe('conflict of interest', () => {
  const holders = {
    area_manager_repairs: ['anna'],
    deputy_repairs: ['ben'],
    complaints_team: ['cleo'],
    complaints_manager: ['dora'],
    complaints_lead: ['eli'],
    accountable_lead: ['fay'],
  };

  test('whoever closed the job does not investigate it: the deputy does, and the card says why (C-1)', () => {
    const routing = routeFor({ ...plain, outcome: 'complaint' }, pack, {
      holders,
      involvements: [{ staff_id: 'anna', how: 'worked_on_it' }],
    });
    expect(routing.handler).toBe('ben');
    expect(routing.ruled_out).toEqual([
      { staff_id: 'anna', because: 'booked, inspected, authorised or closed the work', source: 'C-1, POL-2.6' },
    ]);
  });

  test('a Complaints Manager who coached stage 1 does not review it (C-2, CODE-6.13)', () => {
    const involvements = [{ staff_id: 'dora', how: 'stage_1_coach' }] as const;
    const routing = routeFor({ ...plain, outcome: 'review' }, pack, { holders, involvements });
    expect(routing.owner).toBe('eli');
    expect(routing.handler).not.toBe('dora');
  });

  test('holding stage 1 rules nobody out of stage 1 itself', () => {
    const routing = routeFor({ ...plain, outcome: 'complaint' }, pack, {
      holders,
      involvements: [{ staff_id: 'anna', how: 'stage_1_handler' }],
    });
    expect(routing).toMatchObject({ handler: 'anna', ruled_out: [] });
  });

  test('a request has no investigation: nobody is ruled out', () => {
    const involvements = [{ staff_id: 'anna', how: 'named' }] as const;
    expect(routeFor({ ...plain, outcome: 'service_request' }, pack, { holders, involvements }).ruled_out).toEqual([]);
  });

  test('where everybody is ruled out the role is named and no person is', () => {
    const involvements = Object.values(holders).map(([staff_id = '']) => ({ staff_id, how: 'named' as const }));
    const routing = routeFor({ ...plain, outcome: 'complaint' }, pack, { holders, involvements });
    expect(routing).toMatchObject({ owner: null, handler: null, owner_role: 'complaints_team' });
    expect(routing.ruled_out).toHaveLength(6);
  });

  test('whatever the decision and the involvements, no one ruled out owns or handles', () => {
    const staff = fc.constantFrom(...Object.values(holders).flat());
    const how = fc.constantFrom(...(Object.keys(INVOLVEMENTS) as (keyof typeof INVOLVEMENTS)[]));
    const given = fc.record({
      decision: fc.constantFrom(...decisions),
      flags: fc.subarray([...FLAGS]),
      hazard_category: fc.option(fc.constantFrom(...HAZARDS)),
      involvements: fc.array(fc.record({ staff_id: staff, how }), { maxLength: 8 }),
    });
    fc.assert(
      fc.property(given, ({ decision, flags, hazard_category, involvements }) => {
        const routing = routeFor({ ...decision, flags, hazard_category }, pack, { holders, involvements });
        const out = routing.ruled_out.map(({ staff_id }) => staff_id);
        expect(out).not.toContain(routing.owner);
        expect(out).not.toContain(routing.handler);
        expect(routing.copies).not.toContain(routing.owner_role);
      }),
    );
  });
});
