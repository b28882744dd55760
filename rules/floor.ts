/** Holds a policy pack against the Complaint Handling Code, below which no landlord may go, and names the clause that it breaks. */
import type { Period } from './clock.ts';
import type { ClockRule, Letter, PackFile } from './pack_schema.ts';

/** One clause of the floor and what the pack says against it. */
export interface Breach {
  clause: string;
  says: string;
}

/** What a floor demands, as data: the periods are the longest allowed, in working days, except where named otherwise. */
interface Floor {
  stages: number;
  complaint: string;
  longest: readonly { clock: string; starts: readonly string[]; working_days: number; clause: string; what: string }[];
  caps: readonly { clock: string; working_days: number; clause: string; what: string }[];
  time_limit_months: number;
  window_months: number;
  /** Letters that must carry the Ombudsman's details, apart from refusals. */
  ombudsman_in: readonly { letter: string; clause: string }[];
}

const FLOORS: Record<NonNullable<PackFile['floor']>, Floor> = {
  'code-2024': {
    stages: 2,
    // CODE-1.2, the statutory definition.
    complaint:
      'an expression of dissatisfaction, however made, about the standard of service, actions or lack of action by the landlord, its own staff, or those acting on its behalf, affecting a resident or group of residents.',
    longest: [
      { clock: 'ack_1', starts: ['received'], working_days: 5, clause: 'CODE-6.2', what: 'the stage 1 acknowledgement' },
      { clock: 'resp_1', starts: ['ack_1_sent', 'received'], working_days: 10, clause: 'CODE-6.3', what: 'the stage 1 response' },
      { clock: 'ack_2', starts: ['review_requested'], working_days: 5, clause: 'CODE-6.11', what: 'the stage 2 acknowledgement' },
      {
        clock: 'resp_2',
        starts: ['ack_2_sent', 'review_requested'],
        working_days: 20,
        clause: 'CODE-6.14',
        what: 'the stage 2 response',
      },
    ],
    caps: [
      { clock: 'ext_1', working_days: 10, clause: 'CODE-6.4', what: 'a stage 1 extension' },
      { clock: 'ext_2', working_days: 20, clause: 'CODE-6.15', what: 'a stage 2 extension' },
    ],
    time_limit_months: 12,
    window_months: 1,
    ombudsman_in: [
      { letter: 'ext_1', clause: 'CODE-6.5' },
      { letter: 'ext_2', clause: 'CODE-6.16' },
      { letter: 'resp_2', clause: 'CODE-6.19' },
      { letter: 'refusal_escalation', clause: 'CODE-2.4, CODE-5.11' },
    ],
  },
};

/**
 * Where a pack falls below the Code. A shorter period than the floor passes.
 * A pack without a floor, kept for historic cases, is held against code-2024 too: nothing then refuses it.
 * @source CODE-1.2, CODE-1.3, CODE-2.3, CODE-2.4, CODE-2.5, CODE-3.2, CODE-5.2, CODE-5.3, CODE-6.2 to CODE-6.19
 */
export function floorBreaches(pack: PackFile): Breach[] {
  const floor = FLOORS[pack.floor ?? 'code-2024'];
  return [
    ...stageBreaches(pack, floor),
    ...accessBreaches(pack, floor),
    ...floor.longest.flatMap((limit) => clockBreach(pack.clocks, limit)),
    ...floor.caps.flatMap((limit) => capBreach(pack.clocks, limit)),
    ...timeLimitBreaches(pack, floor),
    ...letterBreaches(pack, floor),
    ...pack.grounds
      .filter((ground) => ground.decided_by === 'automatic')
      .map((ground) => ({
        clause: 'CODE-2.5',
        says: `expected a person to decide each complaint on its merits, got the automatic ground ${ground.id}`,
      })),
  ];
}

