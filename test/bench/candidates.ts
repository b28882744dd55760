/** Finding the earlier cases of a message among a million: by its customer, then by its words whoever sent it. */
import { pairOf, termsOf } from '../../rules/alike.ts';
import { findAlike, KEPT_OF_EACH, keepTerms, MOST_OF_A_TERM } from '../../src/cases/candidates.ts';
import { casesOf } from '../../src/cases/customer_cases.ts';
import { type Connection, connect } from '../../src/db/connect.ts';
import { migrate } from '../../src/db/migrate.ts';

export const BENCH_CASES = 1_000_000;
const WORDS = 30_000;
/** A message of about 600 characters without its small words. */
const WORDS_OF_A_CASE = 40;
const TARGETS = 500;

export interface CandidateRow {
  name: string;
  p50_ms: number;
  p95_ms: number;
  p99_ms: number;
  /** Share of the probes whose target was among the first ten found. */
  recall: number;
}

/** The same numbers in each run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

const FIRST = 'b c d f g h j k l m n p r s t v w br cl dr fl gr pl st tr sh ch th sk sw'.split(' ');
const MIDDLE = 'a e i o u ai ea oo ou ar or er in on an'.split(' ');
const LAST = 'b ck d ft g l ll m mp n nd nt p r rd rk s sh st t x'.split(' ');

/** Words that nobody uses, so that no list of ours knows them. */
function makeWords(): string[] {
  const random = randomFrom(7);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const words = new Set<string>();
  while (words.size < WORDS)
    words.add(`${pick(FIRST)}${pick(MIDDLE)}${pick(LAST)}${random() < 0.7 ? pick(MIDDLE) + pick(LAST) : ''}`);
  return [...words];
}

/** Zipf's law: the second word half as often as the first, and so on. */
function draw(random: () => number, words: readonly string[]): string {
  return words[Math.min(words.length - 1, Math.floor(words.length ** random()) - 1)] ?? '';
}

type Sentences = string[][];

function makeMessage(random: () => number, words: readonly string[]): Sentences {
  const length = WORDS_OF_A_CASE * (0.6 + random() * 0.8);
  const sentences: Sentences = [];
  for (let n = 0; n < length;) {
    const size = 4 + Math.floor(random() * 6);
    sentences.push(Array.from({ length: size }, () => draw(random, words)));
    n += size;
  }
  return sentences;
}

const write = (sentences: Sentences): string => sentences.map((sentence) => `I have ${sentence.join(' ')}.`).join(' ');

function misspell(word: string, random: () => number): string {
  const at = Math.floor(random() * (word.length - 1));
  return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
}

/** What becomes of a message that is sent again. */
const AGAIN: Record<string, (sentences: Sentences, random: () => number, words: readonly string[]) => string> = {
  reworded: (sentences, random, words) =>
    `Dear all, as I said before. ${write(
      sentences.map((one) => one.map((word) => (random() < 0.3 ? draw(random, words) : word))).toSorted(() => random() - 0.5),
    )}`,
  'with typos': (sentences, random) =>
    write(sentences.map((one) => one.map((word) => (random() < 0.2 ? misspell(word, random) : word)))),
  shortened: (sentences) => write(sentences.slice(0, Math.max(2, Math.ceil(sentences.length / 2)))),
  'by phone': (sentences) =>
    sentences
      .map((one) => `Customer: um well ${one.join(' ').toUpperCase()} you know\nAgent: Thank you, I will write that down for you`)
      .join('\n'),
};

