/** The one entrance to reading a mail: raw bytes to a contact, within limits of time and memory. */
import type { Arrival, Contact } from '../contact.ts';

/** What the landlord's own addresses are: a colleague's forward is known by them. */
export interface OwnMail {
  addresses: string[];
}

/**
 * Reads a mail. Never throws on what is in it: what cannot be read comes back `held`, with whatever could be saved.
 */
export async function readMail(arrival: Arrival, own: OwnMail): Promise<Contact> {
  throw new Error(`reading mail is being built: ${arrival.external_id}, ${own.addresses.length} own addresses`);
}