/** What a pack may say but somebody should look at: no reason to refuse it. @source CODE-2.2, CODE-6.10, HOS-REF */
export function floorWarnings(pack: PackFile): Breach[] {
  const floor = FLOORS[pack.floor ?? 'code-2024'];
  const warnings = pack.grounds
    .filter((ground) => !ground.code_example)
    .map((ground) => ({
      clause: 'CODE-2.2',
      says: `the ground ${ground.id} is no example of the Code: allowed only if fair, case by case`,
    }));
  const { closes } = pack.escalation;
  if (closes && isUnderMonths(closes, floor.window_months)) {
    warnings.push({
      clause: 'CODE-6.10',
      says: `the escalation window of ${words(closes)} is shorter than ${floor.window_months} calendar month`,
    });
  }
  const { route } = pack.contacts.ombudsman;
  if (route !== 'any_time') {
    warnings.push({
      clause: 'CODE-3.7, HOS-REF',
      says: `the Ombudsman may be contacted at any time; the route ${route} has ended or was never so`,
    });
  }
  return warnings;
}

function stageBreaches(pack: PackFile, floor: Floor): Breach[] {
  const formal = pack.stages.filter((stage) => !stage.informal);
  const breaches: Breach[] = pack.stages
    .filter((stage) => stage.informal)
    .map((stage) => ({ clause: 'CODE-5.2', says: `expected no informal stage, got ${stage.id} (${stage.name})` }));
  if (formal.length !== floor.stages)
    breaches.push({ clause: 'CODE-5.3', says: `expected ${floor.stages} stages, got ${formal.length}` });
  const last = pack.stages.find((stage) => stage.id === floor.stages);
  if (last && last.conflict !== 'no_prior_involvement_and_not_stage_1') {
    breaches.push({
      clause: 'CODE-6.13',
      says: `expected stage 2 to rule out whoever held stage 1, got conflict: ${last.conflict}`,
    });
  }
  return breaches;
}

function accessBreaches(pack: PackFile, floor: Floor): Breach[] {
  const breaches: Breach[] = [];
  if (plain(pack.definitions.complaint, pack.landlord.name) !== plain(floor.complaint, pack.landlord.name)) {
    breaches.push({
      clause: 'CODE-1.2',
      says: "expected the statutory definition of a complaint, changed only by the landlord's name",
    });
  }
  if (pack.eligibility.writing_required)
    breaches.push({ clause: 'CODE-3.2', says: 'expected complaints in any way, got writing_required: true' });
  if (pack.eligibility.word_required) {
    breaches.push({ clause: 'CODE-1.3', says: 'expected that the word complaint is not needed, got word_required: true' });
  }
  if (pack.escalation.reasons_required) {
    breaches.push({ clause: 'CODE-6.12', says: 'expected no reasons to be asked for a review, got reasons_required: true' });
  }
  return breaches;
}

/** Words only, with the landlord's name read as "the landlord", so that commas and quotation marks change nothing. */
function plain(text: string, landlord: string): string {
  const words = (part: string) =>
    ` ${part
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter(Boolean)
      .join(' ')} `;
  return words(text).replaceAll(words(landlord), ' the landlord ').trim();
}

function clockBreach(clocks: readonly ClockRule[], limit: Floor['longest'][number]): Breach[] {
  const { clause, what, working_days } = limit;
  const found = clocks.find((clock) => clock.id === limit.clock);
  if (found?.kind !== 'duty')
    return [{ clause, says: `expected the clock ${limit.clock} as a duty for ${what}, got ${found?.kind ?? 'none'}` }];
  const breaches: Breach[] = [];
  if (!limit.starts.includes(found.starts)) {
    breaches.push({ clause, says: `expected ${what} to count from ${limit.starts.join(' or ')}, got ${found.starts}` });
  }
  if (!runsForAll(found))
    breaches.push({ clause, says: `expected ${what} to be due for every complaint, got a clock that leaves some out` });
  if (isOverWorkingDays(found, working_days) || found.rolls) {
    breaches.push({
      clause,
      says: `expected ${what} within ${working_days} working days, got ${words(found)}${found.rolls ? ', rolled on' : ''}`,
    });
  }
  return breaches;
}

