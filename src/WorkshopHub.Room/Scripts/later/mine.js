// What is one's own, fetched when it changed elsewhere: a second tab, the facilitator, an undo.
import { page } from './page.js';
import { keeping } from './keeping.js';

let fetching = false;
let again = false;

export async function mine() {
  if (fetching) { again = true; return; }
  fetching = true;
  const { own, hooks } = page;
  try {
    const answer = await fetch(`${page.place}/mine`, { cache: 'no-store', headers: { Accept: 'application/json' } });
    if ([401, 403, 404, 410].includes(answer.status)) return hooks.gone();
    if (!answer.ok) return;
    const part = await answer.json();
    if (part.removed) return hooks.gone();
    // An answer to a command may have overtaken this.
    if (part.version < own.since) { again = true; return; }
    own.nodded = new Set(part.nodded);
    own.answers = part.answers;
    own.dots = part.dots;
    own.ownDots = part.ownDots;
    own.done = part.done;
    keeping(() => { document.getElementById('mine').outerHTML = part.html; });
  } catch {
    // the next catch-up asks again
  } finally {
    fetching = false;
    if (again) { again = false; setTimeout(mine, 150); }
  }
}
