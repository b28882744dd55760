/** What the page of one case shows, worked out from its view: no HTML, no policy. */
import { clocksFor } from '../../rules/clocks.ts';
import { type Clock, deadlineOf, isLate, isOpen } from '../../rules/clock.ts';
import type { Decision } from '../../rules/decision.ts';
import type { PolicyPack } from '../../rules/pack.ts';
import { ACTIONS, type ActionName, findAction } from '../cases/actions/index.ts';
import { CORRECTABLE, standing, type Case, type CaseStatus } from '../cases/case.ts';
import { sentenceOf, words } from '../cases/sentences.ts';
import type { CaseView, MessageView } from '../cases/views.ts';
import { clockFactsOf } from '../cases/write.ts';
import { dayWords, type Due, dueWords, momentWords } from './dates.ts';
import { explain, type Explanation } from './reasons.ts';
import type { Colleague } from './session.ts';
import {
  AREA_WORDS,
  certainty,
  certaintySentence,
  CHANNEL_WORDS,
  decisionWords,
  EXCLUSION_WORDS,
  FLAG_WORDS,
  FLAGS_BY_SERIOUSNESS,
  HAZARD_WORDS,
  lowerFirst,
  THEME_WORDS,
} from './words.ts';

export const STATUS_WORDS: Record<CaseStatus, string> = {
  proposed: 'To be decided',
  requested: 'Service request',
  logged: 'Complaint logged',
  acknowledged: 'Acknowledged',
  responded: 'Responded',
  refused: 'Excluded',
  filed: 'Filed',
  merged: 'Merged',
  closed: 'Closed',
};

/** A decision taken apart into words, for tags and lists. */
export interface DecisionLook {
  outcome: Decision['outcome'];
  words: string;
  area: string | null;
  flags: { id: string; words: string; is_danger: boolean }[];
  themes: string[];
  hazard: string | null;
  also_service_request: boolean;
  partial_exclusions: string[];
  duplicate_of: string | null;
}

export function lookOf(decision: Decision): DecisionLook {
  return {
    outcome: decision.outcome,
    words: decisionWords(decision),
    area: decision.service_area === null ? null : AREA_WORDS[decision.service_area],
    flags: flagLooks(decision.flags),
    themes: decision.themes.map((theme) => THEME_WORDS[theme]),
    hazard: decision.hazard_category === null ? null : HAZARD_WORDS[decision.hazard_category],
    also_service_request: decision.also_service_request,
    partial_exclusions: decision.partial_exclusions.map((ground) => EXCLUSION_WORDS[ground]),
    duplicate_of: decision.duplicate_of,
  };
}

/** Flags in words, most serious first; unknown ones from an older pack are shown as they are. */
export function flagLooks(flags: readonly string[]): DecisionLook['flags'] {
  const known = FLAGS_BY_SERIOUSNESS.filter((flag) => flags.includes(flag));
  const unknown = flags.filter((flag) => !(known as string[]).includes(flag));
  return [
    ...known.map((id) => ({ id, words: FLAG_WORDS[id], is_danger: id === 'emergency_hazard' || id === 'safeguarding' })),
    ...unknown.map((id) => ({ id, words: words(id), is_danger: false })),
  ];
}

export interface ClockLook {
  id: string;
  label: string;
  kind: Clock['kind'];
  source: string;
  due: Due | null;
  /** `Met on …`, `Missed on …`, or null while it runs. */
  ended: string | null;
  is_open: boolean;
  started: string;
  original_due: string | null;
  working: { on: string; counted: string; why: string }[];
}

