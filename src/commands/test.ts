/** `npm test`: every test there is, browser included; ends with a plain line of how many passed and failed. */
import { startVitest } from 'vitest/node';
import { ensureBrowser } from './browser.ts';

ensureBrowser();
const vitest = await startVitest(process.argv.slice(2), { run: true, watch: false });
const tests = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()]);
const count = (state: string) => tests.filter((test) => test.result().state === state).length;
// A file that does not load or a set-up that fails has no tests to fail: count it as one.
const broken = vitest.state.getTestModules().filter((module) => module.errors().length > 0).length + vitest.state.getUnhandledErrors().length;
await vitest.close();
const failed = count('failed') + broken;
console.log(`\n${count('passed')} passed, ${failed} failed`);
process.exit(failed > 0 || count('passed') === 0 ? 1 : 0);
