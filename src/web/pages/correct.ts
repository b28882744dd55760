/** The form on which a colleague decides otherwise than was proposed: every part of the decision, and why. */
import { randomUUID } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import {
  type Decision,
  decisionSchema,
  EXCLUSIONS,
  exclusionSchema,
  HAZARDS,
  OUTCOMES,
  SERVICE_AREAS,
  THEMES,
  TOPICS,
} from '../../../rules/decision.ts';
import { type House, perform } from '../../cases/perform.ts';
import type { MessageView } from '../../cases/views.ts';
import { Objection } from '../../errors.ts';
import { may } from '../case_page.ts';
import { earlierWords } from '../error_pages.ts';
import { field, fields, oneOf, param } from '../form.ts';
import { colleagueOf } from '../session.ts';
import type { Problem, Show } from '../show.ts';
import {
  AREA_WORDS,
  decisionWords,
  EXCLUSION_WORDS,
  FLAG_WORDS,
  FLAGS_BY_SERIOUSNESS,
  HAZARD_WORDS,
  OUTCOME_HINTS,
  OUTCOME_WORDS,
  THEME_WORDS,
  TOPIC_WORDS,
} from '../words.ts';
import { getCase, whoPresses } from './case.ts';

/** What stands in the form, whether it makes a decision or not. */
interface Draft {
  outcome: string;
  exclusion: string;
  topic: string;
  service_area: string;
  flags: readonly string[];
  themes: readonly string[];
  hazard_category: string;
  also_service_request: boolean;
  partial_exclusions: readonly string[];
  duplicate_of: string;
  reason: string;
}

type Errors = Partial<Record<keyof Draft, { text: string }>>;

/** Words of the message beside the form, in characters; the page of the case has them all. */
const SHOWN_TEXT = 20_000;

export function correctPages(house: House, show: Show): Router {
  const router = Router();

  router.get('/cases/:reference/correct', async (request, response) => {
    const view = await getCase(house, param(request, 'reference'));
    const message = view.messages.find(({ id }) => id === field(request.query, 'message'));
    if (!message) throw new Objection('not_found', 'That message does not belong to this case.');
    if (!may(colleagueOf(request), 'correct', view.case.status)) throw new Objection('not_allowed');
    const before = message.is_pending ? (message.proposal?.decision ?? null) : view.case.decision;
    showForm(request, response, {
      reference: view.case.reference,
      version: view.case.version,
      message,
      before,
      draft: draftOf(before),
      errors: {},
      problem: null,
    });
  });

  router.post('/cases/:reference/correct', async (request, response) => {
    const view = await getCase(house, param(request, 'reference'));
    const contact_id = field(request.body, 'contact_id');
    const message = view.messages.find(({ id }) => id === contact_id);
    if (!message) throw new Objection('not_found', 'That message does not belong to this case.');
    const draft = readDraft(request.body);
    const before = message.is_pending ? (message.proposal?.decision ?? null) : view.case.decision;
    const form = { reference: view.case.reference, version: view.case.version, message, before, draft };
    const read = decide(draft);
    if (!read.ok) {
      showForm(request, response.status(400), { ...form, errors: read.errors, problem: summaryOf(read.errors) });
      return;
    }
    try {
      const input = { contact_id, decision: read.decision, reason: draft.reason };
      await perform(house, { case_id: view.case.id, action: 'correct', input, ...whoPresses(request) });
    } catch (error) {
      if (!(error instanceof Objection)) throw error;
      const errors: Errors = error.code === 'reason_required' ? { reason: { text: error.message } } : {};
      const problem = error.code === 'reason_required' ? summaryOf(errors) : objectionProblem(error, house.now());
      showForm(request, response.status(error.status), { ...form, errors, problem });
      return;
    }
    response.redirect(303, `/cases/${encodeURIComponent(view.case.reference)}?done=correct`);
  });

  interface Form {
    reference: string;
    version: number;
    message: MessageView;
    before: Decision | null;
    draft: Draft;
    errors: Errors;
    problem: Problem | null;
  }

  function showForm(request: Request, response: Response, form: Form): void {
    const { draft, message, before } = form;
    show(request, response, 'correct', {
      ...form,
      title: before === null ? 'Decide what this is' : 'Change the decision',
      here: null,
      key: randomUUID(),
      contact_id: message.id,
      before_words: before === null ? null : `${message.is_pending ? 'Proposed' : 'Decided'}: ${decisionWords(before)}.`,
      text: message.text.slice(0, SHOWN_TEXT),
      items: itemsOf(draft),
      also_service_request: draft.also_service_request,
      duplicate_of: draft.duplicate_of,
      reason: draft.reason,
      theme_count: draft.themes.length,
      more_open: draft.partial_exclusions.length > 0 || draft.duplicate_of !== '',
    });
  }
  return router;
}

