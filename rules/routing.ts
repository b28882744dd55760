/** Says who has a decided case in hand and who investigates it, by the pack's table, and who is ruled out and why. */
import type { Decision } from './decision.ts';
import type { LocalDate } from './days.ts';
import { AREA_ROLES, type Match, type PackFile, type Route } from './pack_schema.ts';

/** How a colleague is already part of the matter, with the reason why that rules them out. */
export const INVOLVEMENTS = {
  named: { because: 'is named in the message', source: 'C-1, CODE-5.8' },
  worked_on_it: { because: 'booked, inspected, authorised or closed the work', source: 'C-1, POL-2.6' },
  answered_before: { because: 'answered an earlier complaint on the matter', source: 'C-1, POL-2.6' },
  manages_named: { because: 'manages the colleague who is complained about', source: 'C-1' },
  declared: { because: 'declared a conflict of interest', source: 'C-4, CODE-5.8' },
  stage_1_handler: { because: 'held stage 1', source: 'C-2, CODE-6.13' },
  stage_1_approver: { because: 'approved the stage 1 response', source: 'C-2, CODE-6.13' },
  stage_1_coach: { because: 'advised on or drafted the stage 1 response', source: 'C-2, CODE-6.13' },
} as const;
export type InvolvementKind = keyof typeof INVOLVEMENTS;
export interface Involvement {
  staff_id: string;
  how: InvolvementKind;
}

/** What routing may know besides the decision. */
export interface RoutingContext {
  channel?: string;
  /** London day on which the route must be active; the table's dated rows are passed over without it. */
  on?: LocalDate;
  /** Who holds each role and is at work, by role key; without it only roles are named. */
  holders?: Readonly<Record<string, readonly string[]>>;
  involvements?: readonly Involvement[];
}

export interface RuledOut {
  staff_id: string;
  because: string;
  source: string;
}

export interface Routing {
  /** Id of the row that fitted, or `fallback`. */
  route: string;
  owner_role: string;
  deputy: string;
  fallback: string;
  /** The first holder of these roles who is not ruled out; null where no holders are known or none is free. */
  owner: string | null;
  /** Who investigates and answers, by the pack's stage; null where the outcome has no stage. */
  handler_role: string | null;
  handler: string | null;
  copies: string[];
  /** True where only the roles named here may see it. */
  restricted: boolean;
  destination: string;
  ruled_out: RuledOut[];
  because: string[];
  basis: 'stated' | 'assumed';
}

type RoutingPack = Pick<PackFile, 'routing' | 'areas' | 'stages'>;

/**
 * The first row of the table that fits. What fits none, or leads to a role that is not there, goes to the pack's fallback: never nowhere.
 * @source, C-1, C-2, C-5
 */
export function routeFor(decision: Decision, pack: RoutingPack, context: RoutingContext = {}): Routing {
  const { routing } = pack;
  const row = routing.routes.find((route) => isActive(route, context.on) && fits(route.match, decision, context.channel));
  const always = routing.always.filter((rule) => fits(rule.match, decision, context.channel));
  const resolve = (role: string) => resolveRole(role, decision, pack);
  const owner_role = resolve(row?.owner_role ?? routing.fallback_role);
  const deputy = resolve(row?.deputy ?? routing.fallback_role);
  const fallback = resolve(row?.fallback ?? routing.fallback_role);
  const stage = pack.stages.find(({ id }) => id === stageOf(decision));
  const handler_role = stage ? resolve(stage.handler_role) : null;
  const restricted = (row?.restricted ?? false) || always.some((rule) => rule.restricted);
  const ruled_out = ruledOut(stage?.conflict ?? 'none', context.involvements ?? []);
  const free = (roles: readonly string[]) => firstFree([...roles, routing.fallback_role], context.holders ?? {}, ruled_out);
  const copies = [...(row?.copies ?? []), ...always.flatMap((rule) => rule.copies)].map(resolve);
  return {
    route: row?.id ?? 'fallback',
    owner_role,
    deputy,
    fallback,
    owner: free([owner_role, deputy, fallback]),
    handler_role,
    handler: handler_role === null ? null : free([handler_role, resolve('area.deputy'), resolve('area.head')]),
    copies: [...new Set(copies)].filter((role) => role !== owner_role),
    restricted,
    destination:
      restricted && !row?.restricted ? routing.restricted_destination : (row?.destination ?? routing.fallback_destination),
    ruled_out,
    because: [row?.because ?? 'No row of the routing table fits.', ...always.map((rule) => rule.because)],
    basis: row?.basis ?? 'assumed',
  };
}

function stageOf(decision: Decision): number | null {
  if (decision.outcome === 'complaint') return 1;
  return decision.outcome === 'review' ? 2 : null;
}

function isActive(route: Route, on: LocalDate | undefined): boolean {
  if (on === undefined) return route.active_from === null && route.active_to === null;
  return (route.active_from === null || route.active_from <= on) && (route.active_to === null || on <= route.active_to);
}

/** Every part that the row gives must fit; a part that it leaves out fits everything. */
function fits(match: Match, decision: Decision, channel: string | undefined): boolean {
  const isIn = <T>(wanted: readonly T[] | undefined, came: T | null | undefined) =>
    wanted === undefined || (came !== null && came !== undefined && wanted.includes(came));
  return (
    isIn(match.outcomes, decision.outcome) &&
    isIn(match.exclusions, decision.outcome === 'exclusion' ? decision.exclusion : null) &&
    isIn(match.topics, decision.outcome === 'other' ? decision.topic : null) &&
    isIn(match.areas, decision.service_area) &&
    isIn(match.hazards, decision.hazard_category) &&
    isIn(match.channels, channel) &&
    (match.flags_any === undefined || match.flags_any.some((flag) => decision.flags.includes(flag))) &&
    (match.flags_all === undefined || match.flags_all.every((flag) => decision.flags.includes(flag)))
  );
}

function resolveRole(role: string, decision: Decision, pack: RoutingPack): string {
  const column = AREA_ROLES.find((each) => each === role)?.slice('area.'.length);
  if (column === undefined) return role;
  const area = decision.service_area === null ? undefined : pack.areas[decision.service_area];
  switch (column) {
    case 'request_owner':
      return area?.request_owner ?? pack.routing.fallback_role;
    case 'stage_1':
      return area?.stage_1 ?? pack.routing.fallback_role;
    case 'deputy':
      return area?.deputy ?? pack.routing.fallback_role;
    default:
      return area?.head ?? pack.routing.fallback_role;
  }
}

function ruledOut(conflict: PackFile['stages'][number]['conflict'], involvements: readonly Involvement[]): RuledOut[] {
  if (conflict === 'none') return [];
  const isStage1 = (how: InvolvementKind) => how.startsWith('stage_1_');
  return involvements
    .filter(({ how }) => conflict === 'no_prior_involvement_and_not_stage_1' || !isStage1(how))
    .map(({ staff_id, how }) => ({ staff_id, ...INVOLVEMENTS[how] }));
}

function firstFree(
  roles: readonly string[],
  holders: Readonly<Record<string, readonly string[]>>,
  ruled_out: readonly RuledOut[],
): string | null {
  const out = new Set(ruled_out.map(({ staff_id }) => staff_id));
  return roles.flatMap((role) => holders[role] ?? []).find((staff_id) => !out.has(staff_id)) ?? null;
}
