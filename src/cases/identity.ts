/** Who a sender is to us: one key per provable identity, never joined on weak proof. */
import type { Sender } from '../../channels/contact.ts';

/** The key under which messages of one person are found: `email:…`, `phone:…` or `handle:…`; null while nobody is known. */
export function senderKey(sender: Sender): string | null {
  if (sender.email) return `email:${normaliseEmail(sender.email)}`;
  const phone = sender.phone ? normalisePhone(sender.phone) : null;
  if (phone) return `phone:${phone}`;
  if (sender.handle) return `handle:${sender.handle.trim().toLowerCase()}`;
  return null;
}

export function normaliseEmail(email: string): string {
  return email.trim().toLowerCase().slice(0, 320);
}

/** British numbers to +44 form, so that one telephone has one key; null where there are too few digits to be one. */
export function normalisePhone(phone: string): string | null {
  const digits = phone.replaceAll(/[^\d+]/g, '').slice(0, 20);
  if (digits.replace('+', '').length < 7) return null;
  if (digits.startsWith('+')) return digits;
  if (digits.startsWith('00')) return `+${digits.slice(2)}`;
  return digits.startsWith('0') ? `+44${digits.slice(1)}` : digits;
}
