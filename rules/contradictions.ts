/** Finds where the sections of a policy pack do not agree with one another, which no section alone can show. */
import { AREA_ROLES, type PackFile } from './pack_schema.ts';

interface Contradiction {
  path: PropertyKey[];
  says: string;
}

/** What each part alone cannot show: names that lead nowhere, ids used twice, days in the wrong order. */
export function contradictions(pack: PackFile, file_names: readonly string[]): Contradiction[] {
  const found: Contradiction[] = [];
  const expect = (fine: boolean, path: PropertyKey[], says: string) => {
    if (!fine) found.push({ path, says: `${path.map(String).join('.')}: ${says}` });
  };
  const unique = (ids: readonly (string | number)[], path: string) => {
    for (const [at, id] of ids.entries())
      expect(ids.indexOf(id) === at, [path, at, 'id'], `expected unique ids, got ${JSON.stringify(id)} again`);
  };
  unique(
    pack.clocks.map(({ id }) => id),
    'clocks',
  );
  unique(
    pack.stages.map(({ id }) => id),
    'stages',
  );
  unique(
    pack.grounds.map(({ id }) => id),
    'grounds',
  );
  const clockIds = new Set([...pack.clocks.map(({ id }) => id), 'escalation']);
  for (const [at, clock] of pack.clocks.entries()) {
    const other = clock.kind === 'extension' ? clock.starts.replace(/_due$/, '') : clock.extended_by;
    expect(other === null || clockIds.has(other), ['clocks', at], `expected a clock of this pack, got ${JSON.stringify(other)}`);
  }
  for (const [at, late] of pack.lateness.entries()) {
    for (const id of late.clocks)
      expect(clockIds.has(id), ['lateness', at, 'clocks'], `expected a clock of this pack, got ${JSON.stringify(id)}`);
  }
  for (const [at, ground] of pack.grounds.entries()) {
    const letter = ground.refusal_letter;
    const known = letter === null || Object.hasOwn(pack.letters, letter);
    expect(known, ['grounds', at, 'refusal_letter'], `expected a letter of this pack, got ${JSON.stringify(letter)}`);
  }
  for (const [kind, letter] of Object.entries(pack.letters)) {
    const known = letter.template === null || file_names.includes(letter.template);
    expect(known, ['letters', kind, 'template'], `expected a file of this pack, got ${JSON.stringify(letter.template)}`);
  }
  const { effective_from, effective_to } = pack;
  const in_order = effective_to === null || effective_to >= effective_from;
  expect(in_order, ['effective_to'], `expected a day from ${effective_from} on, got ${JSON.stringify(effective_to)}`);
  const roles = new Set<string>([...Object.keys(pack.roles), ...AREA_ROLES]);
  for (const { path, role } of namedRoles(pack))
    expect(roles.has(role), path, `expected a role of this pack, got ${JSON.stringify(role)}`);
  return found;
}

function namedRoles(pack: PackFile): { path: PropertyKey[]; role: string }[] {
  const named: { path: PropertyKey[]; role: string }[] = [];
  const add = (path: PropertyKey[], ...roles: string[]) => named.push(...roles.map((role) => ({ path, role })));
  for (const [at, stage] of pack.stages.entries()) add(['stages', at], stage.handler_role, stage.approver_role);
  for (const [area, row] of Object.entries(pack.areas))
    add(['areas', area], row.request_owner, row.stage_1, row.deputy, row.head, ...row.copies);
  for (const [at, row] of pack.routing.routes.entries())
    add(['routing', 'routes', at], row.owner_role, row.deputy, row.fallback, ...row.copies);
  for (const [at, row] of pack.routing.always.entries()) add(['routing', 'always', at], ...row.copies);
  for (const [at, row] of pack.lateness.entries()) add(['lateness', at], ...row.roles);
  add(['routing', 'fallback_role'], pack.routing.fallback_role);
  add(['hazards', 'alarm'], ...pack.hazards.alarm.roles);
  add(['unconfirmed'], ...pack.unconfirmed.roles);
  add(['elected_members'], pack.elected_members.lead_role);
  add(['doubt_decider_role'], pack.doubt_decider_role);
  return named;
}