/** False for a clock that a condition keeps from some complaints. */
function runsForAll({ applies, in_force_from }: Exclude<ClockRule, { kind: 'extension' }>): boolean {
  const { outcomes, until_confirmed: _, ...narrower } = applies;
  return in_force_from === null && (outcomes?.includes('complaint') ?? true) && Object.keys(narrower).length === 0;
}

function capBreach(clocks: readonly ClockRule[], limit: Floor['caps'][number]): Breach[] {
  const { clause, what, working_days } = limit;
  const found = clocks.find((clock) => clock.id === limit.clock);
  // No extension at all is stricter than the Code.
  if (!found) return [];
  if (found.kind !== 'extension')
    return [{ clause, says: `expected ${limit.clock} to be an extension, got the kind ${found.kind}` }];
  if (found.over_cap === 'uncapped' || found.max_total > working_days) {
    const came = found.over_cap === 'uncapped' ? 'no cap' : `${found.max_total}`;
    return [{ clause, says: `expected ${what} of at most ${working_days} working days in total, got ${came}` }];
  }
  return [];
}

function timeLimitBreaches(pack: PackFile, floor: Floor): Breach[] {
  const limit = pack.time_limit;
  if (limit === null) return [];
  const breaches: Breach[] = [];
  if (isUnderMonths(limit, floor.time_limit_months)) {
    breaches.push({
      clause: 'CODE-2.3',
      says: `expected a time limit of at least ${floor.time_limit_months} calendar months, got ${words(limit)}`,
    });
  }
  if (limit.from !== 'occurred_or_aware') {
    breaches.push({
      clause: 'CODE-2.3',
      says: 'expected the time limit to count also from when the resident became aware, got from: occurred',
    });
  }
  if (!limit.discretion)
    breaches.push({
      clause: 'CODE-2.3',
      says: 'expected discretion to accept a later complaint for good reasons, got discretion: false',
    });
  return breaches;
}

function letterBreaches(pack: PackFile, floor: Floor): Breach[] {
  const refusals = [...new Set(pack.grounds.flatMap((ground) => ground.refusal_letter ?? []))];
  // A policy without any extension needs no letter for one.
  const due = floor.ombudsman_in.filter(
    ({ letter }) => !floor.caps.some(({ clock }) => clock === letter) || pack.clocks.some(({ id }) => id === letter),
  );
  const needed = [...refusals.map((letter) => ({ letter, clause: 'CODE-2.4' })), ...due];
  return needed.flatMap(({ letter, clause }) => {
    const found: Letter | undefined = pack.letters[letter];
    if (found?.blocks.includes('ombudsman')) return [];
    return [
      {
        clause,
        says: `expected the ombudsman block in the letter ${letter}, got ${found ? found.blocks.join(', ') : 'no such letter'}`,
      },
    ];
  });
}

/** True unless the period is certainly no longer: so many calendar days are never longer than as many working days. */
function isOverWorkingDays(period: Period, working_days: number): boolean {
  if (period.unit === 'calendar_month') return true;
  return period.unit === 'hour' ? period.amount > working_days * 24 : period.amount > working_days;
}

/** True unless the period is certainly no shorter than so many calendar months. */
function isUnderMonths(period: Period, months: number): boolean {
  if (period.unit === 'calendar_month') return period.amount < months;
  const days = { hour: period.amount / 24, calendar_day: period.amount, working_day: period.amount * (7 / 5) }[period.unit];
  const longest = months === 12 ? 366 : months * 31;
  return days < longest;
}

function words(period: Period): string {
  return `${period.amount} ${period.unit.replace('_', ' ')}${period.amount === 1 ? '' : 's'}`;
}
