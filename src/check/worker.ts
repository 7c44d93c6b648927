/** One of the threads that share a large check out among themselves. */
import { parentPort, workerData } from 'node:worker_threads';
import { checkPart } from './part.ts';

/** What a thread is given. */
export interface Task {
  root: string;
  langs: readonly string[];
  read: readonly string[];
  paths: readonly string[];
}
const { root, langs, read, paths } = workerData as Task;
parentPort!.postMessage(await checkPart(root, langs, read, new Set(paths)));
