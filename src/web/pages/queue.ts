/** The lists: what waits for a decision in order of danger and due time, what is held, automatic mail, and search. */
import { type Request, type Response, Router } from 'express';
import { CHANNELS } from '../../../channels/contact.ts';
import { FLAGS, OUTCOMES, SERVICE_AREAS } from '../../../rules/decision.ts';
import { endOfDay, londonDay } from '../../../rules/days.ts';
import { CASE_STATUSES } from '../../cases/case.ts';
import type { House } from '../../cases/perform.ts';
import { troubles } from '../../cases/troubles.ts';
import { arriving, colleagues, queue, queueCounts, type QueueFilter, type QueueRow, type QueueTab } from '../../cases/views.ts';
import { flagLooks, STATUS_WORDS } from '../case_page.ts';
import { dueWords } from '../dates.ts';
import { field, oneOf } from '../form.ts';
import { colleagueOf, noteLooking, visitOf, whoIsLooking } from '../session.ts';
import type { Place, Show } from '../show.ts';
import { AREA_WORDS, CHANNEL_WORDS, EXCLUSION_WORDS, FLAG_WORDS, listWords, OUTCOME_WORDS, TOPIC_WORDS } from '../words.ts';

const ROWS_A_PAGE = 40;
const SHOWN_ARRIVALS = 50;
const MAX_SEARCH_LENGTH = 200;

/** Tabs of the queue page itself; the others have pages of their own. */
const TABS = ['waiting', 'open', 'all'] as const satisfies readonly QueueTab[];

interface Chosen {
  outcome: string;
  service_area: string;
  flag: string;
  status: string;
  channel: string;
  owner: string;
  overdue: boolean;
}

export function queuePages(house: House, show: Show): Router {
  const router = Router();
  const { db } = house;

  async function showList(
    request: Request,
    response: Response,
    list: { tab: QueueTab; here: Place; path: string; title: string; search?: string },
  ): Promise<void> {
    const me = colleagueOf(request);
    const { secret } = visitOf(request);
    const now = house.now();
    const chosen = readChosen(request.query);
    const filter: QueueFilter = {
      tab: list.tab,
      ...onlyGiven({
        outcome: chosen.outcome,
        service_area: chosen.service_area,
        flag: chosen.flag,
        status: chosen.status,
        channel: chosen.channel,
        owner: chosen.owner === 'me' ? me.id : chosen.owner,
        search: list.search ?? '',
        after: field(request.query, 'after'),
      }),
      ...(chosen.overdue ? { overdue: true } : {}),
      limit: ROWS_A_PAGE,
    };
    const is_idle_search = list.here === 'search' && (list.search ?? '') === '';
    const [page, counts, staff, waiting, wrong] = await Promise.all([
      is_idle_search ? { rows: [], next: null } : queue(db, filter, now),
      queueCounts(db, now),
      colleagues(db),
      list.tab === 'waiting' || list.tab === 'held' ? arriving(db, SHOWN_ARRIVALS) : [],
      list.here === 'queue' ? troubles(db) : [],
    ]);
    if (secret !== null) await noteLooking(db, secret, null, now);
    const looking = await whoIsLooking(
      db,
      page.rows.map(({ case_id }) => case_id),
      me.id,
      now,
    );
    const kept = keptQuery(request.query);
    show(request, response, 'queue', {
      title: list.title,
      here: list.here,
      live: { page: 'queue', seen: now.toISOString() },
      tab: list.tab,
      path: list.path,
      search: list.search ?? '',
      is_idle_search,
      counts,
      troubles: wrong,
      chosen,
      is_filtered: Object.values(chosen).some((value) => value !== '' && value !== false),
      options: optionsOf(chosen, staff, me.id),
      rows: page.rows.map((row) => rowLook(row, looking.get(row.case_id) ?? [], now)),
      arriving: waiting.map((one) => ({ ...one, channel: channelWords(one.channel) })),
      is_later_page: field(request.query, 'after') !== '',
      first_href: `${list.path}?${kept}`,
      next_href: page.next === null ? null : `${list.path}?${kept === '' ? '' : `${kept}&`}after=${encodeURIComponent(page.next)}`,
      done: field(request.query, 'done') === 'take-up' ? 'The message is being read again.' : null,
    });
  }

  router.get('/', async (request, response) => {
    const tab = oneOf(TABS, field(request.query, 'tab')) ?? 'waiting';
    await showList(request, response, { tab, here: 'queue', path: '/', title: 'Queue' });
  });
  router.get('/held', async (request, response) => {
    await showList(request, response, { tab: 'held', here: 'held', path: '/held', title: 'Held messages' });
  });
  router.get('/automatic', async (request, response) => {
    await showList(request, response, { tab: 'automatic', here: 'automatic', path: '/automatic', title: 'Automatic mail' });
  });
  router.get('/search', async (request, response) => {
    const search = field(request.query, 'search').trim().slice(0, MAX_SEARCH_LENGTH);
    await showList(request, response, {
      tab: 'all',
      here: 'search',
      path: '/search',
      title: search === '' ? 'Search' : `Search: ${search}`,
      search,
    });
  });
  return router;
}