function clockLooks(c: Case, pack: PolicyPack, now: Date): ClockLook[] {
  // Stored without the day-by-day working, which the same facts give again.
  const counted = new Map(clocksFor(clockFactsOf(c), pack).map((clock) => [clock.id, clock.working]));
  return c.clocks.map((clock) => {
    const deadline = deadlineOf(clock);
    const is_open = isOpen(clock) && c.status !== 'closed' && c.status !== 'merged';
    return {
      id: clock.id,
      label: clock.label,
      kind: clock.kind,
      source: clock.source,
      due: deadline === null ? null : dueWords(clock.due_on, deadline, now),
      ended: endedWords(clock, now),
      is_open,
      started: clock.started_at.includes('T')
        ? momentWords(new Date(clock.started_at))
        : dayWords(new Date(`${clock.started_at}T12:00:00Z`)),
      original_due: clock.original_due_on === null ? null : dayWords(new Date(`${clock.original_due_on}T12:00:00Z`)),
      working: (counted.get(clock.id) ?? []).map((day) => ({
        on: dayWords(new Date(`${day.on}T12:00:00Z`)),
        counted: day.number === null ? 'not counted' : `day ${day.number}`,
        why: day.why,
      })),
    };
  });
}

function endedWords(clock: Clock, now: Date): string | null {
  if (clock.met_at !== null) {
    const met = new Date(clock.met_at);
    return `${isLate(clock, met) ? 'Done late' : 'Done'} on ${dayWords(met)}`;
  }
  return clock.missed_at !== null && clock.kind !== 'window' && isLate(clock, now) ? 'Missed' : null;
}

export interface MessageLook {
  message: MessageView;
  channel: string;
  sender: string;
  /** Address, number or handle, where the sender has a name beside it. */
  reach: string[];
  proposal: DecisionLook | null;
  /** The proposal inside a sentence: `complaint, stage 1`. */
  confirm_words: string;
  certainty: string | null;
  certainty_sentence: string | null;
  needs_review: boolean;
  review_because: string[];
  why: Explanation;
  /** All the words, where there are more than the new ones. */
  history: string | null;
  history_is_cut: boolean;
  can_confirm: boolean;
  can_correct: boolean;
  pack: string | null;
}

/** Longest quoted history on the page, in characters. */
const SHOWN_HISTORY = 40_000;

function messageLook(message: MessageView, c: Case, colleague: Colleague): MessageLook {
  const { proposal, sender } = message;
  const name = sender?.name ?? sender?.email ?? sender?.handle ?? sender?.phone ?? 'Unknown sender';
  const reach = [sender?.email, sender?.phone, sender?.handle, sender?.address].filter(
    (part) => part !== null && part !== undefined && part !== name,
  );
  const has_history = message.full_text.trim() !== '' && message.full_text.trim() !== message.text.trim();
  const is_decided_here = c.decided?.contact_id === message.id && CORRECTABLE.includes(c.status);
  return {
    message,
    channel: CHANNEL_WORDS[message.channel as keyof typeof CHANNEL_WORDS] ?? message.channel,
    sender: name,
    reach: reach.filter((part) => part !== undefined && part !== null),
    proposal: proposal === null ? null : lookOf(proposal.decision),
    confirm_words: proposal === null ? '' : lowerFirst(decisionWords(proposal.decision)),
    certainty: proposal === null ? null : certainty(proposal.confidence),
    certainty_sentence: proposal === null ? null : certaintySentence(proposal.confidence),
    needs_review: proposal?.needs_review ?? true,
    review_because: proposal?.review_because ?? [],
    why: explain(message.text, proposal),
    history: has_history ? message.full_text.slice(0, SHOWN_HISTORY) : null,
    history_is_cut: message.full_text.length > SHOWN_HISTORY,
    can_confirm: message.is_pending && proposal !== null && may(colleague, 'confirm', c.status),
    can_correct: (message.is_pending || is_decided_here) && may(colleague, 'correct', c.status),
    pack: proposal === null ? null : `${proposal.pack.pack}, version ${proposal.pack.version}`,
  };
}

/** Whether this colleague may do this to a case of this status; `perform` decides again when it is pressed. */
export function may(colleague: Colleague, name: ActionName, status: CaseStatus): boolean {
  const action = findAction(name);
  if (!action) return false;
  return action.statuses.includes(status) && colleague.roles.some((role) => (action.roles as readonly string[]).includes(role));
}

