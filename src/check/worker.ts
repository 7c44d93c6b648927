/** One of the threads that share a large check out among themselves. */
import { parentPort, workerData } from 'node:worker_threads';
import { judge } from './verdict.ts';

/** What a thread is given: what `judge` asks for. */
export type Task = Parameters<typeof judge>;

parentPort!.postMessage(await judge(...(workerData as Task)));
