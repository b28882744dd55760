/** The thread in which mails are read: when one hangs or bursts it, only the thread is lost. */
import { parentPort } from 'node:worker_threads';
import { readBytes } from './reading.ts';
import type { ReadAnswer, ReadTask } from './mime_pool.ts';

const port = parentPort;
if (!port) throw new Error('mime_worker.ts runs only as a worker thread');

port.on('message', async (task: ReadTask) => {
  let answer: ReadAnswer;
  try {
    const contact = await readBytes(Buffer.from(task.raw.buffer, task.raw.byteOffset, task.raw.byteLength), task.options);
    answer = { id: task.id, contact };
  } catch (error) {
    answer = { id: task.id, failure: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
  // Pieces of one buffer cannot be moved twice; each attachment has its own.
  const moved =
    'contact' in answer
      ? answer.contact.attachments.flatMap((one) => (one.content ? [one.content.buffer as ArrayBuffer] : []))
      : [];
  port.postMessage(answer, moved);
});
