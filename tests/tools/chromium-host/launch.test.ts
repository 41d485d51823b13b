import { afterAll, afterEach, expect, test } from 'vitest';
import { clean, launch, type Running } from './launch.ts';

let running: Running | undefined;

async function start(): Promise<Running> {
  running = await launch();
  return running;
}

afterEach(async () => {
  await running?.app.close();
  running = undefined;
});
afterAll(clean);

test('an app starts, answers a click through its preload, and closes', async () => {
  const { app, window, userData } = await start();
  await window.getByRole('button', { name: 'Go' }).click();
  await expect.poll(() => window.locator('#out').textContent()).toBe('[1,[1,2,3]]');
  expect(await window.evaluate(() => [isSecureContext, innerWidth, innerHeight])).toEqual([
    true,
    900,
    600,
  ]);
  const facts = await app.evaluate(({ app: electron }) => [
    electron.getName(),
    electron.getVersion(),
    electron.getPath('userData'),
  ]);
  expect(facts).toEqual(['Host fixture', '1.2.3', userData]);
});
