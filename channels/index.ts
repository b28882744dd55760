/** The registry: every way a message can arrive or a letter can leave, one line each. */
import type { Channel } from './contact.ts';
import { type Env, type Fault, openEmail, readEmailEnv } from './email/index.ts';

export type { Env, Fault } from './email/index.ts';

interface Opened {
  /** Null when the channel is not configured or its settings are wrong. */
  channel: Channel | null;
  faults: Fault[];
  /** Seconds between two polls of its sources; null for a channel that is not polled. */
  poll_seconds: number | null;
}

/** A channel that is ready, and how often its sources are polled. */
export interface OpenChannel {
  channel: Channel;
  poll_seconds: number | null;
}

const CHANNELS: Record<string, (env: Env) => Opened> = {
  email: (env) => {
    const { settings, faults } = readEmailEnv(env);
    return { channel: settings && openEmail(settings), faults, poll_seconds: settings && settings.poll_seconds };
  },
};

/** Opens every configured channel; nothing connects yet. With faults the start should stop and show them all. */
export function openChannels(env: Env): { open: OpenChannel[]; faults: Fault[] } {
  const all = Object.values(CHANNELS).map((open) => open(env));
  const open = all.flatMap(({ channel, poll_seconds }) => (channel ? [{ channel, poll_seconds }] : []));
  return { open, faults: all.flatMap(({ faults }) => faults) };
}
