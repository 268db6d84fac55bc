// Where several lanes are open there is one field at a time, and a choice of which.
import { say } from './words.js';

const parts = ['write-', 'kept-', 'list-'];
let lane = '';

export function choose(id = lane) {
  lane = id;
  const fields = [...document.querySelectorAll('#room-in > .write:not([hidden])')];
  let choice = document.getElementById('lanes');
  if (fields.length < 2) {
    choice?.remove();
    // Nothing to choose any more: the lists of the other lanes come back.
    for (const el of document.querySelectorAll('#room-in > .off')) el.classList.remove('off');
    return;
  }
  const chosen = fields.find(f => f.id === lane) ?? fields[0];
  const looks = fields.map(f => f.id + f.dataset.lane).join();
  if (choice?.looks !== looks) {
    choice?.remove();
    choice = document.createElement('div');
    Object.assign(choice, { id: 'lanes', className: 'chips', looks });
    choice.setAttribute('role', 'group');
    choice.setAttribute('aria-label', say('lanes.label'));
    choice.append(...fields.map(f => {
      const chip = Object.assign(document.createElement('button'), { className: 'chip', onclick: () => choose(f.id) });
      chip.dataset.for = f.id;
      chip.append(f.querySelector('.sign').cloneNode(), f.dataset.lane);
      return chip;
    }));
    fields[0].before(choice);
  }
  for (const chip of choice.children) chip.setAttribute('aria-pressed', chip.dataset.for === chosen.id);
  for (const f of fields) for (const part of parts) document.getElementById(f.id.replace('write-', part))?.classList.toggle('off', f !== chosen);
}