/** One statement after the other; the whole is what a million cases of the product leave behind, and nothing of it is read by hand. */
async function load(connection: Connection, words: readonly string[]): Promise<void> {
  const { pool } = connection;
  const client = await pool.connect();
  const saturated = Math.ceil((BENCH_CASES * WORDS_OF_A_CASE) / Math.log(WORDS) / MOST_OF_A_TERM);
  const common_pairs = Math.ceil((BENCH_CASES * WORDS_OF_A_CASE) / Math.log(WORDS) ** 2 / MOST_OF_A_TERM);
  const hashes = words.map((word) => termsOf(word).singles[0] ?? 0);
  const rank = (from: number, to: number): string => `least(${to}, floor(${from} * power(${to}::float8 / ${from}, random()))::int)`;
  const pair = (one: string, two: string): string =>
    `((((${one}::bigint * 31 + ${two}::bigint) & 4294967295) # 2147483648) - 2147483648)::int`;
  const id = (n: string): string => `md5((${n})::text)::uuid`;
  try {
    for (const statement of [
      `set statement_timeout = 0; set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '600MB'; set jit = off; select setseed(0.5)`,
      `alter table case_terms drop constraint case_terms_pkey; drop index case_terms_by_case`,
      `insert into cases (id, reference, status, version, state, outcome, is_proposed, has_pending, received_at, opened_at, changed_at)
        select ${id('n')}, 'B-' || n, 'logged', 1, '{}', 'complaint', false, false, at, at, at
        from generate_series(1, ${BENCH_CASES}) n, lateral (select timestamptz '2020-01-01' + n * interval '3 minutes' as at) t`,
      // Text of the right length; its words are in case_terms.
      `insert into contacts (channel, external_key, received_at, sha256, state, case_id, sender_key, text)
        select 'email', n::text, timestamptz '2020-01-01' + n * interval '3 minutes', '', 'triaged', ${id('n')}, 'email:r' || n % 300000 || '@mail.example',
          repeat(md5(n::text) || ' ', 18) from generate_series(1, ${BENCH_CASES}) n`,
      `insert into case_proofs (case_id, proof, name, said, received_at)
        select ${id('n')}, 'email:r' || n % 300000 || '@mail.example', 'r' || n % 300000 || ' sample', false, timestamptz '2020-01-01' + n * interval '3 minutes'
        from generate_series(1, ${BENCH_CASES}) n`,
      `create temp table word (rank int primary key, hash int not null)`,
    ])
      await client.query(statement);
    await client.query('insert into word select * from unnest($1::int[], $2::int[])', [words.map((_, at) => at + 1), hashes]);
    const hash = (name: string): string => `(select array_agg(hash order by rank) from word) as ${name}`;
    for (const statement of [
      // Words that few cases hold: each case's own.
      `insert into case_terms select h.all_words[${rank(saturated, WORDS)}], ${id('n')}
        from generate_series(1, ${BENCH_CASES}) n, lateral generate_series(1, 2 + (n % 6)) w, (select ${hash('all_words')}) h`,
      // Pairs, all but those that too many cases hold.
      `insert into case_terms select ${pair('h.all_words[a]', 'h.all_words[b]')}, ${id('n')}
        from (select n, ${rank(1, WORDS)} as a, ${rank(1, WORDS)} as b from generate_series(1, ${BENCH_CASES}) n, lateral generate_series(1, ${KEPT_OF_EACH}) w) d,
          (select ${hash('all_words')}) h where a::bigint * b >= ${common_pairs}`,
      // Words and pairs that many hold: the first cases' alone, as full as they may be.
      `insert into case_terms select hash, ${id(`1 + (rank * 7919 + k * 104729) % 900000`)}
        from word, generate_series(1, ${MOST_OF_A_TERM}) k where rank < ${saturated}`,
      `insert into case_terms select ${pair('one.hash', 'two.hash')}, ${id(`1 + (one.rank * 7919 + two.rank * 15485863::bigint + k * 104729) % 900000`)}
        from word one join word two on two.rank <= ${common_pairs} / one.rank, generate_series(1, ${MOST_OF_A_TERM}) k where one.rank <= ${common_pairs}`,
      `create index case_terms_once on case_terms (term, case_id)`,
      `create index case_terms_by_case on case_terms (case_id)`,
      `set session_replication_role = origin`,
      `vacuum (analyze) case_terms`,
      `vacuum (analyze) case_proofs`,
      `analyze cases`,
      `analyze contacts`,
    ])
      await client.query(statement);
  } finally {
    client.release();
  }
}

function percentile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** @param say told of what is loaded, since it takes minutes */
export async function candidateRows(url: string, say: (line: string) => void): Promise<CandidateRow[]> {
  await migrate(url);
  const connection = await connect({
    database_url: url,
    data_dir: '',
    pool_size: 2,
    // A lost connection shows at its next statement.
    onLost: () => undefined,
  });
  try {
    const { db, pool } = connection;
    const began = performance.now();
    const words = makeWords();
    if (pairOf(1, 2) !== 33) throw new Error('the pairs are no longer made as the statements here make them');
    await load(connection, words);
    const random = randomFrom(11);
    const targets: { id: string; sentences: Sentences; sender: string }[] = [];
    for (let n = 0; n < TARGETS; n += 1) {
      const sentences = makeMessage(random, words);
      const sender = `target${n}@mail.example`;
      const { rows } = await pool.query<{ id: string }>(
        `insert into cases (reference, status, version, state, outcome, is_proposed, has_pending, received_at, opened_at, changed_at)
          values ($1, 'logged', 1, '{}', 'complaint', false, false, now(), now(), now()) returning id`,
        [`T-${n}`],
      );
      const id = rows[0]?.id ?? '';
      await pool.query(
        `insert into contacts (channel, external_key, received_at, sha256, state, case_id, text) values ('email', $1, now(), '', 'triaged', $2, $3)`,
        [sender, id, write(sentences)],
      );
      await pool.query(`insert into case_proofs values ($1, $2, null, false, now())`, [id, `email:${sender}`]);
      await keepTerms(db, id, write(sentences));
      targets.push({ id, sentences, sender });
    }
    const { rows: sizes } = await pool.query<{ cases: string; terms: string; mb: string }>(
      `select (select count(*) from cases) as cases, (select reltuples::bigint from pg_class where relname = 'case_terms') as terms,
        (pg_total_relation_size('case_terms') / 1048576)::int as mb`,
    );
    say(
      `${sizes[0]?.cases} cases, about ${sizes[0]?.terms} terms (${sizes[0]?.mb} MB with indexes), loaded in ${((performance.now() - began) / 1000).toFixed(0)} s`,
    );
    const measure = async (name: string, probe: (target: (typeof targets)[number]) => Promise<string[]>): Promise<CandidateRow> => {
      const taken: number[] = [];
      let found = 0;
      for (const target of targets) {
        const start = performance.now();
        const ids = await probe(target);
        taken.push(performance.now() - start);
        if (ids.slice(0, 10).includes(target.id)) found += 1;
      }
      taken.sort((a, b) => a - b);
      return {
        name,
        p50_ms: percentile(taken, 0.5),
        p95_ms: percentile(taken, 0.95),
        p99_ms: percentile(taken, 0.99),
        recall: found / targets.length,
      };
    };
    await measure('warm', async ({ sentences }) => (await findAlike(db, write(sentences), 10)).map(({ case_id }) => case_id));
    const result = [
      await measure('same customer', async ({ sender }) => {
        const person = { name: null, proofs: [{ kind: 'email' as const, key: `email:${sender}`, said: false }] };
        return (await casesOf(db, person)).same;
      }),
    ];
    for (const [name, change] of Object.entries(AGAIN))
      result.push(
        await measure(name, async ({ sentences }) =>
          (await findAlike(db, change(sentences, random, words), 10)).map(({ case_id }) => case_id),
        ),
      );
    return result;
  } finally {
    await connection.close();
  }
}
