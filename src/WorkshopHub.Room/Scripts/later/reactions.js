// Light reactions. A smile is of now: it waits in no outbox.
import { page } from './page.js';
import { tell } from './net.js';

export async function react(button) {
  try {
    const answer = await fetch(`${page.place}/commands`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ type: 'react', commandId: page.uuid(), symbol: button.value }),
    });
    if (!answer.ok) throw new Error('not taken');
    button.classList.add('sent');
    setTimeout(() => button.classList.remove('sent'), 1000);
    page.announce(page.say('react.sent'));
  } catch {
    tell(page.say('react.offline'), true);
  }
}
