/** The page of one case, and what a colleague does on it: each form is one press of one action. */
import { randomUUID } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import type { ActionName } from '../../cases/actions/index.ts';
import { ROLES, type Role } from '../../cases/actions/index.ts';
import { type House, perform } from '../../cases/perform.ts';
import { words } from '../../cases/sentences.ts';
import { takeUp } from '../../cases/take_up.ts';
import { caseView, type CaseView, colleagues } from '../../cases/views.ts';
import type { LetterStatus } from '../../db/schema.ts';
import { Objection } from '../../errors.ts';
import { type CasePage, casePage } from '../case_page.ts';
import { momentWords } from '../dates.ts';
import { earlierWords } from '../error_pages.ts';
import { field, isId, param } from '../form.ts';
import { Refused } from '../refused.ts';
import { colleagueOf, noteLooking, visitOf, whoIsLooking } from '../session.ts';
import type { Problem, Show } from '../show.ts';
import { listWords } from '../words.ts';

/** Actions with a form on the page of the case, and the field whose words must survive an objection. */
const FORMS = {
  confirm: 'reason',
  note: 'text',
  assign: 'staff_id',
  merge: 'reason',
  close: 'reason',
  reopen: 'reason',
} as const satisfies Partial<Record<ActionName, string>>;
type FormName = keyof typeof FORMS;

const DONE: Record<FormName | 'correct' | 'take-up', string> = {
  confirm: 'The decision is recorded.',
  correct: 'Your decision is recorded.',
  note: 'The note is on the case.',
  assign: 'It is recorded who has the case.',
  merge: 'The cases are merged. You are looking at the one that goes on.',
  close: 'The case is closed.',
  reopen: 'The case is open again.',
  'take-up': 'The message is being read again. This page changes when that is done.',
};

/** What happened when the form before did not go through. */
interface Mishap {
  action: FormName;
  objection: Objection;
  typed: { reason: string; text: string; into: string; contact_id: string };
}

export function casePages(house: House, show: Show): Router {
  const router = Router();
  const { db } = house;

  async function showCase(request: Request, response: Response, reference: string, mishap: Mishap | null): Promise<void> {
    const view = await getCase(house, reference);
    const me = colleagueOf(request);
    const { secret } = visitOf(request);
    const now = house.now();
    if (secret !== null) await noteLooking(db, secret, view.case.id, now);
    const looking = (await whoIsLooking(db, [view.case.id], me.id, now)).get(view.case.id) ?? [];
    const page = casePage(view, house.letters.packFor(view.case.pack), me, now);
    const staff = page.allowed.assign ? await colleagues(db) : [];
    response.status(mishap?.objection.status ?? 200);
    show(request, response, 'case', {
      title: `${view.case.reference}: ${page.decision?.words ?? 'nothing proposed'}`,
      here: null,
      live: { page: view.case.id, seen: view.case.version },
      page,
      is_emergency: page.decision?.flags.some(({ id }) => id === 'emergency_hazard') === true && !page.is_decided,
      looking,
      looking_words: listWords(looking),
      owner_role: view.case.owner_role === null ? '' : words(view.case.owner_role),
      link_words: { hint: 'Subject names', duplicate_of: 'Repeats', merged_from: 'Holds also' },
      kind_words: { aim: 'an aim', backstop: 'our own limit', window: 'the resident’s time', duty: 'a duty' },
      letters: view.letters.map((letter) => ({ ...letter, what: letterWords(letter.kind), state: letterState(letter) })),
      colleague_items: colleagueItems(staff, view.case.owner?.id ?? null),
      keys: { next: () => randomUUID() },
      problem: mishap && problemOf(mishap, page, now),
      problem_at: mishap && { text: mishap.objection.message, contact_id: mishap.typed.contact_id },
      typed: mishap?.typed ?? null,
      opened: mishap?.action ?? null,
      done: mishap === null ? doneWords(field(request.query, 'done')) : null,
    });
  }

  router.get('/cases/:reference', async (request, response) => {
    await showCase(request, response, param(request, 'reference'), null);
  });

  for (const name of Object.keys(FORMS) as FormName[]) {
    router.post(`/cases/:reference/${name}`, async (request, response) => {
      const reference = param(request, 'reference');
      const view = await getCase(house, reference);
      const typed = {
        reason: field(request.body, 'reason'),
        text: field(request.body, 'text'),
        into: field(request.body, 'into').trim(),
        contact_id: field(request.body, 'contact_id'),
      };
      try {
        const press = await pressOf(house, name, view, request);
        await perform(house, { case_id: view.case.id, ...press, ...whoPresses(request) });
      } catch (error) {
        if (!(error instanceof Objection)) throw error;
        await showCase(request, response, reference, { action: name, objection: error, typed });
        return;
      }
      const onward = name === 'merge' ? typed.into.toUpperCase() : view.case.reference;
      response.redirect(303, `/cases/${encodeURIComponent(onward)}?done=${name}`);
    });
  }

  router.post('/messages/:id/take-up', async (request, response) => {
    const id = param(request, 'id');
    if (!isId(id)) throw new Refused(404, 'no_page');
    requireRole(request);
    const row = await db
      .selectFrom('contacts')
      .leftJoin('cases', 'cases.id', 'contacts.case_id')
      .select('cases.reference')
      .where('contacts.id', '=', id)
      .executeTakeFirst();
    await takeUp(house, id, { kind: 'staff', id: colleagueOf(request).id });
    response.redirect(303, row?.reference ? `/cases/${encodeURIComponent(row.reference)}?done=take-up` : '/held?done=take-up');
  });
  return router;
}

