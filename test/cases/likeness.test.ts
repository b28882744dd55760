/** One customer through several mailboxes and numbers, one matter said twice, and like words of strangers: on a real database. */
import { beforeAll, describe, expect, test } from 'vitest';
import { termsOf } from '../../rules/alike.ts';
import { findAlike, keepTerms, MOST_OF_A_TERM } from '../../src/cases/candidates.ts';
import type { Case } from '../../src/cases/case.ts';
import { propose } from '../../src/cases/propose.ts';
import { openIntake } from '../../src/cases/receive.ts';
import { rebuild } from '../../src/cases/rebuild.ts';
import { caseView } from '../../src/cases/views.ts';
import { useDatabase } from '../support/database.ts';
import { openTestHouse, rawMail, type TestHouse } from '../support/house.ts';

const database = useDatabase();
let t: TestHouse;
/** What the rules were told of earlier cases, by the message's subject. */
const told = new Map<string, string[]>();
let minute = 0;
beforeAll(() => {
  t = openTestHouse(database());
  const { triage } = t.deps;
  t.deps.triage = (input, pack) => {
    told.set(
      input.subject ?? '',
      input.history.map(({ ref }) => ref),
    );
    return triage(input, pack);
  };
});

async function arrive(from: string, subject: string, text: string): Promise<Case> {
  const received_at = new Date(Date.UTC(2026, 10, 20, 9, (minute += 5)));
  t.setNow(new Date(received_at.getTime() + 30_000));
  const { case: c } = await t.arrive({ from, subject, text, received_at });
  return c;
}

const others = async (c: Case) => {
  const view = await caseView(database().db, c.reference);
  if (!view) throw new Error(`expected ${c.reference} to be there`);
  return {
    earlier: view.others.earlier.map(({ reference }) => reference),
    maybe: view.others.maybe.map(({ reference, because }) => `${reference}: ${because}`),
  };
};

const HOME = 'Ann Lee\n14 Sorrel Way\nWhitchurch SY13 1AB\n';

describe('the customer’s earlier cases', () => {
  test('are known to the rules from another mailbox of the same name and home', async () => {
    const first = await arrive('Ann Lee <ann@mail.example>', 'Gate one', `My garden gate has come off its hinges.\n\n${HOME}`);
    await arrive('A stranger <stranger@mail.example>', 'Nobody', 'My gate squeaks.');
    const second = await arrive('Mrs Ann Lee <ann.lee@work.example>', 'Gate two', `Nobody has come about my gate.\n\n${HOME}`);
    expect(told.get('Gate one')).toEqual([]);
    expect(told.get('Gate two')).toEqual([first.reference]);
    expect(told.get('Nobody')).toEqual([]);
    expect(second.id).not.toBe(first.id);
    expect((await others(first)).earlier).toEqual([second.reference]);
    expect((await others(second)).earlier).toEqual([first.reference]);
  });

  test('do not hold those of somebody else at the same home: staff see that there is one', async () => {
    const tom = await arrive(
      'Tom Lee <tom@mail.example>',
      'Tom one',
      'The bath tap drips.\n\nTom Lee\n14 Sorrel Way\nWhitchurch SY13 1AB\n',
    );
    expect(told.get('Tom one')).toEqual([]);
    const seen = await others(tom);
    expect(seen.earlier).toEqual([]);
    expect(seen.maybe).toHaveLength(2);
    expect(seen.maybe[0]).toMatch(/The same home, but another name\.$/);
  });

  test('do not hold those of an office’s other residents', async () => {
    const first = await arrive(
      'Casework <casework@mp.example>',
      'Office one',
      'I write for Mr Ray of Mill Lane, whose roof leaks.',
    );
    await arrive('Casework <casework@mp.example>', 'Office two', 'I write for Ms Cole of Hill Street, whose boiler is broken.');
    expect(told.get('Office two')).toEqual([]);
    // What answers the first one is told of it all the same.
    const answer = await arrive('Casework <casework@mp.example>', `Re: ${first.reference}`, 'Is there any news of the roof?');
    expect(answer.id).toBe(first.id);
    expect(told.get(`Re: ${first.reference}`)).toEqual([first.reference]);
  });

  test('are as many with the dots of a mailbox that knows none', async () => {
    const first = await arrive('Jo Ray <jo.ray@gmail.com>', 'Dots one', 'The bathroom lock jams.');
    await arrive('Jo Ray <joray+connexus@googlemail.com>', 'Dots two', 'The bathroom lock still jams.');
    expect(told.get('Dots two')).toEqual([first.reference]);
  });

  test('are seen by the second of two messages that come at once from two mailboxes', async () => {
    const intake = openIntake(database().db);
    const home = 'Una Shaw\n3 Teasel Row\nWem SY4 5AA\n';
    const ids: string[] = [];
    for (const [n, from] of ['Una Shaw <una@mail.example>', 'Una Shaw <shaw.una@post.example>'].entries()) {
      const raw = rawMail({ from, subject: `Once ${n}`, text: `The larder shelf fell down.\n\n${home}` });
      const { contact_id } = await intake({
        channel: 'email',
        external_id: `once ${n}`,
        received_at: new Date('2026-11-21T09:00:00Z'),
        raw,
        sha256: null,
        source: null,
        meta: null,
      });
      ids.push(contact_id);
    }
    await Promise.all(ids.map((id) => propose(t.deps, id)));
    const known = ['Once 0', 'Once 1'].map((subject) => told.get(subject)?.length);
    expect(known.toSorted()).toEqual([0, 1]);
  });
});