export interface HistoryLine {
  at: Date;
  actor: string;
  sentence: string;
  detail: string | null;
  is_note: boolean;
}

function historyLine(event: CaseView['events'][number]): HistoryLine {
  const { body } = event;
  const detail = body.type === 'noted' ? body.text : 'reason' in body ? body.reason : null;
  return { at: event.at, actor: event.actor_name, sentence: sentenceOf(body), detail, is_note: body.type === 'noted' };
}

export interface OtherCase {
  reference: string;
  status: string;
  received_at: Date;
  subject: string | null;
}

export interface IncidentLook {
  /** "Five other households reported the heating or hot water in Castle Court since Monday 23 November." */
  sentence: string;
  others: { reference: string; status: string; received_at: Date }[];
}

const SMALL_NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

function incidentLook(incident: CaseView['others']['incident']): IncidentLook | null {
  if (incident === null) return null;
  const { says, place, since, other_households: number } = incident;
  const households = `${SMALL_NUMBERS[number] ?? number} other ${number === 1 ? 'household' : 'households'}`;
  return {
    sentence: `${households} reported ${says} in ${place} since ${dayWords(since)}.`,
    others: incident.others.map((one) => ({ ...one, status: STATUS_WORDS[one.status] })),
  };
}

function otherCase({ reference, status, received_at, subject }: CaseView['others']['earlier'][number]): OtherCase {
  return { reference, status: STATUS_WORDS[status], received_at, subject };
}

export interface CasePage {
  case: Case;
  status: string;
  decision: DecisionLook | null;
  is_decided: boolean;
  decided_by: string | null;
  clocks: ClockLook[];
  next: ClockLook | null;
  waiting: MessageLook[];
  decided: MessageLook[];
  history: HistoryLine[];
  allowed: Record<ActionName, boolean>;
  earlier: OtherCase[];
  /** May be the same person: shown, never joined. */
  maybe: (OtherCase & { because: string })[];
  incident: IncidentLook | null;
}

export function casePage(view: CaseView, pack: PolicyPack, colleague: Colleague, now: Date): CasePage {
  const c = view.case;
  const decision = standing(c);
  const clocks = clockLooks(c, pack, now);
  const looks = view.messages.map((message) => messageLook(message, c, colleague));
  const open = clocks.filter((clock) => clock.is_open && clock.due !== null);
  const next_due_at = c.clocks.filter((clock) => open.some(({ id }) => id === clock.id)).toSorted(byDeadline)[0];
  const allowed = Object.fromEntries(
    (Object.keys(ACTIONS) as ActionName[]).map((name) => [name, may(colleague, name, c.status)]),
  ) as Record<ActionName, boolean>;
  return {
    case: c,
    status: STATUS_WORDS[c.status],
    decision: decision === null ? null : lookOf(decision),
    is_decided: c.decision !== null,
    decided_by:
      c.decided === null ? null : (view.events.find(({ actor }) => actor.id === c.decided?.by)?.actor_name ?? 'a former colleague'),
    clocks,
    next: clocks.find(({ id }) => id === next_due_at?.id) ?? null,
    waiting: looks.filter(({ message }) => message.is_pending),
    decided: looks.filter(({ message }) => !message.is_pending),
    history: view.events
      .filter(({ body }) => body.type !== 'clocks_set')
      .map(historyLine)
      .toReversed(),
    allowed,
    earlier: view.others.earlier.map(otherCase),
    maybe: view.others.maybe.map((one) => ({ ...otherCase(one), because: one.because })),
    incident: incidentLook(view.others.incident),
  };
}

function byDeadline(a: Clock, b: Clock): number {
  return (deadlineOf(a)?.getTime() ?? Infinity) - (deadlineOf(b)?.getTime() ?? Infinity);
}