function draftOf(decision: Decision | null): Draft {
  return {
    outcome: decision?.outcome ?? '',
    exclusion: decision?.outcome === 'exclusion' ? decision.exclusion : '',
    topic: decision?.outcome === 'other' ? decision.topic : '',
    service_area: decision?.service_area ?? '',
    flags: decision?.flags ?? [],
    themes: decision?.themes ?? [],
    hazard_category: decision?.hazard_category ?? '',
    also_service_request: decision?.also_service_request ?? false,
    partial_exclusions: decision?.partial_exclusions ?? [],
    duplicate_of: decision?.duplicate_of ?? '',
    reason: '',
  };
}

function readDraft(body: unknown): Draft {
  return {
    outcome: field(body, 'outcome'),
    exclusion: field(body, 'exclusion'),
    topic: field(body, 'topic'),
    service_area: field(body, 'service_area'),
    flags: fields(body, 'flags'),
    themes: fields(body, 'themes'),
    hazard_category: field(body, 'hazard_category'),
    also_service_request: field(body, 'also_service_request') === 'yes',
    partial_exclusions: fields(body, 'partial_exclusions'),
    duplicate_of: field(body, 'duplicate_of').trim().toUpperCase().slice(0, 60),
    reason: field(body, 'reason'),
  };
}

function decide(draft: Draft): { ok: true; decision: Decision } | { ok: false; errors: Errors } {
  const errors: Errors = {};
  const outcome = oneOf(OUTCOMES, draft.outcome);
  if (outcome === null) errors.outcome = { text: 'Choose what it is' };
  if (outcome === 'exclusion' && oneOf(EXCLUSIONS, draft.exclusion) === null)
    errors.exclusion = { text: 'Choose the ground of the exclusion' };
  if (outcome === 'other' && oneOf(TOPICS, draft.topic) === null) errors.topic = { text: 'Choose what kind it is' };
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const decision = decisionSchema.parse({
    outcome,
    ...(outcome === 'exclusion' ? { exclusion: draft.exclusion } : {}),
    ...(outcome === 'other' ? { topic: draft.topic } : {}),
    service_area: oneOf(SERVICE_AREAS, draft.service_area),
    flags: FLAGS_BY_SERIOUSNESS.filter((flag) => draft.flags.includes(flag)),
    themes: THEMES.filter((theme) => draft.themes.includes(theme)),
    hazard_category: oneOf(HAZARDS, draft.hazard_category),
    duplicate_of: draft.duplicate_of === '' ? null : draft.duplicate_of,
    also_service_request: draft.also_service_request,
    partial_exclusions: exclusionSchema.options.filter((ground) => draft.partial_exclusions.includes(ground)),
  });
  return { ok: true, decision };
}

function summaryOf(errors: Errors): Problem {
  return { list: Object.entries(errors).map(([name, { text }]) => ({ text, href: `#${name}` })) };
}

function objectionProblem(error: Objection, now: Date): Problem {
  const says = error.earlier === null ? error.message : `${error.message} ${earlierWords(error.earlier, now)}`;
  return error.status === 400
    ? { list: [{ text: says }] }
    : {
        title: error.status === 409 ? 'Somebody else was first' : 'You cannot do this',
        says: `${says} What you chose and wrote is still in the form.`,
      };
}

function itemsOf(draft: Draft) {
  const tick = <W extends string>(list: readonly W[], words: Record<W, string>, chosen: readonly string[]) =>
    list.map((value) => ({ value, text: words[value], checked: chosen.includes(value) }));
  const pick = <W extends string>(list: readonly W[], words: Record<W, string>, chosen: string, none: string) => [
    { value: '', text: none, selected: chosen === '' },
    ...list.map((value) => ({ value, text: words[value], selected: value === chosen })),
  ];
  return {
    outcome: OUTCOMES.map((value) => ({
      value,
      text: OUTCOME_WORDS[value],
      hint: OUTCOME_HINTS[value],
      checked: value === draft.outcome,
    })),
    exclusion: tick(EXCLUSIONS, EXCLUSION_WORDS, [draft.exclusion]),
    topic: tick(TOPICS, TOPIC_WORDS, [draft.topic]),
    service_area: pick(SERVICE_AREAS, AREA_WORDS, draft.service_area, 'Not known'),
    flags: tick(FLAGS_BY_SERIOUSNESS, FLAG_WORDS, draft.flags),
    themes: tick(THEMES, THEME_WORDS, draft.themes),
    hazard_category: pick(HAZARDS, HAZARD_WORDS, draft.hazard_category, 'None'),
    partial_exclusions: tick(EXCLUSIONS, EXCLUSION_WORDS, draft.partial_exclusions),
  };
}