/** @throws Objection `not_allowed` for colleagues who only read */
function requireRole(request: Request): void {
  const { roles } = colleagueOf(request);
  if (!roles.some((role) => role === 'officer' || role === 'manager' || role === 'admin')) throw new Objection('not_allowed');
}

/** @throws Objection `not_found` */
export async function getCase(house: House, reference: string): Promise<CaseView> {
  const view = reference.length > 60 ? null : await caseView(house.db, reference);
  if (view === null) throw new Objection('not_found', 'There is no case with that reference, or it has been removed.');
  return view;
}

/** Who presses, with which key and from which version: the same for every form. */
export function whoPresses(request: Request) {
  const me = colleagueOf(request);
  const key = field(request.body, 'key');
  const version = Number(field(request.body, 'version'));
  if (!isId(key) || !Number.isInteger(version) || version < 0) throw new Refused(400, 'bad_request');
  return {
    actor: { kind: 'staff' as const, id: me.id },
    roles: ROLES.filter((role): role is Role => me.roles.includes(role)),
    key: `desk:${key}`,
    version,
  };
}

async function pressOf(
  house: House,
  name: FormName,
  view: CaseView,
  request: Request,
): Promise<{ action: ActionName; input: unknown }> {
  const { body } = request;
  const reason = field(body, 'reason');
  switch (name) {
    case 'confirm': {
      const contact_id = field(body, 'contact_id');
      if (field(body, 'instead') !== 'complaint') return { action: 'confirm', input: { contact_id, reason } };
      // The safer of two ways out of a proposed exclusion: everything else stays as proposed.
      const proposed = view.messages.find(({ id }) => id === contact_id)?.proposal?.decision;
      if (!proposed) throw new Objection('stale');
      return { action: 'correct', input: { contact_id, reason, decision: { ...proposed, outcome: 'complaint' } } };
    }
    case 'note':
      return { action: name, input: { text: field(body, 'text') } };
    case 'assign': {
      const staff_id = field(body, 'staff_id');
      return { action: name, input: { staff_id: staff_id === '' ? null : staff_id } };
    }
    case 'merge': {
      const into = field(body, 'into').trim();
      if (into === '') throw new Objection('bad_input', 'Give the reference of the other case.');
      const other = await house.db.selectFrom('cases').select('id').where('reference', '=', into.toUpperCase()).executeTakeFirst();
      if (!other) throw new Objection('bad_input', 'There is no case with that reference.');
      return { action: name, input: { into_case_id: other.id, reason } };
    }
    case 'close':
    case 'reopen':
      return { action: name, input: { reason } };
    default:
      return name satisfies never;
  }
}

const FIELD_IDS: Record<FormName, string> = {
  confirm: 'reason-for-',
  note: 'note-text',
  assign: 'staff_id',
  merge: 'merge-reason',
  close: 'close-reason',
  reopen: 'reopen-reason',
};

function problemOf({ action, objection, typed }: Mishap, page: CasePage, now: Date): Problem {
  const says = objection.earlier === null ? objection.message : `${objection.message} ${earlierWords(objection.earlier, now)}`;
  if (objection.status !== 400) {
    const kept = `${typed.reason}${typed.text}`.trim() === '' ? '' : ' What you wrote is still in the form.';
    return { title: objection.status === 409 ? 'Somebody else was first' : 'You cannot do this', says: `${says}${kept}` };
  }
  const form_id = action === 'confirm' ? `${FIELD_IDS.confirm}${typed.contact_id}` : FIELD_IDS[action];
  const is_there =
    action !== 'confirm' ||
    page.waiting.some(({ message, proposal }) => message.id === typed.contact_id && proposal?.outcome === 'exclusion');
  return { list: [is_there ? { text: says, href: `#${form_id}` } : { text: says }] };
}

function doneWords(name: string): string | null {
  return Object.hasOwn(DONE, name) ? DONE[name as keyof typeof DONE] : null;
}

function colleagueItems(staff: readonly { id: string; name: string }[], owner: string | null) {
  return [
    { value: '', text: 'Nobody', selected: owner === null },
    ...staff.map(({ id, name }) => ({ value: id, text: name, selected: id === owner })),
  ];
}

function letterWords(kind: string): string {
  const text = words(kind);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const LETTER_STATES: Record<LetterStatus, string> = {
  draft: 'not yet approved',
  queued: 'waiting to be sent',
  sending: 'being sent',
  sent: 'sent',
  failed: 'could not be sent',
  unknown: 'not known whether it was sent: look at the mailbox before writing again',
};

function letterState({ status, sent_at, last_error }: CaseView['letters'][number]): string {
  if (sent_at !== null) return `sent ${momentWords(sent_at)}`;
  return last_error === null ? LETTER_STATES[status] : `${LETTER_STATES[status]} (${last_error})`;
}