const LETTER =
  'The extractor fan over the cooker at the sheltered scheme rattles through the night and sparks fly from its switch. ' +
  'The warden taped it over in September and promised an electrician, and the tape has melted since.';

describe('like words of anybody', () => {
  test.each<[string, string]>([
    ['the same again', LETTER],
    [
      'other order, other words',
      'Dear landlord, since the warden taped over the switch in September its tape has melted. Sparks fly from the extractor fan above the cooker, it rattles all night, and no electrician ever came to our sheltered scheme.',
    ],
    [
      'misspelt',
      'the extracter fan over the coocker at the shelterd scheme ratles through the nite and sparks fly from its swich. the warden taped it over in septmber and promissed an electrician',
    ],
    ['shortened', 'Extractor fan over the cooker rattles through the night, sparks fly from the switch.'],
    [
      'by phone',
      'Agent: Good morning.\nCustomer: it is the extractor fan over the cooker um it rattles through the night and sparks fly from the switch\nAgent: I see.\nCustomer: the warden taped it over in september',
    ],
  ])('%s: found first', async (_what, text) => {
    const { db } = database();
    const [known] = await db.selectFrom('contacts').select('case_id').where('subject', '=', 'Fan').execute();
    const id = known?.case_id ?? (await arrive('Vi Moss <vi@mail.example>', 'Fan', LETTER)).id;
    for (const subject of ['Bins', 'Fence', 'Drain'])
      if (!known)
        await arrive(
          `N <${subject}@mail.example>`,
          subject,
          `The ${subject} by the gate are a disgrace and the warden does nothing about them.`,
        );
    const found = await findAlike(db, text, 5);
    expect(found[0]?.case_id).toBe(id);
  });

  test('other matters are not, though they share the usual words', async () => {
    const found = await findAlike(
      database().db,
      'I am not happy. I rang and emailed your office and nobody came to repair it, I am still waiting. The carpet in the hall is torn.',
      5,
    );
    expect(found).toEqual([]);
  });

  test('are shown to staff as what may be the same person, and join nothing', async () => {
    const other = await arrive('fanmail <fanmail@post.example>', 'It sparks', LETTER);
    expect(told.get('It sparks')).toEqual([]);
    const seen = await others(other);
    expect(seen.earlier).toEqual([]);
    expect(seen.maybe.join()).toMatch(/Much the same words/);
  });

  test('a word that very many cases hold is kept for no further one, and none is lost by it', async () => {
    const { db, pool } = database();
    const [word] = termsOf('zyzzyva').singles;
    const { rows } = await pool.query<{ id: string }>('select id from cases order by id limit 1');
    await pool.query(
      `insert into cases (id, reference, status, version, state, is_proposed, has_pending, received_at, opened_at, changed_at)
        select md5(n::text)::uuid, 'Z-' || n, 'logged', 1, '{}', false, false, now(), now(), now() from generate_series(1, $1::int) n`,
      [MOST_OF_A_TERM],
    );
    await pool.query('insert into case_terms select $1::int, md5(n::text)::uuid from generate_series(1, $2::int) n', [
      word,
      MOST_OF_A_TERM,
    ]);
    const [case_id] = rows.map(({ id }) => id);
    await pool.query('delete from case_terms where case_id = $1', [case_id]);
    await keepTerms(db, case_id ?? '', 'zyzzyva quokka numbat bandicoot');
    const kept = await db
      .selectFrom('case_terms')
      .select('term')
      .where('case_id', '=', case_id ?? '')
      .execute();
    const terms = kept.map(({ term }) => term);
    expect(terms).not.toContain(word);
    expect(terms).toEqual(expect.arrayContaining(termsOf('quokka numbat bandicoot').singles));
    await pool.query("delete from cases where reference like 'Z-%'");
  });
});

test('what cases are found by is the same when it is made anew from their messages', async () => {
  const { db } = database();
  const rows = async () => ({
    proofs: await db.selectFrom('case_proofs').selectAll().orderBy('case_id').orderBy('proof').execute(),
    terms: await db.selectFrom('case_terms').selectAll().orderBy('case_id').orderBy('term').execute(),
  });
  const before = await rows();
  expect(before.proofs.length).toBeGreaterThan(10);
  await db.deleteFrom('case_proofs').execute();
  await rebuild(db);
  expect(await rows()).toEqual(before);
});

test('a merged case is found by its customer in the case that it went into', async () => {
  const one = await arrive('Pat Reed <pat@mail.example>', 'Merge one', 'The porch lamp flickers.');
  const two = await arrive('Pat Reed <patreed@post.example>', 'Merge two', 'Porch lamp again, from my other address.');
  await t.press(two, 'merge', { into_case_id: one.id, reason: 'The same lamp.' });
  await arrive('Pat Reed <patreed@post.example>', 'Merge three', 'The porch lamp has gone out.');
  expect(told.get('Merge three')).toEqual([one.reference]);
});
