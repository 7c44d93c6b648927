/** Asks other sites whether addresses still answer, the way a polite visitor does. */
import { setTimeout as pause } from 'node:timers/promises';

/** How patient to be, in milliseconds, and how many hosts are asked at once. */
export interface Manners {
  /** How long an answer may take. */
  patience: number;
  /** Between two requests to one host. */
  breath: number;
  /** Before a second try. */
  beforeRetry: number;
  hosts: number;
  userAgent: string;
}

/** What came of asking. Gone: the site says so, or there is no such host. Unclear: no answer, a refusal, a mistake of the server. */
export interface Answer {
  state: 'answers' | 'gone' | 'unclear';
  /** The status, or the code of the network's error. */
  said: string;
}

const gone = new Set(['404', '410', 'ENOTFOUND']);
/** What may be different in a moment. */
const passing = new Set(['408', '425', '429', '500', '502', '503', '504', 'TimeoutError', 'ECONNRESET', 'ECONNREFUSED', 'EAI_AGAIN', 'UND_ERR_SOCKET']);

/** The status of one request, or the code of what went wrong. The body is not read. */
const said = async (address: string, method: 'HEAD' | 'GET', { patience, userAgent }: Manners): Promise<string> => {
  try {
    const headers = { 'User-Agent': userAgent, Accept: '*/*' };
    const { status, body } = await fetch(address, { method, headers, signal: AbortSignal.timeout(patience) });
    await body?.cancel();
    return String(status);
  } catch (error) {
    const { name, message, cause } = error as Error & { cause?: { code?: string } };
    return cause?.code ?? (name === 'TypeError' ? message : name);
  }
};
const isGood = (status: string) => /^2\d\d$/.test(status);

/** Asks for the head of a page; for the page itself when the server will not give its head alone; and once more when the trouble may pass. */
const asked = async (address: string, manners: Manners): Promise<Answer> => {
  let answer = await said(address, 'HEAD', manners);
  if (!isGood(answer)) {
    await pause(passing.has(answer) ? manners.beforeRetry : manners.breath);
    answer = await said(address, 'GET', manners);
  }
  return { state: isGood(answer) ? 'answers' : gone.has(answer) ? 'gone' : 'unclear', said: answer };
};

/** What each address answers. One request at a time goes to a host, with a pause in between; several hosts are asked at once. */
export const answersOf = async (addresses: readonly string[], manners: Manners): Promise<ReadonlyMap<string, Answer>> => {
  const answers = new Map<string, Answer>();
  const queues = [...Map.groupBy(new Set(addresses), (address) => new URL(address).host).values()];
  const worker = async () => {
    for (let queue = queues.pop(); queue; queue = queues.pop())
      for (const [index, address] of queue.entries()) {
        if (index > 0) await pause(manners.breath);
        answers.set(address, await asked(address, manners));
      }
  };
  await Promise.all(Array.from({ length: manners.hosts }, worker));
  return answers;
};