function readChosen(query: unknown): Chosen {
  return {
    outcome: oneOf(OUTCOMES, field(query, 'outcome')) ?? '',
    service_area: oneOf(SERVICE_AREAS, field(query, 'service_area')) ?? '',
    flag: oneOf(FLAGS, field(query, 'flag')) ?? '',
    status: oneOf(CASE_STATUSES, field(query, 'status')) ?? '',
    channel: oneOf(CHANNELS, field(query, 'channel')) ?? '',
    owner: field(query, 'owner').slice(0, 200),
    overdue: field(query, 'overdue') === 'yes',
  };
}

/** Leaves out what was not chosen: an absent filter and an empty one mean the same. */
function onlyGiven<K extends string>(values: Record<K, string>): Partial<Record<K, string>> {
  const given: Partial<Record<K, string>> = {};
  for (const name of Object.keys(values) as K[]) if (values[name] !== '') given[name] = values[name];
  return given;
}

const KEPT = ['tab', 'outcome', 'service_area', 'flag', 'status', 'channel', 'owner', 'overdue', 'search'] as const;

function keptQuery(query: unknown): string {
  const kept = new URLSearchParams();
  for (const name of KEPT) {
    const value = field(query, name).slice(0, MAX_SEARCH_LENGTH);
    if (value !== '') kept.set(name, value);
  }
  return kept.toString();
}

function optionsOf(chosen: Chosen, staff: readonly { id: string; name: string }[], me: string) {
  const pick = (list: readonly string[], words: Record<string, string>, value: string, any: string) => [
    { value: '', text: any, selected: value === '' },
    ...list.map((each) => ({ value: each, text: words[each] ?? each, selected: each === value })),
  ];
  const others = staff.filter(({ id }) => id !== me);
  return {
    outcome: pick(OUTCOMES, OUTCOME_WORDS, chosen.outcome, 'Any'),
    service_area: pick(SERVICE_AREAS, AREA_WORDS, chosen.service_area, 'Any'),
    flag: pick(Object.keys(FLAG_WORDS), FLAG_WORDS, chosen.flag, 'Any'),
    status: pick(CASE_STATUSES, STATUS_WORDS, chosen.status, 'Any'),
    channel: pick(CHANNELS, CHANNEL_WORDS, chosen.channel, 'Any'),
    owner: pick(
      ['me', 'nobody', ...others.map(({ id }) => id)],
      { me: 'Me', nobody: 'Nobody', ...Object.fromEntries(others.map(({ id, name }) => [id, name])) },
      chosen.owner,
      'Any',
    ),
  };
}

function channelWords(channel: string): string {
  return CHANNEL_WORDS[channel as keyof typeof CHANNEL_WORDS] ?? channel;
}

function outcomeWords({ outcome, exclusion, topic }: QueueRow): string {
  if (exclusion !== null) return `Exclusion: ${EXCLUSION_WORDS[exclusion as keyof typeof EXCLUSION_WORDS] ?? exclusion}`;
  if (topic !== null) return TOPIC_WORDS[topic as keyof typeof TOPIC_WORDS] ?? topic;
  return outcome === null ? 'Nothing proposed' : (OUTCOME_WORDS[outcome as keyof typeof OUTCOME_WORDS] ?? outcome);
}

/** Flags in one row; the page of the case has them all. */
const SHOWN_FLAGS = 4;

function rowLook(row: QueueRow, looking: readonly string[], now: Date) {
  const flags = flagLooks(row.flags);
  return {
    ...row,
    outcome_words: outcomeWords(row),
    is_proposed: row.status === 'proposed',
    has_more: row.has_pending && row.status !== 'proposed',
    area: row.service_area === null ? null : (AREA_WORDS[row.service_area as keyof typeof AREA_WORDS] ?? row.service_area),
    flags: flags.slice(0, SHOWN_FLAGS),
    more_flags: flags.length - Math.min(flags.length, SHOWN_FLAGS),
    status_words: STATUS_WORDS[row.status],
    channel_words: channelWords(row.channel),
    due: row.next_due_at === null ? null : dueOf(row.next_due_at, now),
    looking: listWords(looking),
    excerpt: excerptOf(row.excerpt),
  };
}

/** The view cuts at 200 characters, mid-word; what is shown ends with a whole one. */
const EXCERPT_LENGTH = 200;

function excerptOf(text: string): string {
  return text.length < EXCERPT_LENGTH ? text : `${text.replace(/\s\S{0,40}$/u, '')}…`;
}

/** Clocks of days end where a London day ends; any other end is a clock of hours. */
function dueOf(due_at: Date, now: Date) {
  const last_day = londonDay(new Date(due_at.getTime() - 1));
  const is_day = endOfDay(last_day).getTime() === due_at.getTime();
  return dueWords(is_day ? last_day : null, due_at, now);
}
