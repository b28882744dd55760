/** The registry: every way a message can arrive or a letter can leave, one line each. */
import type { Channel } from './contact.ts';
import { type Env, type Fault, openEmail, readEmailEnv } from './email/index.ts';

export type { Env, Fault } from './email/index.ts';

interface Opened {
  /** Null when the channel is not configured or its settings are wrong. */
  channel: Channel | null;
  faults: Fault[];
}

const CHANNELS: Record<string, (env: Env) => Opened> = {
  email: (env) => {
    const { settings, faults } = readEmailEnv(env);
    return { channel: settings && openEmail(settings), faults };
  },
};

/** Opens every configured channel; nothing connects yet. With faults the start should stop and show them all. */
export function openChannels(env: Env): { channels: Channel[]; faults: Fault[] } {
  const opened = Object.values(CHANNELS).map((open) => open(env));
  return { channels: opened.flatMap(({ channel }) => channel ?? []), faults: opened.flatMap(({ faults }) => faults) };
}
