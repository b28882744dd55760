/** Turns a fetched message into what the house keeps before anybody reads it. */
import type { Arrival } from '../contact.ts';
import type { Fetched } from './fetch.ts';
import { externalId } from './identity.ts';

/** Where the message was found. */
export interface Origin {
  source: string;
  mailbox: string;
  uidvalidity: string;
}

/**
 * `received_at` is the server's INTERNALDATE: when the landlord first had it, whatever the Date header claims.
 * Only a server that gives none at all leaves us with the moment of reading, and `meta.no_internal_date` says so.
 * @source CLK-3, CODE-5.12
 */
export function toArrival(message: Fetched, { source, mailbox, uidvalidity }: Origin): Arrival {
  const received_at = message.internal_date ?? new Date();
  return {
    channel: 'email',
    external_id: externalId(message.raw, message.internal_date ?? new Date(0)),
    received_at,
    raw: message.raw,
    sha256: null,
    source,
    meta: {
      mailbox,
      uid: message.uid,
      uidvalidity,
      ...(message.oversize && { oversize: true, bytes: message.size }),
      ...(message.internal_date === null && { no_internal_date: true }),
    },
  };
}
