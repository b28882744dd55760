/** Waits for a fact, not for a time: asks again until it is so, and says how things stood when it never came. */
import { setTimeout as delay } from 'node:timers/promises';

/** Between two looks: short beside anything that is waited for, long enough to leave the product its processor. */
const LOOK_MS = 40;

/**
 * @param what the fact in words, for the failure
 * @param within_ms bound of patience, not a measure of speed
 * @param standing how things stand, read only for the failure's message
 * @throws Error when it did not come to be so in time
 */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  within_ms = 30_000,
  standing: () => string | Promise<string> = () => '',
): Promise<void> {
  const deadline = Date.now() + within_ms;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`not within ${within_ms} ms: ${what}. ${await standing()}`);
    await delay(LOOK_MS);
  }
}
