/** What a channel knows of the house: the one shape every message takes, and the way in. */
import type { Router } from 'express';
import { z } from 'zod';

export const CHANNELS = ['email', 'x', 'facebook', 'instagram', 'phone', 'web_form', 'staff_log'] as const;
export const channelSchema = z.enum(CHANNELS);
export type ChannelName = z.infer<typeof channelSchema>;

export const senderSchema = z.object({
  name: z.string().nullable(),
  /** Lower-cased address. */
  email: z.string().nullable(),
  /** As the sender gave it. */
  phone: z.string().nullable(),
  handle: z.string().nullable(),
  address: z.string().nullable(),
  /** Name of the person for whom the sender writes. */
  on_behalf_of: z.string().nullable(),
});
export type Sender = z.infer<typeof senderSchema>;
export const NOBODY: Sender = { name: null, email: null, phone: null, handle: null, address: null, on_behalf_of: null };

export interface Attachment {
  /** Cleaned: no path, no control or direction characters, at most 120 characters. */
  name: string;
  /** Media type sniffed from the bytes, never the sender's word alone. */
  type: string;
  /** Media type as the sender declared it. */
  declared_type: string | null;
  /** Whole size in bytes, also when `content` is null. */
  bytes: number;
  sha256: string;
  /** Null when over the size that the channel keeps apart; the bytes are then still in the raw message. */
  content: Uint8Array | null;
}

/** The person a colleague's forward came from, as read from its words: a proposal, never a fact. */
export interface ForwardedFrom {
  name: string | null;
  email: string | null;
  /** When the original was sent, by the forward's own words; null if unreadable. */
  sent_at: Date | null;
}

/**
 * What came, before anybody reads it: kept first, so that no parser can lose it.
 */
export interface Arrival {
  channel: ChannelName;
  /** Unique in the channel and the same on every redelivery. */
  external_id: string;
  /** When the landlord first had it (CLK-3), not when we read it. */
  received_at: Date;
  /** As it arrived (CODE-5.12); card numbers masked where the channel must never keep them. */
  raw: Uint8Array;
  /** Hex SHA-256 of the bytes as they came, before any masking; null when `raw` is those bytes. */
  sha256: string | null;
  /** The source that brought it, for example `hello@connexus.example/INBOX`; null for what people type in. */
  source: string | null;
  /** What only the carrier knows, and `read` needs, for example IMAP flags. */
  meta: Json;
}

/** Resolves once the arrival is durable; a repeat answers with the first one's id. */
export type Intake = (arrival: Arrival) => Promise<{ contact_id: string; is_new: boolean }>;

/** What a message says, as read from its arrival. Reading the same arrival again gives the same contact. */
export interface Contact {
  sender: Sender;
  subject: string | null;
  /** The new words only: plain, NFC, no NUL, no quoted history. Empty only where there are no words. */
  text: string;
  /** All the words, quoted history and signature included, for the page that unfolds them. */
  full_text: string;
  /** Sanitised HTML without remote content, where the message had HTML. */
  html: string | null;
  /** Message ids it answers, newest last. */
  thread: string[];
  /** Addresses it was sent to, lower-cased: reply tokens are found here. */
  recipients: string[];
  /** The message's own id in the outside world (Message-ID without brackets), where it has one; may be repeated or forged. */
  message_id: string | null;
  forwarded_from: ForwardedFrom | null;
  attachments: Attachment[];
  is_public: boolean;
  is_automated: boolean;
  /** What shows that a machine wrote it; null when a person did. */
  automated_because: string | null;
  /** Why it could not be read, in whole or in part; null when it could. A held contact is shown to a person and its clock runs. */
  held: string | null;
  /** Staff id where a colleague took it down. */
  logged_by: string | null;
}

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What a channel is asked to send. It decides no wording. */
export interface Outgoing {
  to: { name: string | null; address: string };
  subject: string;
  text: string;
  /** Fixed by the outbox row, without angle brackets: the idempotency key outside. */
  message_id: string;
  in_reply_to: string | null;
  references: string[];
  /** Where an answer should go; carries the signed token of the case. */
  reply_to: string | null;
  /** `auto-replied` for a receipt, `auto-generated` for what the product sends by itself, null for a colleague's letter. */
  auto_submitted: 'auto-replied' | 'auto-generated' | null;
}

/** What happened to a letter that was given to the outside. */
export type SendResult =
  | { status: 'sent'; external_id: string; proof: string }
  /** Certainly not sent; try again later. */
  | { status: 'deferred'; because: string; retry_after_ms: number | null }
  /** Certainly not sent, and never will be. */
  | { status: 'failed'; because: string }
  /** Cut between the last byte and the answer: a person looks, nothing is resent silently. */
  | { status: 'unknown'; because: string };

/** One mailbox folder, account or feed that is polled under its own lock and cursor. */
export interface Source {
  /** Stable name, for example `hello@connexus.example/INBOX`. */
  id: string;
  /** Takes in what is new and returns the next cursor. Throws when the source is out of reach. */
  poll(intake: Intake, cursor: Json, signal: AbortSignal): Promise<Json>;
  /** Calls `hint` whenever something may have come, until aborted. A hint is never needed for correctness. */
  watch?(hint: () => void, signal: AbortSignal): Promise<void>;
}

export interface Channel {
  serves: ChannelName[];
  /** The landlord's own addresses there, lower-cased; the first is the one that letters come from. */
  addresses?: string[];
  /** Reads an arrival. Bounded in time and memory; what cannot be read comes back `held`, never as an exception. */
  read(arrival: Arrival): Promise<Contact>;
  sources?: Source[];
  routes?(intake: Intake): { public?: Router; staff?: Router };
  send?(letter: Outgoing, signal: AbortSignal): Promise<SendResult>;
  /** Tries each configured part for real; one line each. */
  check?(): Promise<Check[]>;
  close?(): Promise<void>;
}

/** The result of trying one configured part for real (`triage doctor`). */
export interface Check {
  part: string;
  ok: boolean;
  /** What was found and, on failure, what to do about it. */
  says: string;
}
