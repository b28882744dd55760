/** Signing in with the organisation's accounts: only a sound answer, of the right person, in the browser that asked, opens the desk. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rolesFrom } from '../../src/web/oidc.ts';
import { useDatabase } from '../support/database.ts';
import { type Client, useDesk } from '../support/desk.ts';
import { CLIENT_ID, CLIENT_SECRET, type Issuer, openIssuer } from '../support/oidc_issuer.ts';

let issuer: Issuer;
beforeAll(async () => {
  issuer = await openIssuer();
});
afterAll(async () => issuer.close());

const database = useDatabase();
const desk = useDesk(database, {
  oidc: () => ({
    button: 'Sign in with Connexus',
    issuer: issuer.url,
    client_id: CLIENT_ID,
    client_secret: CLIENT_SECRET,
    scope: 'openid profile email',
    required_claims: { hd: 'connexus.example' },
    roles_claim: 'roles',
    role_map: { 'Complaints.Officer': 'officer', 'Complaints.Manager': 'manager' },
  }),
});

const PERSON = {
  sub: 'person-1',
  name: 'Nia Rees',
  email: 'Nia.Rees@connexus.example',
  hd: 'connexus.example',
  roles: ['Complaints.Officer', 'Something.Else'],
};
beforeEach(() => {
  issuer.claims = PERSON;
  issuer.bend = {};
});

async function leave(client: Client, next = '/'): Promise<URL> {
  const page = await client.get(`/sign-in?next=${encodeURIComponent(next)}`);
  expect(page.body).toContain('Sign in with Connexus');
  const away = await client.get(`/sign-in/organisation?next=${encodeURIComponent(next)}`);
  expect(away.status).toBe(303);
  return issuer.authorize(away.location ?? '');
}

const comeBack = (client: Client, back: URL) => client.get(back.pathname + back.search, { 'sec-fetch-site': 'cross-site' });

describe('with the organisation', () => {
  it('a colleague with a role comes in and goes on to where they wanted to be', async () => {
    const client = desk().client();
    const answer = await comeBack(client, await leave(client, '/held?x=1'));
    expect({ status: answer.status, location: answer.location }).toEqual({ status: 303, location: '/held?x=1' });
    expect((await client.get('/')).body).toContain('Nia Rees');
    const staff = await desk()
      .connection.db.selectFrom('staff')
      .selectAll()
      .where('name', '=', 'Nia Rees')
      .executeTakeFirstOrThrow();
    expect({ roles: staff.roles, email: staff.email }).toEqual({ roles: ['officer'], email: 'nia.rees@connexus.example' });
    const sent = issuer.exchanges.at(-1);
    expect(sent?.get('code_verifier')).toMatch(/^[\w-]{43,}$/);
  });

  it('the name and the roles follow the claims at each sign-in; the person stays the same', async () => {
    issuer.claims = { ...PERSON, name: 'Nia Rees-Hughes', email: 'nia@other.example', roles: 'Complaints.Manager' };
    const client = desk().client();
    await comeBack(client, await leave(client));
    const staff = await desk().connection.db.selectFrom('staff').select(['name', 'roles']).execute();
    expect(staff).toEqual([{ name: 'Nia Rees-Hughes', roles: ['manager'] }]);
  });

  it('somebody without a role, from another organisation, or disabled stays outside', async () => {
    for (const claims of [{ roles: ['Something.Else'] }, { roles: [] }, { hd: 'elsewhere.example' }]) {
      issuer.claims = { ...PERSON, sub: 'person-2', ...claims };
      const client = desk().client();
      const answer = await comeBack(client, await leave(client));
      expect(answer.status).toBe(403);
      expect(answer.body).toContain('you have no role at the desk');
      expect((await client.get('/')).status).toBe(303);
    }
    await desk().connection.db.updateTable('staff').set({ is_disabled: true }).execute();
    const client = desk().client();
    expect((await comeBack(client, await leave(client))).status).toBe(403);
    await desk().connection.db.updateTable('staff').set({ is_disabled: false }).execute();
  });

  it('an answer that is forged, stale, for another client, replayed or of another browser opens nothing', async () => {
    const past = Math.floor(Date.now() / 1000) - 7_200;
    const bent: Issuer['bend'][] = [
      { wrong_key: true },
      { claims: { nonce: 'another' } },
      { claims: { aud: 'another-client' } },
      { claims: { iss: 'https://evil.example' } },
      { claims: { exp: past, iat: past - 300 } },
    ];
    for (const bend of bent) {
      issuer.bend = bend;
      const client = desk().client();
      const answer = await comeBack(client, await leave(client));
      expect({ bend, status: answer.status }).toEqual({ bend, status: 400 });
      expect((await client.get('/')).status).toBe(303);
    }
    issuer.bend = {};

    const client = desk().client();
    const back = await leave(client);
    const other = desk().client();
    await other.get('/sign-in');
    expect((await comeBack(other, back)).status).toBe(400);
    expect((await comeBack(desk().client(), back)).status).toBe(400);

    const changed = new URL(back);
    changed.searchParams.set('state', 'another');
    expect((await comeBack(client, changed)).status).toBe(400);
    // The way out was used up by the bad answer: even the good one comes too late.
    expect((await comeBack(client, back)).status).toBe(400);

    const again = desk().client();
    const good = await leave(again);
    expect((await comeBack(again, good)).status).toBe(303);
    const replayed = desk().client();
    for (const [name, value] of again.cookies) replayed.cookies.set(name, value);
    replayed.cookies.delete('desk_session');
    expect((await comeBack(replayed, good)).status).toBe(400);
  });

  it('too long at the provider means starting again', async () => {
    const client = desk().client();
    const back = await leave(client);
    const now = desk().test.house.now();
    desk().setNow(new Date(now.getTime() + 11 * 60_000));
    expect((await comeBack(client, back)).status).toBe(400);
    desk().setNow(now);
  });
});

it('an address gives a role only when the provider says that it is verified', () => {
  const config = { roles_claim: 'email', role_map: { 'nia@connexus.example': 'officer' } };
  expect(rolesFrom(config, { email: 'nia@connexus.example', email_verified: true })).toEqual(['officer']);
  expect(rolesFrom(config, { email: 'nia@connexus.example', email_verified: false })).toEqual([]);
  expect(rolesFrom(config, { email: 'nia@connexus.example' })).toEqual([]);
  expect(rolesFrom({ roles_claim: 'roles', role_map: {} }, { roles: ['constructor', '__proto__'] })).toEqual([]);
});
